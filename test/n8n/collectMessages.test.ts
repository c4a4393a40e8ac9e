import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

import { processState } from '../../nodes/graphApi/processState';
import { renewalInterval } from '../../nodes/WhatsAppBusinessTrigger/collect/typing';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { fileSystemBinaryData, runNode } from '../support/engine';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { messagePayload, phoneNumber, statusPayload } from '../unit/trigger/payloads';

let simulator: Simulator;
let trigger: TriggerHost;

beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());
afterEach(async () => {
	await trigger.stop();
	await simulator.reset();
});

type Settings = Record<string, number | string>;
/** The shortest, for one message; several must not depend on how fast they arrive. */
const short: Settings = { silence: 1 };
const long: Settings = { silence: 60, maximumTime: 300 };

async function start(settings: Settings, options = {}, more = {}): Promise<TriggerHost> {
	trigger = await TriggerHost.start({
		credential: () => credentialFor(simulator.url),
		parameters: {
			events: ['messages'],
			triggerOptions: { collectMessages: { settings }, ...options },
		},
		...more,
	});
	return trigger;
}

const ids = new Map<string, number>();
const newId = (name: string) => {
	const next = (ids.get(name) ?? 0) + 1;
	ids.set(name, next);
	return `wamid.${name}.${next}`;
};
const text = (body: string, more: object = {}) =>
	messagePayload({ id: newId('text'), type: 'text', text: { body }, ...more });
const deliver = (body: object, isTest = false) =>
	signedPost(trigger.webhookUrl({ isTest }), JSON.stringify(body));
const tap = () =>
	messagePayload({ id: newId('tap'), type: 'button', button: { text: 'Yes', payload: 'yes' } });
interface Collected {
	json: { text: string; messages: Array<{ text: string }> };
	binary: Record<string, IBinaryData>;
}

const photo = (caption: string) => ({
	...{ type: 'image' as const, caption, mimeType: 'image/jpeg' },
	base64: Buffer.from(`The picture ${caption}`).toString('base64'),
});
const contentOf = async (file: IBinaryData) =>
	String(await Container.get(BinaryDataService).getAsBuffer(file));
const executions = (count: number) => until(() => trigger.executions.length >= count);
const texts = () => trigger.executions.map((items) => items.map(({ json }) => json.text));
describe('Collect Messages', () => {
	it('starts nothing for a customer who is forgotten meanwhile', async () => {
		await start(long);
		await deliver(text('Forget me'));
		await deliver(text('Hi', { from: '16505550000' }));
		const { outputs } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'conversation', operation: 'forget', customer: phoneNumber },
			credential: credentialFor(simulator.url),
			items: [{ json: {} }],
		});
		expect(outputs[0]).toMatchObject([
			{ json: { deleted: true, deletedData: ['lastMessages', 'collectedMessages'] } },
		]);
		await trigger.takeDown();
		await executions(1);
		expect(texts()).toEqual([['Hi']]);
	});

	it('starts the workflow once the customer has stopped writing', async () => {
		await start(short);
		expect(await deliver(text('Hi'))).toBe(200);
		expect(trigger.history).toEqual(['responded']);
		await executions(1);
		expect(texts()).toEqual([['Hi']]);
	});

	it('starts the workflow once with three quick texts', async () => {
		await start({ ...long, maximumMessages: 3 });
		for (const body of ['Oi', 'tudo bem?', 'queria saber o preço']) {
			expect(trigger.executions).toEqual([]);
			expect(await deliver(text(body))).toBe(200);
		}
		await executions(1);
		const [[item]] = trigger.executions as [[{ json: { messages: object[] } }]];
		expect(texts()).toEqual([['Oi\ntudo bem?\nqueria saber o preço']]);
		expect(item.json).toMatchObject({
			...{ event: 'message', from: phoneNumber, windowOpenUntil: expect.any(String) as string },
			messages: [{ text: 'Oi' }, { text: 'tudo bem?' }, { text: 'queria saber o preço' }],
		});
		expect(trigger.log).toEqual([]);
	});

	it('gives one item per message, if chosen', async () => {
		await start({ ...long, maximumMessages: 2, output: 'itemPerMessage' });
		for (const body of ['one', 'two']) await deliver(text(body));
		await executions(1);
		expect(texts()).toEqual([['one', 'two']]);
	});

	it('passes on the most messages at once, and the rest later', async () => {
		await start({ ...long, maximumMessages: 2 });
		for (const body of ['one', 'two']) await deliver(text(body));
		await executions(1);
		expect(texts()).toEqual([['one\ntwo']]);
	});

	it('keeps customers apart, and does not hold up what is tapped', async () => {
		await start({ ...long, maximumMessages: 2 }, { separateExecutions: true });
		await deliver(text('one'));
		await deliver(text('from another', { from: '16505550000' }));
		expect(await deliver(tap())).toBe(200);
		await executions(1);
		await deliver(text('two'));
		await executions(2);
		expect(texts()).toEqual([['Yes'], ['one\ntwo']]);
	});

	it('starts the workflow once with an album, with all files in the order of the messages', async () => {
		const files = await fileSystemBinaryData();
		try {
			await start(
				{ ...long, maximumMessages: 3 },
				{ downloadMedia: true },
				{ registration: 'automatic' },
			);
			await trigger.activate();
			const messages = ['one', 'two', 'three'].map(photo);
			await simulator.writeAllAs(business.customers[0].waId, { messages });
			await executions(1);
			const [[item, ...more]] = trigger.executions as [[Collected, ...unknown[]]];
			expect(more).toEqual([]);
			// Webhooks under way at once may overtake each other.
			const captions = item.json.messages.map((message) => message.text);
			expect([...captions].sort()).toEqual(['one', 'three', 'two']);
			expect(item.json.text).toBe(captions.join('\n'));
			expect(Object.keys(item.binary)).toEqual(['data', 'data_1', 'data_2']);
			const contents = await Promise.all(Object.values(item.binary).map(contentOf));
			expect(contents).toEqual(captions.map((caption) => `The picture ${caption}`));
		} finally {
			files.remove();
		}
	});

	it('ignores a duplicate, while it collects and later', async () => {
		await start(short);
		const message = text('once');
		for (let count = 0; count < 3; count++) expect(await deliver(message)).toBe(200);
		await executions(1);
		await deliver(message);
		await deliver(text('again'));
		await executions(2);
		expect(texts()).toEqual([['once'], ['again']]);
	});

	it('passes on what it has when it is unpublished', async () => {
		await start(long);
		await deliver(text('before the end'));
		await trigger.takeDown();
		expect(texts()).toEqual([['before the end']]);
	});

	it('tries again what n8n could not take', async () => {
		await start(short);
		await deliver(text('kept'));
		trigger.servesProduction = false;
		await until(() => trigger.log.length > 0);
		expect(trigger.log[0]).toMatch(/^'Trigger': Collected messages could not be passed on: n8n/);
		trigger.servesProduction = true;
		await executions(1);
		expect(texts()).toEqual([['kept']]);
	});

	it('reaches itself in its process if n8n cannot reach its public URL', async () => {
		await start(short, {}, { publicUrl: 'http://127.0.0.1:1' });
		const { pathname } = new URL(trigger.webhookUrl());
		await signedPost(`${trigger.url}${pathname}`, JSON.stringify(text('direct')));
		await executions(1);
		expect(texts()).toEqual([['direct']]);
	});

	it('takes requests to pass on messages from nobody else', async () => {
		for (const appSecret of ['', undefined]) {
			await start(
				long,
				{ acceptUnsigned: true },
				{
					credential: () =>
						credentialFor(simulator.url, appSecret === undefined ? {} : { appSecret }),
				},
			);
			await deliver(text('mine'));
			const response = await fetch(trigger.webhookUrl(), {
				method: 'POST',
				headers: { 'x-collected-messages': '1' },
				body: JSON.stringify({ name: `106540352242922:${phoneNumber}`, now: true }),
			});
			expect(response.status).toBe(401);
			expect(trigger.executions).toEqual([]);
			await trigger.stop();
			processState.reset();
		}
		await start(long);
	});

	it('works without an app secret', async () => {
		const credential = () => credentialFor(simulator.url, { appSecret: '' });
		await start(short, { acceptUnsigned: true }, { credential });
		await deliver(text('unsigned'));
		await executions(1);
		expect(texts()).toEqual([['unsigned']]);
	});

	describe('with the typing indicator', () => {
		// Time passes for what is renewed only.
		beforeEach(() =>
			jest.useFakeTimers({
				doNotFake: [
					...(['Date', 'hrtime', 'performance', 'nextTick', 'queueMicrotask'] as const),
					...(['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const),
				],
			}),
		);
		afterEach(() => jest.useRealTimers());

		const begin = async () => {
			await start({ ...long, maximumMessages: 2 }, { typingIndicator: true });
			const before = simulator.requests().length;
			return () => simulator.requests().length - before;
		};
		/** Lets the indicator be renewed so many times, each after the one before. */
		const renew = async (calls: () => number, times: number) => {
			for (let count = 0; count < times; count++) {
				const before = calls();
				jest.advanceTimersByTime(renewalInterval);
				await until(() => calls() > before);
			}
		};

		it('marks as read at once, and renews it until the reply is sent', async () => {
			const calls = await begin();
			await deliver(text('one'));
			await until(() => calls() === 1);
			await renew(calls, 2);
			await deliver(text('two'));
			await executions(1);
			// For the second message, and for the start of the workflow.
			await until(() => calls() === 5 && jest.getTimerCount() === 1);
			await renew(calls, 3);
			const about = { id: newId('reply'), status: 'sent', recipient_id: phoneNumber };
			expect(await deliver(statusPayload(about))).toBe(200);
			jest.advanceTimersByTime(renewalInterval);
			await until(() => jest.getTimerCount() === 0);
			expect(calls()).toBe(8);
		});

		it('renews it for two minutes if nobody replies', async () => {
			const calls = await begin();
			for (const body of ['one', 'two']) await deliver(text(body));
			await executions(1);
			await until(() => calls() === 3 && jest.getTimerCount() === 1);
			await renew(calls, 6);
			expect(jest.getTimerCount()).toBe(0);
		});

		it('renews it for two minutes after the last message', async () => {
			const calls = await begin();
			await deliver(text('one'));
			await until(() => calls() === 1);
			await renew(calls, 6);
			expect(jest.getTimerCount()).toBe(0);
		});
	});

	it('collects in a test run, whose request waits', async () => {
		await start({ ...long, maximumMessages: 2 });
		const first = deliver(text('one'), true);
		await until(() => trigger.requests === 1);
		expect(await deliver(text('two'), true)).toBe(200);
		expect(await first).toBe(200);
		await executions(1);
		expect([texts(), trigger.modes]).toEqual([[['one\ntwo']], ['manual']]);
	});

	it('hands the messages of production to the test run that collects', async () => {
		await start({ ...long, maximumMessages: 2 });
		await trigger.activate();
		await trigger.activate({ isTest: true });
		for (const body of ['one', 'two']) expect(await deliver(text(body))).toBe(200);
		await executions(1);
		expect([texts(), trigger.modes]).toEqual([[['one\ntwo']], ['manual']]);
		for (const body of ['to', 'production']) await deliver(text(body));
		await executions(2);
		expect(trigger.modes).toEqual(['manual', 'webhook']);
	});
});
