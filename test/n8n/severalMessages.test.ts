import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { Conversations } from '../../nodes/shared/conversation/conversations';
import { OwnMessages } from '../../nodes/shared/conversation/ownMessages';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { FaultInput, Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

const [number] = business.phoneNumbers;
const [customer] = business.customers;
const to = `+${customer.waId}`;
const paragraphs = ['a', 'b', 'c'].map((letter) => letter.repeat(3000));
const long: INodeParameters = {
	resource: 'message',
	operation: 'sendText',
	to,
	text: paragraphs.join('\n\n'),
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

const run = (
	options: INodeParameters,
	parameters: INodeParameters = {},
	settings: Partial<INode> = {},
	items: INodeExecutionData[] = [{ json: {} }],
) =>
	runNode({
		node: new WhatsAppBusiness(),
		parameters: { ...long, ...parameters, options: { splitLongTexts: true, ...options } },
		credential,
		items,
		settings,
	});
const sent = () => simulator.messages().map(({ body }) => body);
const texts = () => sent().map(({ text }) => (text as { body: string } | undefined)?.body);
const ids = () => simulator.messages().map(({ id }) => id);

/** Runs while the request of that number fails, the first being 1. */
function runFailingAt(
	failed: number,
	options: INodeParameters,
	settings: Partial<INode> = {},
	fault: FaultInput = { kind: 'graphError', code: 131016 },
) {
	simulator.addFaults(
		{ kind: 'slow', delayMs: 0, path: '/messages$', times: failed - 1 },
		{ ...fault, path: '/messages$', times: 1 },
	);
	return run({ maxRetries: 0, ...options }, {}, settings);
}

describe('A text in several messages', () => {
	it('is sent in order, as one item with all IDs', async () => {
		const { outputs, error } = await run({});
		expect(error).toBeUndefined();
		expect(texts()).toEqual(paragraphs);
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			{
				to: customer.waId,
				text: long.text,
				status: 'accepted',
				messageId: ids()[0],
				phoneNumberId: number.id,
				messageIds: ids(),
			},
		]);
	});

	it('has the ID of a short text in the list as well', async () => {
		const { outputs } = await run({}, { text: 'Hello' });
		expect(outputs[0]?.[0]?.json).toMatchObject({ messageId: ids()[0], messageIds: ids() });
		expect(ids()).toHaveLength(1);
	});

	it("comes out with Meta's response to the first message without 'Simplify'", async () => {
		const { outputs } = await run({}, { simplify: false });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			messages: [{ id: ids()[0] }],
			messageIds: ids(),
		});
	});

	it('names the option when it is off', async () => {
		const { error } = await run({ splitLongTexts: false });
		expect(error?.message).toBe("'Text' has 9004 characters");
		expect(error?.description).toContain("Or turn on 'Split Long Texts'.");
		expect(sent()).toEqual([]);
	});

	it('stops where a message fails, and says what was sent', async () => {
		const { error } = await runFailingAt(2, {});
		expect(error?.message).toMatch(/^Message 2 of 3 was not sent: /);
		expect(error?.description).toContain(`Message 1 was sent (${ids()[0]}).`);
		expect(error?.description).toContain('Message 3 was not sent either.');
		expect(error?.description).toContain("with a 'Send Once Key', it would send only the rest.");
		expect(error?.description).not.toContain('safe to run again');
		expect(texts()).toEqual(paragraphs.slice(0, 1));
	});

	it('says so at an error output, too', async () => {
		const { outputs } = await runFailingAt(3, {}, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			outcome: 'unknown',
			safeToSendAgain: false,
			messageIds: ids(),
		});
		expect(ids()).toHaveLength(2);
	});

	it('is safe to send again with a Send Once Key, which sends only the rest', async () => {
		const options = { sendOnceKey: 'answer-1' };
		const { outputs } = await runFailingAt(2, options, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			outcome: 'notAccepted',
			safeToSendAgain: true,
			messageIds: ids(),
		});
		const second = await run(options);
		expect(texts()).toEqual(paragraphs);
		expect(second.outputs[0]?.[0]?.json).toMatchObject({ alreadySent: false, messageIds: ids() });
		const third = await run(options);
		expect(third.outputs[0]?.[0]?.json).toMatchObject({ alreadySent: true, messageIds: ids() });
		expect(texts()).toEqual(paragraphs);
	});

	it('has a key of its own for each message as callback data', async () => {
		await run({ sendOnceKey: 'answer-2' });
		expect(sent().map(({ biz_opaque_callback_data }) => biz_opaque_callback_data)).toEqual([
			'answer-2',
			'answer-2 #2',
			'answer-2 #3',
		]);
	});

	it('is sent only as far as it is missing when n8n retries the node', async () => {
		const { outputs, error } = await runFailingAt(
			3,
			{},
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		);
		expect(error).toBeUndefined();
		expect(texts()).toEqual(paragraphs);
		expect(outputs[0]?.[0]?.json).toMatchObject({ messageIds: ids() });
	});

	it('is not retried when it is unknown whether a message was sent', async () => {
		const { error } = await runFailingAt(
			2,
			{},
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			{ kind: 'dropBefore' },
		);
		expect(error?.message).toMatch(/^Message 2 of 3 may have been sent: /);
	});

	it('quotes a message only in the first, and shows a link only there', async () => {
		await run({ linkPreview: true, replyToMessageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC' });
		expect(sent().map(({ context }) => context !== undefined)).toEqual([true, false, false]);
	});

	it("is noted with all its messages as the business's own", async () => {
		const memory = memoryOf(credential);
		const own = new OwnMessages(memory);
		await own.watch();
		await run({});
		for (const id of ids()) expect(await own.has(id)).toBe(true);
	});

	it('is a single template if the window is closed', async () => {
		const conversations = new Conversations(memoryOf(credential));
		const chat = { phoneNumberId: number.id, users: [to] };
		await conversations.noteMessageIn(chat, new Date(Date.now() - 30 * 3_600_000));
		const { outputs } = await run(
			{},
			{
				ifWindowClosed: 'template',
				template: { __rl: true, mode: 'list', value: 'hello_world|en_US' },
			},
		);
		expect(sent().map(({ type }) => type)).toEqual(['template']);
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentTemplateInstead: true, messageIds: ids() });
	});

	it('sends what does not fit into a caption as text', async () => {
		const { error } = await run(
			{ caption: `${'x'.repeat(900)}\n\n${'y'.repeat(4000)}\n\nEnd`, maxRetries: 0 },
			{
				operation: 'sendMedia',
				mediaType: 'image',
				mediaSource: 'url',
				mediaUrl: 'https://example.com/a.png',
			},
		);
		expect(error).toBeUndefined();
		expect(sent().map(({ type }) => type)).toEqual(['image', 'text']);
		expect(sent()[0]).toMatchObject({ image: { caption: 'x'.repeat(900) } });
		expect(texts().slice(1)).toEqual([`${'y'.repeat(4000)}\n\nEnd`]);
	});

	it('sends the messages of an item before those of the next to the same person', async () => {
		await run({}, {}, {}, [{ json: {} }, { json: {} }]);
		expect(texts()).toEqual([...paragraphs, ...paragraphs]);
	});
});
