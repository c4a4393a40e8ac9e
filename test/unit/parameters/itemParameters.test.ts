import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { itemParameters } from '../../../nodes/WhatsAppBusiness/parameters/itemParameters';
import { operation } from '../../../nodes/WhatsAppBusiness/operations/message/sendText.operation';

/** Counts how often each parameter is read. */
function context(parameters: INodeParameters, items: number) {
	const reads: Record<string, number> = {};
	const host = {
		getNode: () => ({ parameters }),
		getTimezone: () => 'UTC',
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		getNodeParameter: (name: string) => {
			reads[name] = (reads[name] ?? 0) + 1;
			return parameters[name];
		},
	} as unknown as IExecuteFunctions;
	return { host, reads };
}

describe('itemParameters', () => {
	it('reads a fixed value once per run, an expression once per item, and an unused parameter never', () => {
		const { host, reads } = context(
			{
				recipientType: 'individual',
				to: '={{ $json.to.trim() }}1234567',
				text: 'Hello',
				options: {},
				other: 1,
			},
			3,
		);
		const parametersOf = itemParameters(host);
		for (const item of [0, 1, 2]) {
			const parameters = parametersOf(item, operation.fields);
			for (let time = 0; time < 2; time++) {
				parameters.choice('recipientType');
				parameters.text('to');
				parameters.text('text');
				parameters.group('options').optionalText('callbackData');
			}
		}
		expect(reads).toEqual({ recipientType: 1, to: 3, text: 1, options: 1 });
	});

	it('reads a collection with an expression in it once per item', () => {
		const options = {
			senderPhoneNumberId: { __rl: true, mode: 'id', value: '={{ $json.id.trim() }}' },
		};
		const { host, reads } = context({ options }, 2);
		const parametersOf = itemParameters(host);
		for (const item of [0, 1]) parametersOf(item, operation.fields).group('options');
		expect(reads).toEqual({ options: 2 });
	});

	describe('with an expression that only names parts of the item', () => {
		const read = () => {
			const { host, reads } = context({ text: '={{ $json.text }}' }, 1);
			itemParameters(host)(0, operation.fields).optionalText('text');
			return reads;
		};

		afterEach(() => {
			delete process.env.WHATSAPP_BUSINESS_EVALUATE_ALL;
		});

		it('does not trouble n8n', () => {
			expect(read()).toEqual({});
		});

		it('leaves it to n8n if that is wanted', () => {
			process.env.WHATSAPP_BUSINESS_EVALUATE_ALL = 'true';
			expect(read()).toEqual({ text: 1 });
		});
	});
});
