import type { INode } from 'n8n-workflow';

import {
	actionNodeType,
	credentialOf,
	node,
	to as connectedTo,
	triggerNodeType,
} from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { publish } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { world } from '../support/world';

const [customer] = business.customers;
const [, second] = business.phoneNumbers;
const to = `+${customer.waId}`;

/** The customer writes to the second number. The credential has the first. */
describe('Sender: Automatic', () => {
	test('a bot on the second number replies from it, whatever is between trigger and reply', async () => {
		const sendText = { operation: 'sendText', to, text: 'From the bot' };
		const reply = withCredential(node('Reply', actionNodeType, sendText, [400, 0]));
		await expectReplyFromSecond([reply], { 'Only Text': connectedTo('Reply') });
	});
});

function withCredential(plain: INode): INode {
	return { ...plain, credentials: credentialOf(world.credential) };
}

/** Publishes a workflow whose trigger listens to the second number, and lets the customer write. */
async function expectReplyFromSecond(
	nodes: INode[],
	connections: Parameters<typeof publish>[0]['connections'],
): Promise<void> {
	const listening = {
		events: ['messages'],
		phoneNumberId: { __rl: true, mode: 'id', value: second.id },
	};
	const trigger = withCredential(node('Customer', triggerNodeType, listening, [0, 0]));
	const onlyText = { mode: 'raw', jsonOutput: '={{ { text: $json.text } }}', options: {} };
	await publish({
		name: 'Bot on the second number',
		nodes: [
			{ ...trigger, webhookId: 'e2e-second-number' },
			{ ...node('Only Text', 'n8n-nodes-base.set', onlyText, [200, 0]), typeVersion: 3.4 },
			...nodes,
		],
		connections: { Customer: connectedTo('Only Text'), ...connections },
	});
	const { simulator } = world;
	const before = simulator.messages().length;
	const message = { type: 'text', text: 'Hi', phoneNumberId: second.id } as const;
	await simulator.writeAs(customer.waId, message);
	const sent = await until('the reply', () => simulator.messages()[before]);
	expect(sent.phoneNumberId).toBe(second.id);
}
