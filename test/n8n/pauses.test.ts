import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { OwnMessages } from '../../nodes/shared/conversation/ownMessages';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import {
	messagePayload,
	messagesChange,
	payload,
	phoneNumber,
	statusPayload,
	timestamp,
} from '../unit/trigger/payloads';

let simulator: Simulator;
let trigger: TriggerHost | undefined;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
afterEach(async () => await trigger?.stop());

type Options = Record<string, string | number>;
const pausing: Options = { pauseWhilePersonReplies: 60 };

async function start(triggerOptions: Options, events = ['messages', 'statuses']) {
	trigger = await TriggerHost.start({
		credential: () => credentialFor(simulator.url),
		parameters: { events, triggerOptions },
	});
	return trigger;
}

let deliveries = 0;
const newId = () => `wamid.${++deliveries}`;

const deliver = async (body: object) =>
	await signedPost(trigger?.webhookUrl() ?? '', JSON.stringify(body));
const write = (body = 'Hi') =>
	deliver(messagePayload({ id: newId(), type: 'text', text: { body } }));

/** What somebody else writes for the business. */
const echo = (field: string, more: object = {}) =>
	deliver(
		payload({
			...messagesChange({
				message_echoes: [
					{
						...{ from: '15550783881', to: phoneNumber, id: newId(), timestamp },
						...{ type: 'text', text: { body: 'I will help you' } },
						...more,
					},
				],
			}),
			field,
		}),
	);
const inApp = (more: object = {}) => echo('smb_message_echoes', more);

async function conversation(operation: string, parameters: Record<string, string | number> = {}) {
	const { outputs } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource: 'conversation', operation, customer: phoneNumber, ...parameters },
		credential: credentialFor(simulator.url),
		items: [{ json: {} }],
	});
	return outputs[0]?.[0]?.json;
}

const texts = () => trigger?.executions.map((items) => items[0]?.json.text);
const inAnHour = new Date((Number(timestamp) + 3600) * 1000).toISOString();
const secondsAgo = (seconds: number) => String(Math.floor(Date.now() / 1000) - seconds);

describe('The option Pause While a Person Replies', () => {
	it('lets messages start nothing from what a person wrote in the app on, and starts nothing for it', async () => {
		await start(pausing);
		await write('Before');
		await inApp();
		await write('After');
		expect(texts()).toEqual(['Before']);
		expect(await conversation('getState')).toMatchObject({
			pausedUntil: inAnHour,
			pauseReason: 'A person replied in the WhatsApp Business app',
			// The message counts all the same.
			windowOpen: true,
		});
	});

	it('counts from the last message of the person, and keeps a longer pause', async () => {
		await start(pausing);
		await inApp({ timestamp: secondsAgo(3000) });
		const first = (await conversation('getState'))?.pausedUntil;
		await inApp({ timestamp: secondsAgo(60) });
		const second = (await conversation('getState'))?.pausedUntil;
		expect(Date.parse(String(second)) - Date.parse(String(first))).toBeGreaterThan(2_900_000);
		const long = await conversation('pause', { pauseFor: 2, unit: 'days' });
		await inApp();
		expect(await conversation('getState')).toMatchObject({ pausedUntil: long?.pausedUntil });
	});

	it.each<[string, object]>([
		['is older than the pause', { timestamp: secondsAgo(3601) }],
		['edits a message', { type: 'edit', edit: { original_message_id: 'wamid.0' } }],
		['deletes a message', { type: 'revoke', revoke: { original_message_id: 'wamid.0' } }],
		['is in the chat with another customer', { to: '16505551235' }],
	])('does not pause because of what %s', async (_what, more) => {
		await start(pausing);
		await inApp(more);
		await write();
		expect(texts()).toEqual(['Hi']);
	});

	it('starts again after Conversation: Resume', async () => {
		await start(pausing);
		await inApp();
		await conversation('resume');
		await write();
		expect(texts()).toEqual(['Hi']);
	});

	it('lets statuses and chosen echoes start the workflow', async () => {
		const { executions } = await start(pausing, ['messages', 'statuses', 'smb_message_echoes']);
		await inApp();
		await deliver(statusPayload({ status: 'read', recipient_id: phoneNumber, id: newId() }));
		expect(executions.map(([item]) => [item?.json.event, item?.json.paused])).toEqual([
			['smb_message_echoes', true],
			['status', true],
		]);
	});

	it('counts what another app sends, and not what the nodes send, even if its echo is first', async () => {
		const { executions } = await start(pausing);
		await trigger?.activate();
		const own = new OwnMessages(memoryOf(credentialFor(simulator.url)));
		expect(await own.isWatched()).toBe(true);
		await own.note('wamid.own');
		await echo('message_echoes', { id: 'wamid.own' });
		const late = echo('message_echoes', { id: 'wamid.late' });
		setTimeout(() => void own.note('wamid.late'), 100);
		await late;
		await write();
		expect(executions).toHaveLength(1);
		await echo('message_echoes', { id: 'wamid.other' });
		await write();
		expect(executions).toHaveLength(1);
		expect(await conversation('getState')).toMatchObject({
			pauseReason: 'A person replied with another app',
		});
	});
});

describe('A paused conversation', () => {
	it.each<[string, Options, unknown[]]>([
		['changes nothing without the options', {}, [{ text: 'Hi', paused: true }]],
		['starts nothing with the option', pausing, []],
		['starts nothing with the option While Paused alone', { whilePaused: 'startNothing' }, []],
		[
			'starts with paused true if so chosen',
			{ ...pausing, whilePaused: 'startPaused' },
			[{ text: 'Hi', paused: true }],
		],
	])('%s', async (_what, options, items) => {
		const { executions } = await start(options);
		await conversation('pause');
		await write();
		expect(executions.flat().map(({ json }) => json)).toMatchObject(items);
	});

	it('is not paused by a person without the option', async () => {
		await start({ whilePaused: 'startNothing' });
		await inApp();
		await write();
		expect(texts()).toEqual(['Hi']);
	});
});
