import type { INodeExecutionData } from 'n8n-workflow';

import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import { itemKey, runOnce, hasFinished } from '../../../nodes/WhatsAppBusiness/run/itemMemo';

const node = { type: 'n8n-nodes-whatsapp-business.whatsAppBusiness' };
const tool = { type: 'n8n-nodes-whatsapp-business.whatsAppBusinessTool' };
const unknown = new ApiError({ what: '', todo: '', outcome: 'unknown', retryable: false });

/** Runs an item with an unknown outcome, then the item of the next try, and returns how often it was sent. */
async function twice(first: INodeExecutionData, second: INodeExecutionData, { type } = node) {
	let sent = 0;
	const run = () => {
		sent++;
		return Promise.reject(unknown);
	};
	await expect(runOnce(itemKey(first, { type }), run)).rejects.toBe(unknown);
	await expect(runOnce(itemKey(second, { type }), run)).rejects.toBe(unknown);
	return sent;
}

const json = () => ({ to: '+16505551234' });

describe('runOnce', () => {
	it('sends an item once, however often n8n retries the node', async () => {
		const item = { json: json() };
		expect(await twice(item, item)).toBe(1);
	});

	it('counts an item with an unknown outcome as not finished', async () => {
		const [sent, lost] = [{ json: json() }, { json: json() }];
		expect(hasFinished(sent)).toBe(false);
		await runOnce(sent, () => Promise.resolve([]));
		await expect(runOnce(lost, () => Promise.reject(unknown))).rejects.toBe(unknown);
		expect([hasFinished(sent), hasFinished(lost)]).toEqual([true, false]);
	});

	it('sends the items of two branches that share their data', async () => {
		const shared = json();
		expect(await twice({ json: shared }, { json: shared })).toBe(2);
	});

	it('recognizes a tool call by its arguments, for which n8n creates a new item per try', async () => {
		const shared = json();
		expect(await twice({ json: shared }, { json: shared }, tool)).toBe(1);
		expect(await twice({ json: json() }, { json: json() }, tool)).toBe(2);
	});
});
