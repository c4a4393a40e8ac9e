import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { actionWorkflow } from '../../../scripts/workflows';
import { asText, getPath } from '../../../nodes/graphApi/coerce';
import { business } from '../../../simulator';
import { item, onePart, template } from '../../support/expressions';
import { world } from '../support/world';

const [customer] = business.customers;

/** An end that gives nothing, and that only n8n can evaluate. */
const leftToN8n = '{{ [].join() }}';

/** What n8n passes on to the node. */
const items = fc.sample(item, 15).map((json) => ({
	json: JSON.parse(JSON.stringify(json)) as IDataObject,
}));
const templates = [
	...fc.sample(onePart, 10),
	...fc.sample(template, 10),
	...['={{ $json.a }}', '=Hello {{ $json.a }}, {{$json["b"]}}', "={{ $json['a'] }}{{ $json.b }}"],
];

describe('An expression that the node reads itself', () => {
	test('gives the same text as n8n, in every message', async () => {
		const { n8n, simulator, credential } = world;
		let sent = 0;
		for (const text of templates) {
			const before = simulator.messages().length;
			const parameters = {
				...{ operation: 'sendText', to: `+${customer.waId}`, text: text.replace('=', '=>') },
				options: { callbackData: `${text.replace('=', '=>')}${leftToN8n}` },
			};
			const run = {
				parameters,
				items,
				nodeSettings: { onError: 'continueRegularOutput' as const },
			};
			const definition = actionWorkflow('Plain expressions', credential, run);
			await n8n.runWorkflow(await n8n.createWorkflow(definition), 'Start');
			for (const { body } of simulator.messages().slice(before)) {
				const byNode = asText(getPath(body, 'text.body'));
				expect(byNode).toBe(asText(getPath(body, 'biz_opaque_callback_data')));
				sent++;
			}
		}
		expect(sent).toBeGreaterThan(150);
	});
});
