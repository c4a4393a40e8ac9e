import type { INodeParameters } from 'n8n-workflow';

import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { metaSample } from '../../simulator/webhooks/sample';
import { credentialFor } from '../support/credential';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { messagesChange } from '../unit/trigger/payloads';

const events = ['messages', 'history', 'security', 'other'];
const secondsPerDay = 86_400;
const daysAgo = (days: number) => Math.floor(Date.now() / 1000) - days * secondsPerDay;

let simulator: Simulator;
const hosts: TriggerHost[] = [];
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());
afterEach(async () => {
	await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

async function start(parameters: INodeParameters = {}): Promise<TriggerHost> {
	const host = await TriggerHost.start({
		credential: () => credentialFor(simulator.url),
		parameters: { events, ...parameters },
	});
	hosts.push(host);
	return host;
}

const payload = (change: object, entry: object = {}) =>
	JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [{ id: business.waba.id, changes: [change], ...entry }],
	});
const message = (id: string, seconds: number) =>
	messagesChange({
		metadata: { phone_number_id: business.phoneNumbers[0].id },
		messages: [
			{ id, from: '16505551234', timestamp: String(seconds), type: 'text', text: { body: 'Hi' } },
		],
	});

describe('an event of another WhatsApp Business Account of the app', () => {
	const foreign = (id: string) => payload(message(id, daysAgo(0)), { id: '4711' });
	const own = (id: string) => payload(message(id, daysAgo(0)));

	it.each<[string, string[]]>([
		['account', ['wamid.own']],
		['byHand', ['wamid.foreign', 'wamid.own']],
	])('with the registration %s: %j start', async (registration, expected) => {
		const host = await start({ registration, events: ['messages'] });
		for (const body of [foreign('wamid.foreign'), own('wamid.own')]) {
			expect(await signedPost(host.webhookUrl(), body)).toBe(200);
		}
		expect(host.executions.flat().map(({ json }) => json.id)).toEqual(expected);
	});

	it('is told by the registered account, if the credential has changed since', async () => {
		const host = await start({ registration: 'account', events: ['messages'] });
		await host.activate();
		Object.assign(host.options, {
			credential: () => ({ ...credentialFor(simulator.url), businessAccountId: '4711' }),
		});
		for (const body of [foreign('wamid.foreign'), own('wamid.own')]) {
			expect(await signedPost(host.webhookUrl(), body)).toBe(200);
		}
		expect(host.executions.flat().map(({ json }) => json.id)).toEqual(['wamid.own']);
	});
});

describe("what the button 'Test' in the Meta app dashboard sends", () => {
	const sample = JSON.stringify(metaSample('messages'));
	const notice = JSON.stringify(metaSample('security', { event: 'PIN_CHANGED' }));
	const registrations = ['automatic', 'phoneNumber', 'account', 'app', 'byHand'];

	it.each(registrations)(
		'is in the log and starts nothing in production, with the registration %s',
		async (registration) => {
			const host = await start({ registration, events: ['messages'] });
			for (const body of [sample, sample, sample]) {
				expect(await signedPost(host.webhookUrl(), body)).toBe(200);
			}
			expect(host.executions).toEqual([]);
			expect(host.log).toHaveLength(1);
			expect(host.log.join()).toMatch(/The button 'Test' .* starts test runs only/);
		},
	);

	it.each(registrations)(
		'starts a test run each time, with the registration %s, whatever the filters',
		async (registration) => {
			const filters = { sender: '4915112345678', maximumAge: 5, textContains: 'nothing' };
			const host = await start({ registration, events: ['messages'], filters });
			for (const body of [sample, sample]) {
				expect(await signedPost(host.webhookUrl({ isTest: true }), body)).toBe(200);
			}
			expect(host.executions.flat()).toMatchObject([
				{ json: { event: 'message', text: 'this is a text message' } },
				{ json: { event: 'message', text: 'this is a text message' } },
			]);
			expect(host.log).toEqual([]);
		},
	);

	it('is handed to a waiting test run by the published workflow', async () => {
		const host = await start({ events: ['messages'] });
		await host.activate();
		await host.activate({ isTest: true });
		expect(await signedPost(host.webhookUrl(), sample)).toBe(200);
		expect(host.modes).toEqual(['manual']);
	});

	it('starts a test run for a field without a phone number as well', async () => {
		const host = await start();
		expect(await signedPost(host.webhookUrl({ isTest: true }), notice)).toBe(200);
		expect(host.executions.flat()).toMatchObject([{ json: { event: 'security' } }]);
	});

	it('starts no test run for an event that is not chosen', async () => {
		const host = await start({ events: ['statuses'] });
		await signedPost(host.webhookUrl({ isTest: true }), sample);
		expect(host.executions).toEqual([]);
	});

	it('is not confused with an event of a real number', async () => {
		const real = payload(message('wamid.real', daysAgo(0)), { id: '0' });
		const host = await start();
		expect(await signedPost(host.webhookUrl(), real)).toBe(200);
		expect(host.executions).toHaveLength(1);
	});
});

describe('the age of a delivery', () => {
	const history = (seconds: number) => ({
		field: 'history',
		value: {
			metadata: { phone_number_id: business.phoneNumbers[0].id },
			history: [
				{
					metadata: { phase: 1 },
					threads: [{ id: '1650', messages: [{ id: 'wamid.h', timestamp: String(seconds) }] }],
				},
			],
		},
	});
	const security = { field: 'security', value: { event: 'PIN_CHANGED' } };
	const unknown = { field: 'new', value: { timestamp: daysAgo(400) } };

	it.each<[string, number, string]>([
		['a message of 7 days', 1, payload(message('wamid.7', daysAgo(7)))],
		['a message of 9 days', 0, payload(message('wamid.9', daysAgo(9)))],
		['a message of the future', 1, payload(message('wamid.f', daysAgo(-9)))],
		['a message without a time', 1, payload(message('wamid.n', NaN))],
		['a notice of 7 days', 1, payload(security, { time: daysAgo(7) })],
		['a notice of 9 days', 0, payload(security, { time: daysAgo(9) })],
		['a notice without a time', 1, payload(security)],
		['a message of the history, half a year old', 1, payload(history(daysAgo(180)))],
		['a field of the future with an old time', 1, payload(unknown)],
		['one that was notified 9 days ago', 0, payload(unknown, { time: daysAgo(9) })],
	])('lets %s start %i executions', async (_, executions, body) => {
		const host = await start();
		expect(await signedPost(host.webhookUrl(), body)).toBe(200);
		expect(host.executions).toHaveLength(executions);
		const lines = executions === 1 ? [] : [expect.stringMatching(/older than 8 days/)];
		expect(host.log).toEqual(lines);
	});

	it('does not matter to a test run', async () => {
		const host = await start();
		const old = payload(message('wamid.9', daysAgo(9)));
		expect(await signedPost(host.webhookUrl({ isTest: true }), old)).toBe(200);
		expect(host.executions).toHaveLength(1);
	});
});
