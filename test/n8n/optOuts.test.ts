import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
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
let trigger: TriggerHost;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(async () => {
	await start({ noteOptOuts: 'STOP, Nunca más' });
});
afterEach(() => trigger.stop());

async function start(triggerOptions: Record<string, string>): Promise<void> {
	trigger = await TriggerHost.start({
		credential: () => credentialFor(simulator.url),
		parameters: { events: ['messages', 'statuses'], triggerOptions },
	});
}

let deliveries = 0;

/** Seconds later than the others before, as a person writes. */
const next = () => {
	deliveries++;
	return { id: `wamid.${deliveries}`, timestamp: String(Number(timestamp) + deliveries) };
};

const deliver = (body: object) => signedPost(trigger.webhookUrl(), JSON.stringify(body));
const write = (body: string, more: object = {}) =>
	deliver(messagePayload({ ...next(), type: 'text', text: { body }, ...more }));
const tap = (text: string) =>
	deliver(messagePayload({ ...next(), type: 'button', button: { text, payload: 'p' } }));
const choose = (value: string, category = 'marketing_messages') =>
	deliver(
		payload({
			...messagesChange({
				contacts: [{ profile: { name: 'Sheena' }, wa_id: phoneNumber }],
				user_preferences: [
					{
						...{ wa_id: phoneNumber, category, value },
						detail: 'User requested it',
						timestamp: Number(next().timestamp),
					},
				],
			}),
			field: 'user_preferences',
		}),
	);
const fail = (code: number) =>
	deliver(
		statusPayload({ ...next(), status: 'failed', recipient_id: phoneNumber, errors: [{ code }] }),
	);

async function state(customer = phoneNumber) {
	const { outputs } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource: 'conversation', operation: 'getState', customer },
		credential: credentialFor(simulator.url),
		items: [{ json: {} }],
	});
	return outputs[0]?.[0]?.json;
}

const reason = async () => (await state())?.optOutReason;
const lastItem = () => trigger.executions.at(-1)?.[0]?.json;

describe('The option Note Opt-Outs', () => {
	it.each<[string, () => Promise<number>, string | null]>([
		['a word', () => write('stop'), "Wrote 'stop'"],
		['a word with other accents and marks', () => write(' ¡NUNCA MAS! '), "Wrote '¡NUNCA MAS!'"],
		['a tap on a button of a template', () => tap('Stop'), "Tapped 'Stop'"],
		['a choice in WhatsApp', () => choose('stop'), 'Stopped marketing messages in WhatsApp'],
		['a choice about something else', () => choose('stop', 'something_new'), null],
		['a word in a sentence', () => write('Do not stop'), null],
		['a word in a group', () => write('stop', { group_id: 'Y2Fw' }), null],
		[
			'a tap on a button of a question',
			() =>
				write('', {
					type: 'interactive',
					interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Stop' } },
				}),
			null,
		],
		[
			'a refused message',
			() => fail(131050),
			'This person has asked WhatsApp not to deliver marketing messages from your business.',
		],
		['a message that failed otherwise', () => fail(131026), null],
	])('notes %s', async (_what, happen, expected) => {
		expect(await happen()).toBe(200);
		expect(await reason()).toBe(expected);
	});

	it('starts the workflow, so that it can confirm, and says what the customer chose', async () => {
		await write('Hi');
		expect(lastItem()).toMatchObject({ text: 'Hi', optedOut: false, preference: null });
		await write('Stop');
		expect(lastItem()).toMatchObject({ text: 'Stop', optedOut: true, preference: 'stop' });
		await write('Hi again');
		expect(lastItem()).toMatchObject({ optedOut: true, preference: null });
		await write('start');
		expect(lastItem()).toMatchObject({ optedOut: false, preference: 'resume' });
		expect(await reason()).toBeNull();
	});

	it('takes back an opt-out in WhatsApp there, and what WhatsApp refused', async () => {
		for (const happen of [() => choose('stop'), () => fail(131050)]) {
			await happen();
			expect(await reason()).not.toBeNull();
			await choose('resume');
			expect(await reason()).toBeNull();
		}
	});

	it('starts nothing for choices in WhatsApp, which are not among the events', async () => {
		await choose('stop');
		expect(trigger.executions).toEqual([]);
	});

	it('knows the last of several messages that come together', async () => {
		const texts = ['start', 'stop', 'START', 'Stop'];
		const messages = texts.map((body) => ({
			...{ ...next(), from: phoneNumber, type: 'text', text: { body } },
		}));
		await deliver(payload(messagesChange({ contacts: [], messages })));
		expect(await reason()).toBe("Wrote 'Stop'");
	});

	it('is not fooled by an old message that WhatsApp delivers again', async () => {
		const old = messagePayload({ ...next(), type: 'text', text: { body: 'start' } });
		await deliver(old);
		await write('stop');
		await deliver(old);
		expect(await reason()).toBe("Wrote 'stop'");
	});

	it('takes other words for opting in', async () => {
		await trigger.stop();
		await start({ noteOptOuts: 'STOP', optInWords: 'Yes please' });
		await write('stop');
		await write('start');
		expect(lastItem()).toMatchObject({ optedOut: true, preference: null });
		await write('YES, PLEASE');
		expect(lastItem()).toMatchObject({ optedOut: false, preference: 'resume' });
	});

	it('notes no words if it is not set', async () => {
		await trigger.stop();
		await start({});
		await write('stop');
		expect(lastItem()).toMatchObject({ optedOut: false, preference: null });
		expect(await reason()).toBeNull();
	});
});
