import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { itemParameters } from '../../../nodes/WhatsAppBusiness/parameters/itemParameters';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const count = 10_000;
const fields: INodeProperties[] = ['to', 'text'].map((name) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
}));

function heap(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

describe('parameters of items that wait to be sent', () => {
	it('keep little beside the item itself', () => {
		const items = Array.from({ length: count }, (_item, index) => ({
			json: { to: `+49${index}`, name: `customer ${index}` },
		}));
		const context = {
			getNode: () => ({ parameters: { to: '={{ $json.to }}', text: '=Hello {{ $json.name }}' } }),
			getInputData: () => items,
			getTimezone: () => 'UTC',
			getNodeParameter: () => undefined,
		} as unknown as IExecuteFunctions;
		const parametersOf = itemParameters(context);
		const before = heap();
		const kept = items.map((_item, index) => {
			const parameters = parametersOf(index, fields);
			parameters.text('to');
			parameters.text('text');
			return parameters;
		});
		const bytesEach = (heap() - before) / kept.length;
		expect(bytesEach).toBeLessThan(400);
	});
});
