import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { splitPayload } from '../../nodes/shared/events/splitPayload';
import type { WebhookPayload } from '../../nodes/shared/events/payload';
import { itemOf } from '../../nodes/shared/items/toItem';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { business, startSimulator } from '../../simulator';
import type { FaultInput, ReceivedMessage, Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import type { NodeRun, UpstreamNode } from '../support/engine';

const [number, otherNumber] = business.phoneNumbers;
const [customer, otherCustomer] = business.customers;
const to = `+${customer.waId}`;
const packageName = 'n8n-nodes-whatsapp-business';
const messages = {
	message: [
		{ text: 'Hello' },
		{
			type: 'sendMedia',
			mediaType: 'image',
			mediaSource: 'url',
			mediaUrl: 'https://example.com/fern.png',
			caption: 'A fern',
		},
		{ type: 'sendButtons', body: 'Shall we send it?', buttons: { button: [{ title: 'Yes' }] } },
	],
};

let simulator: Simulator;
let credential: CredentialData;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
	credential = credentialFor(simulator.url);
});
afterAll(() => simulator.stop());
beforeEach(async () => {
	await simulator.reset();
	simulator.updateSettings({ pairLimit: null });
});

interface RunOptions extends Partial<NodeRun> {
	options?: INodeParameters;
	parameters?: INodeParameters;
	settings?: Partial<INode>;
}

const run = ({ options, parameters, ...others }: RunOptions = {}) =>
	runNode({
		node: new WhatsAppBusiness(),
		parameters: {
			resource: 'message',
			operation: 'sendSequence',
			to,
			messages,
			...parameters,
			options: { pauseSeconds: 0.01, maxRetries: 0, ...options },
		},
		credential,
		items: [{ json: {} }],
		...others,
	});
const ids = () => simulator.messages().map(({ id }) => id);
const types = () => simulator.messages().map(({ body }) => body.type);
/** How often something was sent that is no message: that a message was read. */
const readMarks = () =>
	simulator.requests().filter(({ path }) => path.endsWith('/messages')).length - ids().length;

/** Runs while the message of that number fails, the first being 1. */
function runFailingAt(failed: number, others: RunOptions = {}) {
	const pass: FaultInput = { kind: 'slow', delayMs: 0, path: '/messages$', times: failed - 1 };
	simulator.addFaults(...(failed > 1 ? [pass] : []), {
		kind: 'graphError',
		code: 131016,
		path: '/messages$',
		times: 1,
	});
	return run(others);
}

describe('A sequence', () => {
	it('is sent in order, as one item with all IDs and texts', async () => {
		const { outputs, error } = await run();
		expect(error).toBeUndefined();
		expect(types()).toEqual(['text', 'image', 'interactive']);
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			{
				to: customer.waId,
				text: 'Hello\n\nA fern\n\nShall we send it?',
				status: 'accepted',
				messageId: ids()[0],
				phoneNumberId: number.id,
				messageIds: ids(),
			},
		]);
	});

	it('stops where a message fails, and says what was sent', async () => {
		const { error } = await runFailingAt(2);
		expect(error?.message).toMatch(/^Message 2 of 3 was not sent: /);
		expect(error?.description).toContain(`Message 1 was sent (${ids()[0]}).`);
		expect(error?.description).toContain('Message 3 was not sent either.');
		expect(types()).toEqual(['text']);
	});

	it('says of the first message, too, that the others were not sent', async () => {
		const { error } = await runFailingAt(1);
		expect(error?.message).toMatch(/^Message 1 of 3 was not sent: /);
		expect(error?.description).toContain('Messages 2 to 3 were not sent either.');
		expect(types()).toEqual([]);
	});

	it('names the field of a message that WhatsApp refuses', async () => {
		const missing = { type: 'sendMedia', mediaSource: 'id', mediaId: '1', mediaType: 'image' };
		const { error } = await run({
			parameters: { messages: { message: [{ text: 'Hello' }, missing] } },
		});
		expect(error?.message).toMatch(/^Message 2 of 2 was not sent: 'Media ID': /);
	});

	it('is sent only as far as it is missing when it runs again with a Send Once Key', async () => {
		const options = { sendOnceKey: 'answer-1' };
		await runFailingAt(2, { options });
		const { outputs } = await run({ options });
		expect(types()).toEqual(['text', 'image', 'interactive']);
		expect(outputs[0]?.[0]?.json).toMatchObject({ alreadySent: false, messageIds: ids() });
	});

	it('is not paused before what was sent earlier', async () => {
		const options = { sendOnceKey: 'answer-2', messagesPerSecond: 0 };
		await run({ options });
		const before = simulator.requests().length;
		const { outputs } = await run({ options: { ...options, pauseSeconds: 25 } });
		expect(outputs[0]?.[0]?.json).toMatchObject({ alreadySent: true, messageIds: ids() });
		expect(simulator.requests()).toHaveLength(before);
	});

	it('is sent only as far as it is missing when n8n retries the node', async () => {
		const { error } = await runFailingAt(3, {
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		});
		expect(error).toBeUndefined();
		expect(types()).toEqual(['text', 'image', 'interactive']);
	});

	it('ends in a pause when the execution is stopped', async () => {
		let stop: () => void = () => undefined;
		const running = run({ options: { pauseSeconds: 25 }, onStart: (cancel) => (stop = cancel) });
		while (ids().length === 0) await new Promise((resolve) => setImmediate(resolve));
		stop();
		const { error } = await running;
		expect(error?.name).toBe('ManualExecutionCancelledError');
		expect(types()).toEqual(['text']);
	});

	it('does not hold up the messages to others during its pauses', async () => {
		let stop: () => void = () => undefined;
		const running = run({
			parameters: { to: '={{ $json.to }}' },
			options: { pauseSeconds: 25, messagesPerSecond: 1000 },
			items: [{ json: { to } }, { json: { to: `+${otherCustomer.waId}` } }],
			onStart: (cancel) => (stop = cancel),
		});
		while (ids().length < 2) await new Promise((resolve) => setImmediate(resolve));
		stop();
		await running;
		expect(types()).toEqual(['text', 'text']);
	});

	it('takes texts and messages from an expression', async () => {
		const { error } = await run({
			parameters: { specifyMessages: 'json', messagesJson: '={{ $json.texts }}' },
			items: [
				{
					json: {
						texts: ['Hello', { type: 'sticker', sticker: { link: 'https://example.com/a.webp' } }],
					},
				},
			],
		});
		expect(error).toBeUndefined();
		expect(types()).toEqual(['text', 'sticker']);
	});
});

describe('The typing indicator of a sequence', () => {
	const trigger: UpstreamNode = {
		name: 'Customer Writes',
		type: `${packageName}.${new WhatsAppBusinessTrigger().description.name}`,
		execute: (items) => items,
	};
	const agent: UpstreamNode = {
		name: 'Agent',
		type: 'agent',
		execute: (items) => items.map((_item, item) => ({ json: { output: 'x' }, pairedItem: item })),
	};

	/** What the trigger outputs for a message that was received. */
	function written({ id, from }: ReceivedMessage, phoneNumberId: string = number.id) {
		const value = {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550783882', phone_number_id: phoneNumberId },
			contacts: [{ wa_id: from }],
			messages: [{ from, id, timestamp: '1790000000', type: 'text', text: { body: 'Hi' } }],
		};
		const payload = {
			object: 'whatsapp_business_account',
			entry: [{ id: business.waba.id, changes: [{ field: 'messages', value }] }],
		} as WebhookPayload;
		return splitPayload(payload).map((event): INodeExecutionData => ({
			json: { ...itemOf(event) },
		}));
	}
	const started = (items: INodeExecutionData[], others: RunOptions = {}) =>
		run({
			items,
			upstream: [trigger, agent],
			settings: { type: `${packageName}.whatsAppBusiness` },
			...others,
		});
	const write = (by: string = customer.waId) => simulator.writeAs(by, { type: 'text', text: 'Hi' });

	it('is shown between the messages for the one that started the workflow', async () => {
		const received = await write();
		await started(written(received), { parameters: { to: '' } });
		expect(readMarks()).toBe(2);
		const [, second, third] = simulator.messages().map(({ acceptedAt }) => acceptedAt);
		expect(received.typingAt).toBeGreaterThanOrEqual(second ?? Infinity);
		expect(received.typingAt).toBeLessThanOrEqual(third ?? 0);
	});

	it("is shown for the recipient's last message if several started the workflow", async () => {
		const first = await write();
		const last = await write();
		const other = await write(otherCustomer.waId);
		await started(
			[first, last, other].flatMap((message) => written(message)),
			{
				parameters: { messages: { message: [{ text: 'a' }, { text: 'b' }] } },
			},
		);
		expect(readMarks()).toBe(3);
		expect(last.typingAt).toBeDefined();
		expect([first, other].map(({ typingAt }) => typingAt)).toEqual([undefined, undefined]);
	});

	it('is not shown to a customer who does not get the messages, nor by another number', async () => {
		const received = await write();
		await started(written(received), { parameters: { to: `+${otherCustomer.waId}` } });
		await started(written(received, otherNumber.id), {
			parameters: { to, sender: { __rl: true, mode: 'id', value: number.id } },
		});
		expect(ids()).toHaveLength(6);
		expect(readMarks()).toBe(0);
	});

	it('is not shown when it is off, or there are no pauses', async () => {
		const received = await write();
		await started(written(received), { parameters: { typingIndicator: false } });
		await started(written(received), { options: { pauseSeconds: 0 } });
		expect(ids()).toHaveLength(6);
		expect(readMarks()).toBe(0);
	});

	it('is shown for the message whose ID was entered', async () => {
		const received = await write();
		await run({ options: { receivedMessageId: received.id } });
		expect(received.typingAt).toBeDefined();
	});

	it('holds no message back when it fails, which a hint says', async () => {
		const { run: result, error } = await run({ options: { receivedMessageId: 'wamid.none' } });
		expect(error).toBeUndefined();
		expect(types()).toEqual(['text', 'image', 'interactive']);
		const hints = result.data.resultData.runData.Tested?.[0]?.hints ?? [];
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringMatching(/^The messages were sent without a typing indicator: /),
		);
	});
});
