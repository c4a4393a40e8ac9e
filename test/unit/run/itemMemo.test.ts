import type { INodeExecutionData } from 'n8n-workflow';

import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import { itemKey, runOnce, hasFinished } from '../../../nodes/WhatsAppBusiness/run/itemMemo';

const node = { type: 'n8n-nodes-whatsapp-business.whatsAppBusiness' };
const tool = { type: 'n8n-nodes-whatsapp-business.whatsAppBusinessTool' };
const unknown = new ApiError({ what: '', todo: '', outcome: 'unknown', retryable: false });

/** Runs an item that ends with an unknown outcome, then the item of the next try; gives how often it was sent. */
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

it('sends an item once, however often n8n tries', async () => {
	const item = { json: json() };
	expect(await twice(item, item)).toBe(1);
});

it('counts as done what was sent, not what only may have been', async () => {
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

it('knows the arguments of a tool again, for which n8n makes an item for each try', async () => {
	const shared = json();
	expect(await twice({ json: shared }, { json: shared }, tool)).toBe(1);
	expect(await twice({ json: json() }, { json: json() }, tool)).toBe(2);
});
