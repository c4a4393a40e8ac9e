import type { INodeParameters } from 'n8n-workflow';

import { memoryOf } from '../../nodes/memory/memoryOf';
import { RememberedTexts } from '../../nodes/shared/conversation/rememberedTexts';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import {
	messagePayload,
	messagesChange,
	payload,
	phoneNumber,
	timestamp,
} from '../unit/trigger/payloads';

const [number, otherNumber] = business.phoneNumbers;
const [pablo] = business.customers;

let simulator: Simulator;
let trigger: TriggerHost;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());
afterEach(() => trigger.stop());

const credential = () => credentialFor(simulator.url);

async function publish(triggerOptions: INodeParameters = { rememberTexts: true }) {
	trigger = await TriggerHost.start({
		credential,
		parameters: { events: ['messages'], triggerOptions },
	});
	await trigger.activate();
}

async function run(parameters: INodeParameters) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters,
		credential: credential(),
		items: [{ json: {} }],
	});
	expect(error).toBeUndefined();
	return outputs[0]?.[0]?.json ?? {};
}

const send = (parameters: INodeParameters) =>
	run({ resource: 'message', operation: 'sendText', to: pablo.waId, text: 'Tea?', ...parameters });

async function write(text: string, more: object = {}) {
	const { id } = await simulator.writeAs(pablo.waId, { type: 'text', text, ...more });
	await simulator.settled();
	return id;
}

/** The context of the item that the latest execution started with. */
const context = () => trigger.executions.at(-1)?.[0]?.json.context;

const unknown = { type: null, text: null, sentBy: null };

describe('The option Remember Texts', () => {
	it.each<[string, INodeParameters, object]>([
		['a text', {}, { type: 'text', text: 'Tea?' }],
		[
			'buttons',
			{
				...{ operation: 'sendButtons', body: 'Tea or coffee?' },
				...{ buttons: { button: [{ title: 'Tea' }, { title: 'Coffee' }] } },
			},
			{ type: 'button', text: 'Tea or coffee?' },
		],
		[
			'a caption',
			{
				...{ operation: 'sendMedia', mediaType: 'image', mediaSource: 'url' },
				...{ mediaUrl: 'https://example.com/tea.png', options: { caption: 'Our tea' } },
			},
			{ type: 'image', text: 'Our tea' },
		],
		[
			'a location',
			{ operation: 'sendLocation', latitude: '1', longitude: '2', options: { name: 'Tea house' } },
			{ type: 'location', text: 'Tea house' },
		],
	])('tells the text of a quoted message of the node: %s', async (_what, parameters, said) => {
		await publish();
		const { messageId } = await send(parameters);
		await write('Yes', { replyTo: messageId });
		expect(context()).toMatchObject({ id: messageId, ...said, sentBy: 'workflow' });
	});

	it.each([
		['with', true],
		['without', false],
	])('tells the text of a template, %s Simplify', async (_what, simplify) => {
		await publish();
		const sent = await send({
			...{
				operation: 'sendTemplate',
				template: { __rl: true, mode: 'list', value: 'newsletter|en_US' },
			},
			...{ specifyValues: 'fields', bodyVariables: { variable: [{ text: 'Roses.' }] }, simplify },
		});
		const [message] = simulator.messages();
		await write('Yes', { replyTo: message?.id });
		const text = expect.stringContaining('Roses.');
		expect(context()).toMatchObject({ type: 'template', text, sentBy: 'workflow' });
		if (simplify) expect(context()).toMatchObject({ text: sent.text });
	});

	it('tells what a customer quotes of their own messages, and reacts to', async () => {
		await publish();
		const id = await write('Is it hot?');
		await write('I mean the tea', { replyTo: id });
		const said = { id, from: pablo.waId, type: 'text', text: 'Is it hot?', sentBy: 'customer' };
		expect(context()).toMatchObject(said);
		await simulator.writeAs(pablo.waId, { type: 'reaction', messageId: id, emoji: '👍' });
		await simulator.settled();
		expect(context()).toMatchObject({ ...said, from: null });
	});

	it('tells what a person wrote in the app and what another app sent, which start nothing', async () => {
		await publish();
		const { id: inApp } = simulator.replyInBusinessApp(pablo.waId, { text: 'Ada here' });
		const { id: elsewhere } = simulator.replyAsOtherApp(pablo.waId, { text: 'Your invoice' });
		await simulator.settled();
		expect(trigger.executions).toEqual([]);
		await write('Hi Ada', { replyTo: inApp });
		// On such a number, WhatsApp names the message by another ID.
		expect(context()).not.toMatchObject({ id: inApp });
		expect(context()).toMatchObject({ type: 'text', text: 'Ada here', sentBy: 'businessApp' });
		await write('Thanks', { replyTo: elsewhere });
		expect(context()).toMatchObject({ type: 'text', text: 'Your invoice', sentBy: 'otherApp' });
	});

	it('knows its own message, even if it is echoed', async () => {
		simulator.updateSettings({ echoOwnMessages: true });
		await publish();
		const { messageId } = await send({});
		await write('Yes', { replyTo: messageId });
		expect(context()).toMatchObject({ text: 'Tea?', sentBy: 'workflow' });
	});

	it('knows the new text of an edited message, and nothing of a deleted one', async () => {
		await publish();
		const id = await write('Two teas');
		const raw = async (message: { type: string; [content: string]: object | string }) => {
			await simulator.writeAs(pablo.waId, { type: 'raw', message });
			await simulator.settled();
		};
		const message = { type: 'text', text: { body: 'Three teas' } };
		await raw({ type: 'edit', edit: { original_message_id: id, message } });
		expect(context()).toMatchObject({ id, ...unknown });
		await write('I changed it', { replyTo: id });
		expect(context()).toMatchObject({ type: 'text', text: 'Three teas', sentBy: 'customer' });
		await raw({ type: 'revoke', revoke: { original_message_id: id } });
		await write('Forget it', { replyTo: id });
		expect(context()).toMatchObject({ type: 'revoke', text: null, sentBy: 'customer' });
	});

	it('tells it in each message of a collection', async () => {
		await publish({ rememberTexts: true, collectMessages: { settings: { silence: 1 } } });
		const { messageId } = await send({});
		await write('Yes', { replyTo: messageId });
		await write('please');
		await until(() => trigger.executions.length > 0);
		expect(trigger.executions[0]?.[0]?.json.messages).toMatchObject([
			{ text: 'Yes', context: { text: 'Tea?' } },
			{ text: 'please', context: null },
		]);
	});

	it('remembers nothing without it, not even what is quoted', async () => {
		await publish({});
		const { messageId } = await send({});
		const id = await write('Yes', { replyTo: messageId });
		expect(context()).toMatchObject({ id: messageId, ...unknown });
		await write('I said', { replyTo: id });
		expect(context()).toMatchObject({ id, ...unknown });
		expect(await memoryOf(credential()).entries('text')).toEqual(new Map());
	});

	it('remembers nothing of other numbers', async () => {
		await publish();
		await send({ sender: { __rl: true, mode: 'id', value: otherNumber.id } });
		expect(await memoryOf(credential()).entries('text:')).toEqual(new Map());
	});

	it('lets the nodes remember nothing more after unpublishing', async () => {
		await publish();
		const texts = new RememberedTexts(memoryOf(credential()));
		expect(await texts.isAsked(number.id)).toBe(true);
		await trigger.deactivate();
		trigger.servesProduction = false;
		expect(await texts.isAsked(number.id)).toBe(false);
		await send({});
		expect(await memoryOf(credential()).entries('text')).toEqual(new Map());
	});

	it('remembers in a test run what arrives, and asks for nothing', async () => {
		trigger = await TriggerHost.start({
			credential,
			parameters: { events: ['messages'], triggerOptions: { rememberTexts: true } },
		});
		await trigger.activate({ isTest: true });
		const id = await write('Is it hot?');
		await write('The tea', { replyTo: id });
		expect(context()).toMatchObject({ text: 'Is it hot?', sentBy: 'customer' });
		const texts = new RememberedTexts(memoryOf(credential()));
		expect(await texts.isAsked(number.id)).toBe(false);
	});

	it('asks with what arrives, if the trigger listens to all numbers', async () => {
		trigger = await TriggerHost.start({
			credential,
			parameters: {
				...{ events: ['messages'], registration: 'byHand' },
				triggerOptions: { rememberTexts: true },
			},
		});
		await trigger.activate();
		const texts = new RememberedTexts(memoryOf(credential()));
		expect(await texts.isAsked(number.id)).toBe(false);
		const body = messagePayload({ type: 'text', text: { body: 'Hi' } });
		await signedPost(trigger.webhookUrl(), JSON.stringify(body));
		expect(await texts.isAsked(number.id)).toBe(true);
	});

	it('remembers nothing of groups', async () => {
		await publish();
		const text = { type: 'text', text: { body: 'Hi' } };
		const message = { ...text, from: phoneNumber, id: 'wamid.1', timestamp, group_id: 'Y2Fw' };
		const body = payload(messagesChange({ messages: [message] }));
		await signedPost(trigger.webhookUrl(), JSON.stringify(body));
		expect(trigger.executions).toHaveLength(1);
		expect(await memoryOf(credential()).entries('text:')).toEqual(new Map());
	});

	it('forgets the texts of a customer with Conversation: Forget', async () => {
		await publish();
		const { messageId } = await send({});
		await run({ resource: 'conversation', operation: 'forget', customer: pablo.waId });
		await write('Yes', { replyTo: messageId });
		expect(context()).toMatchObject({ id: messageId, ...unknown });
	});
});
