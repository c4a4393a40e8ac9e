import type { INodeParameters } from 'n8n-workflow';

import { processState } from '../../nodes/graphApi/processState';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { Conversations } from '../../nodes/shared/conversation/conversations';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import type { TriggerHostOptions } from '../support/triggerHost';
import { until } from '../support/until';
import {
	messagePayload,
	messagesChange,
	payload,
	phoneNumber,
	phoneNumberId,
	statusPayload,
	userId,
} from '../unit/trigger/payloads';

const minute = 60_000;
/** Minutes. */
const day = 1_440;
/** Somebody who is always due, to see that a look is over. */
const control = '16505559999';

let simulator: Simulator;
let trigger: TriggerHost;
const hosts: TriggerHost[] = [];

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());
afterEach(async () => {
	delete process.env.N8N_EDITOR_BASE_URL;
	jest.restoreAllMocks();
	processState.reset();
	await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

const inactive: INodeParameters = { events: ['messages', 'statuses', 'conversation_inactive'] };
const nobodyWrites: INodeParameters = { ...inactive, inactiveWhen: 'nobodyWrites' };
const closing: INodeParameters = { events: ['messages', 'window_closing'] };

async function start(
	parameters: INodeParameters,
	more: Partial<TriggerHostOptions> = {},
): Promise<TriggerHost> {
	trigger = await TriggerHost.start({
		credential: () => credentialFor(simulator.url),
		parameters,
		...more,
	});
	hosts.push(trigger);
	return trigger;
}

/** Lets so much time pass since the test began, for everything but timers. */
function pass(minutes: number): void {
	jest.restoreAllMocks();
	const real = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => real() + minutes * minute);
}
/** Somebody edits the trigger. */
const change = (parameters: INodeParameters) => {
	Object.assign(trigger.workflow.getNode('Trigger')?.parameters ?? {}, parameters);
};
/** n8n starts again, and looks. */
const look = () => trigger.activate({ isStart: true });

let deliveries = 0;
const common = () => ({
	id: `wamid.followUp.${++deliveries}`,
	timestamp: String(Math.floor(Date.now() / 1_000)),
});
const deliver = async (body: object, isTest = false) => {
	expect(await signedPost(trigger.webhookUrl({ isTest }), JSON.stringify(body))).toBe(200);
};
const write = (from = phoneNumber) =>
	deliver(messagePayload({ ...common(), from, type: 'text', text: { body: 'Hi' } }, []));
const reply = (to = phoneNumber) =>
	deliver(statusPayload({ ...common(), status: 'sent', recipient_id: to }));

const items = () =>
	trigger.executions
		.flat()
		.map(({ json }) => json)
		.filter(({ event }) => event === 'conversation_inactive' || event === 'window_closing');
const customers = () => items().map(({ customer }) => customer);
const started = (count: number) => until(() => items().length >= count);
const memory = () => memoryOf(credentialFor(simulator.url));
const conversation = { phoneNumberId, users: [phoneNumber] };

describe('Conversation Inactive', () => {
	it('starts once when the customer has not replied, with the state of the conversation', async () => {
		await start(inactive);
		await trigger.activate();
		await write();
		await reply();
		pass(59);
		await look();
		pass(61);
		await look();
		await started(1);
		const state = await new Conversations(memory()).stateOf(conversation);
		expect(items()).toEqual([{ event: 'conversation_inactive', ...state }]);
		expect(state).toMatchObject({ customer: phoneNumber, phoneNumberId, windowOpen: true });
		expect(trigger.modes.at(-1)).toBe('webhook');
		expect(trigger.log).toEqual([]);
	});

	it.each<[string, INodeParameters, string[]]>([
		['starts nothing for a customer who wrote last', inactive, [control]],
		['starts for a customer who wrote last if that counts', nobodyWrites, [phoneNumber, control]],
	])('%s', async (_what, parameters, expected) => {
		await start(parameters);
		await trigger.activate();
		await write();
		await reply(control);
		pass(61);
		await look();
		await started(expected.length);
		expect(customers()).toEqual(expected);
	});

	it('starts again only after the customer has written, whatever we write', async () => {
		await start(nobodyWrites);
		await trigger.activate();
		await write();
		pass(61);
		await look();
		await started(1);
		await reply();
		await reply(control);
		pass(125);
		await look();
		await started(2);
		expect(customers()).toEqual([phoneNumber, control]);
		await write();
		pass(190);
		await look();
		await started(3);
		expect(customers()).toEqual([phoneNumber, control, phoneNumber]);
	});

	it('starts no second time once it is forgotten when the customer last wrote', async () => {
		await start(inactive);
		await trigger.activate();
		await write();
		pass(20 * day);
		await reply();
		pass(20 * day + 61);
		await look();
		await started(1);
		pass(29 * day);
		await look();
		pass(31 * day);
		await reply(control);
		pass(31 * day + 61);
		await look();
		await started(2);
		expect(customers()).toEqual([phoneNumber, control]);
		expect((await new Conversations(memory()).stateOf(conversation)).lastMessageInAt).toBeNull();
	});

	it('counts what a person writes in the WhatsApp Business app as written by us', async () => {
		await start(inactive);
		await trigger.activate();
		await write();
		const message = { ...common(), from: '15550783881', to: phoneNumber };
		const written = { ...message, type: 'text', text: { body: 'I will help you' } };
		const field = 'smb_message_echoes';
		await deliver(payload({ ...messagesChange({ message_echoes: [written] }), field }));
		pass(61);
		await look();
		await started(1);
		expect(customers()).toEqual([phoneNumber]);
	});

	it('knows a customer who hides the number', async () => {
		await start(nobodyWrites);
		await trigger.activate();
		const hidden = { ...common(), from: undefined, from_user_id: userId };
		await deliver(messagePayload({ ...hidden, type: 'text', text: { body: 'Hi' } }, []));
		pass(61);
		await look();
		await started(1);
		expect(customers()).toEqual([userId]);
	});

	it('leaves paused conversations to the person, also when the pause has ended', async () => {
		await start(inactive);
		await trigger.activate();
		for (const customer of [phoneNumber, control]) await reply(customer);
		pass(61);
		await new Conversations(memory()).pauseAtLeast(conversation, new Date(Date.now() + minute), '');
		await look();
		await started(1);
		await reply('16505550002');
		pass(130);
		await look();
		await started(2);
		expect(customers()).toEqual([control, '16505550002']);
	});

	it('starts for paused conversations if While Paused says so', async () => {
		await start({ ...inactive, triggerOptions: { whilePaused: 'startPaused' } });
		await trigger.activate();
		await reply();
		pass(61);
		await new Conversations(memory()).pauseAtLeast(
			conversation,
			new Date(Date.now() + minute),
			'x',
		);
		await look();
		await started(1);
		expect(items()).toMatchObject([{ customer: phoneNumber, pauseReason: 'x' }]);
	});

	it('starts nothing for customers who opted out', async () => {
		await start(inactive);
		await trigger.activate();
		for (const customer of [phoneNumber, control]) await reply(customer);
		await new Conversations(memory()).optOut(conversation, 'Wrote STOP');
		pass(61);
		await look();
		await started(1);
		expect(customers()).toEqual([control]);
	});

	it('heeds the filters Sender and Maximum Age', async () => {
		await start({ ...inactive, filters: { sender: `+${control}`, maximumAge: 10 } });
		await trigger.activate();
		for (const customer of [phoneNumber, control, '16505550003']) await reply(customer);
		pass(61);
		await look();
		await started(1);
		pass(80);
		await reply(control);
		pass(155);
		await look();
		await write(control);
		await reply(control);
		pass(217);
		await look();
		await started(2);
		expect(customers()).toEqual([control, control]);
	});

	it.each<[INodeParameters, number]>([
		[{}, 1],
		[{ separateExecutions: true }, 2],
	])('starts with the options %j %i executions for two customers', async (options, count) => {
		await start({ events: ['conversation_inactive'], triggerOptions: options });
		await trigger.activate();
		for (const customer of [phoneNumber, control]) await reply(customer);
		pass(61);
		await look();
		await started(2);
		expect(trigger.executions).toHaveLength(count);
	});

	it('is tried again when n8n could not take it', async () => {
		await start(inactive);
		await trigger.activate();
		await reply();
		pass(61);
		trigger.servesProduction = false;
		await look();
		await until(() => trigger.log.length > 0);
		expect(trigger.log[0]).toMatch(/^'Trigger': The workflow could not be started .*: n8n/);
		expect(trigger.log[0]).not.toContain(phoneNumber);
		trigger.servesProduction = true;
		await look();
		await started(1);
	});

	it('starts nothing for what was due while the workflow was not published', async () => {
		await start(inactive);
		await trigger.activate();
		await reply();
		await trigger.takeDown();
		pass(61);
		await trigger.activate();
		await reply(control);
		pass(122);
		await look();
		await started(1);
		expect(customers()).toEqual([control]);
	});

	it('goes on where it was when the same is published anew', async () => {
		await start(inactive);
		await trigger.activate();
		await reply();
		pass(61);
		await trigger.takeDown();
		pass(61.1);
		await trigger.activate();
		await started(1);
		expect(customers()).toEqual([phoneNumber]);
	});

	it('starts nothing for what would already be due when the minutes change', async () => {
		await start(inactive);
		await trigger.activate();
		await reply();
		pass(30);
		await reply(control);
		change({ inactiveAfter: 20 });
		await trigger.takeDown();
		await trigger.activate();
		pass(51);
		await look();
		await started(1);
		expect(customers()).toEqual([control]);
	});

	it('does not start for a shorter time what has started for a longer one', async () => {
		await start(inactive);
		await trigger.activate();
		await reply();
		pass(61);
		await look();
		await started(1);
		change({ inactiveAfter: 120 });
		await trigger.takeDown();
		await trigger.activate();
		await reply(control);
		pass(182);
		await look();
		await started(2);
		expect(customers()).toEqual([phoneNumber, control]);
	});

	it('refuses minutes out of range when the workflow is published', async () => {
		await start({ ...inactive, inactiveAfter: 0 });
		await expect(trigger.activate()).rejects.toThrow(
			/^'Inactive After \(Minutes\)' is not a number from 1 to 10080/,
		);
	});

	it('reaches itself in its process if n8n cannot reach its public URL', async () => {
		await start({ ...inactive, registration: 'byHand' }, { publicUrl: 'http://127.0.0.1:1' });
		await trigger.activate();
		const sent = statusPayload({ ...common(), status: 'sent', recipient_id: phoneNumber });
		const { pathname } = new URL(trigger.webhookUrl());
		await signedPost(`${trigger.url}${pathname}`, JSON.stringify(sent));
		pass(61);
		await look();
		await started(1);
	});

	it('goes on with a new app secret', async () => {
		let appSecret: string = business.app.secret;
		await start(inactive, { credential: () => credentialFor(simulator.url, { appSecret }) });
		await trigger.activate();
		await reply();
		appSecret = 'b'.repeat(32);
		pass(61);
		const read = statusPayload({ ...common(), status: 'read', recipient_id: phoneNumber });
		await signedPost(trigger.webhookUrl(), JSON.stringify(read), appSecret);
		await started(1);
		expect(customers()).toEqual([phoneNumber]);
	});

	it('takes requests from nobody else', async () => {
		await start(inactive);
		await trigger.activate();
		await reply();
		pass(61);
		const response = await fetch(trigger.webhookUrl(), {
			method: 'POST',
			headers: { 'x-follow-ups': '1' },
			body: JSON.stringify({
				phoneNumberId,
				due: [{ event: 'conversation_inactive', customer: phoneNumber }],
			}),
		});
		expect(response.status).toBe(401);
		expect(items()).toEqual([]);
	});
});

describe('Window Closing', () => {
	it('starts before the window closes, if the last message has no reply', async () => {
		await start(closing);
		await trigger.activate();
		await write();
		await write(control);
		await reply(control);
		pass(1_379);
		await look();
		pass(1_381);
		await look();
		await started(1);
		expect(items()).toMatchObject([{ event: 'window_closing', customer: phoneNumber }]);
	});

	it('starts nothing once the window has closed', async () => {
		await start({ ...closing, events: ['messages', 'window_closing', 'conversation_inactive'] });
		await trigger.activate();
		await write();
		await reply(control);
		pass(1_441);
		await look();
		await started(1);
		expect(items()).toMatchObject([{ event: 'conversation_inactive', customer: control }]);
	});
});

describe('A trigger that only follows up', () => {
	const [number] = business.phoneNumbers;
	const override = () =>
		simulator.state.phoneNumbers.find(({ id }) => id === number.id)?.override?.url;
	const followUp: INodeParameters = { events: ['conversation_inactive'] };

	it('receives messages itself if nobody else does', async () => {
		await start(followUp);
		await trigger.activate();
		expect(override()).toBe(trigger.webhookUrl());
		await reply();
		pass(61);
		await look();
		await started(1);
	});

	it.each([true, false])(
		'knows what another trigger of this n8n receives (published first: %s)',
		async (botIsFirst) => {
			const bot = await start({ events: ['messages'] }, { workflow: 'Bot', webhookId: 'bot' });
			const later = await start(followUp, { workflow: 'Later', webhookId: 'later' });
			const [first, second] = botIsFirst ? [bot, later] : [later, bot];
			process.env.N8N_EDITOR_BASE_URL = first.url;
			await first.activate();
			await second.activate();
			expect(override()).toBe(bot.webhookUrl());
			trigger = bot;
			await reply();
			trigger = later;
			process.env.N8N_EDITOR_BASE_URL = bot.url;
			pass(61);
			await look();
			await started(1);
			expect(bot.executions).toEqual([]);
			await later.activate({ isTest: true });
			trigger = bot;
			await reply(control);
			trigger = later;
			pass(122);
			await look();
			await started(2);
			expect(later.modes).toEqual(['webhook', 'manual']);
			await later.deactivate({ isTest: true });
			expect(override()).toBe(bot.webhookUrl());
		},
	);

	it('does not count on what somebody else receives', async () => {
		const bot = await start({ events: ['messages'] }, { workflow: 'Bot', webhookId: 'bot' });
		await bot.activate();
		await start(followUp, { workflow: 'Later', webhookId: 'later' });
		await expect(trigger.activate()).rejects.toThrow("'Registration' is not possible");
	});
});

describe('A test run', () => {
	it('takes a conversation that becomes due in production while it listens', async () => {
		await start(inactive);
		await trigger.activate();
		await reply();
		await trigger.activate({ isTest: true });
		pass(61);
		await look();
		await started(1);
		expect(trigger.modes.at(-1)).toBe('manual');
		await trigger.deactivate({ isTest: true });
		await reply(control);
		pass(122);
		await look();
		await started(2);
		expect(customers()).toEqual([phoneNumber, control]);
	});

	it('watches by itself if the workflow is not published', async () => {
		await start(inactive);
		await new Conversations(memory()).noteMessageOut(
			conversation,
			new Date(Date.now() - 59 * minute),
		);
		await new Conversations(memory()).noteMessageOut(
			{ phoneNumberId, users: [control] },
			new Date(Date.now() - 60 * minute + 5_000),
		);
		await trigger.activate({ isTest: true });
		await started(1);
		expect(customers()).toEqual([control]);
		expect(trigger.modes).toEqual(['manual']);
	});
});
