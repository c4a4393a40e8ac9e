import { createHmac, createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { business, type Simulator } from '../../../../simulator';
import { ada, firstNumber, pablo, Receiver, secondNumber } from '../../support';
import { callKapso, platform, proxy, startKapso } from './kapso';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	simulator = await startKapso();
	receiver = await new Receiver().start();
});
afterEach(async () => {
	await simulator.stop();
	await receiver.stop();
});

const ofNumber = `${platform}/whatsapp/phone_numbers/${firstNumber.id}/webhooks`;
const ofProject = `${platform}/whatsapp/webhooks`;
const call = (method: string, path: string, webhook?: Record<string, unknown>) =>
	callKapso(simulator, method, path, webhook && { whatsapp_webhook: webhook });
const register = (webhook: Record<string, unknown>) =>
	call('POST', ofNumber, { url: receiver.url, secret_key: 's3cret', ...webhook });
const write = (text: string, phoneNumberId = firstNumber.id as string) =>
	simulator.writeAs(pablo.waId, { type: 'text', text, phoneNumberId });
const eventsOf = () => receiver.webhooks.map(({ headers }) => headers['x-webhook-event']);
const bodiesOf = () => receiver.webhooks.map(({ raw }) => JSON.parse(raw));

describe("Kapso's webhooks", () => {
	it("pass Meta's webhooks on, signed, for their number only, without a subscription of the app", async () => {
		expect(await register({ kind: 'meta', headers: { 'X-Mine': 'yes' } })).toMatchObject({
			status: 201,
			body: { data: { kind: 'meta', secret_key: 's3cret', phone_number_id: firstNumber.id } },
		});
		await write('Grüße', firstNumber.id);
		await write('to the other number', secondNumber.id);
		await simulator.settled();
		expect(receiver.webhooks).toHaveLength(1);
		const [{ headers, raw, body }] = receiver.webhooks as [(typeof receiver.webhooks)[number]];
		expect(body).toMatchObject({
			object: 'whatsapp_business_account',
			entry: [{ id: business.waba.id, changes: [{ field: 'messages' }] }],
		});
		expect(raw).toContain('Gr\\u00fc\\u00dfe');
		expect(headers).toMatchObject({
			'x-webhook-signature': createHmac('sha256', 's3cret').update(raw).digest('hex'),
			'x-idempotency-key': createHash('sha256').update(raw).digest('hex'),
			'x-webhook-payload-version': 'v2',
			'x-mine': 'yes',
		});
		expect(headers['x-hub-signature-256']).toBeUndefined();
	});

	it.each<[string, string, Record<string, unknown>, string]>([
		['a URL without TLS', ofNumber, { url: 'http://n8n.example.com/x' }, 'HTTPS'],
		['no URL', ofNumber, { kind: 'meta' }, 'whatsapp_webhook.url'],
		['an unknown event', ofNumber, { events: ['whatsapp.message.seen'] }, 'whatsapp.message.seen'],
		['an event of the project', ofNumber, { events: ['project.event'] }, 'project.event'],
		[
			'an event of a number',
			ofProject,
			{ events: ['whatsapp.message.sent'] },
			'whatsapp.message.sent',
		],
		['kind meta for the project', ofProject, { kind: 'meta' }, 'Phone number'],
		['an unknown kind', ofNumber, { kind: 'raw' }, 'whatsapp_webhook.kind'],
		['a window of 61 seconds', ofNumber, { buffer_window_seconds: 61 }, 'buffer_window_seconds'],
	])('refuse %s', async (_name, path, webhook, text) => {
		const url = webhook.kind === 'meta' && path === ofNumber ? {} : { url: receiver.url };
		const { status, body } = await call('POST', path, { ...url, ...webhook });
		expect(status).toBe(422);
		expect(body.error).toContain(text);
	});

	it('are one of kind meta per number', async () => {
		await register({ kind: 'meta' });
		expect(await register({ kind: 'meta' })).toMatchObject({
			status: 422,
			body: { error: expect.stringContaining('one meta webhook') },
		});
		expect((await register({ events: ['whatsapp.message.received'] })).status).toBe(201);
		const other = `${platform}/whatsapp/phone_numbers/${secondNumber.id}/webhooks`;
		expect((await call('POST', other, { url: receiver.url, kind: 'meta' })).status).toBe(201);
	});

	it('are listed, read, changed and deleted', async () => {
		const { body } = await register({ kind: 'meta' });
		const path = `${ofNumber}/${body.data.id}`;
		expect((await call('GET', ofNumber)).body).toMatchObject({
			data: [{ id: body.data.id, secret_key: 's3cret' }],
			meta: { page: 1, per_page: 20, total_pages: 1, total_count: 1 },
		});
		expect((await call('GET', ofProject)).body.data).toEqual([body.data]);
		expect((await call('GET', path)).body.data).toEqual(body.data);
		expect((await call('PATCH', path, { active: false })).body.data.active).toBe(false);
		await write('unheard');
		await simulator.settled();
		expect(receiver.webhooks).toHaveLength(0);
		await call('PATCH', path, { active: true });
		await write('heard');
		await simulator.settled();
		expect(receiver.webhooks).toHaveLength(1);
		expect((await call('DELETE', path)).status).toBe(204);
		expect(await call('GET', path)).toMatchObject({
			status: 404,
			body: { error: 'Webhook not found' },
		});
	});

	it('get a secret if none is given', async () => {
		const { body } = await call('POST', ofNumber, { url: receiver.url, kind: 'meta' });
		expect(body.data.secret_key).toMatch(/^[\da-f]{64}$/);
	});

	it('report what happens in a conversation', async () => {
		await register({
			events: [
				'whatsapp.message.received',
				'whatsapp.message.sent',
				'whatsapp.message.read',
				'whatsapp.conversation.created',
				'whatsapp.conversation.ended',
			],
		});
		const { id } = await write('Hello');
		await simulator.settled();
		// For the phone page, which shows what became of a message.
		const delivery = simulator.webhooks().find(({ messageIds }) => messageIds?.includes(id));
		expect(delivery).toMatchObject({ field: 'whatsapp.message.received', state: 'delivered' });
		await callKapso(simulator, 'POST', `${proxy}/${firstNumber.id}/messages`, {
			messaging_product: 'whatsapp',
			to: pablo.waId,
			type: 'text',
			text: { body: 'Hi' },
		});
		await simulator.settled();
		expect(eventsOf().sort()).toEqual([
			'whatsapp.conversation.created',
			'whatsapp.message.read',
			'whatsapp.message.received',
			'whatsapp.message.sent',
		]);
		const received = bodiesOf()[eventsOf().indexOf('whatsapp.message.received')];
		expect(received).toMatchObject({
			message: {
				type: 'text',
				text: { body: 'Hello' },
				kapso: { direction: 'inbound', status: 'received', origin: 'cloud_api', content: 'Hello' },
			},
			conversation: { phone_number: `+${pablo.waId}`, status: 'active' },
			is_new_conversation: true,
			phone_number_id: firstNumber.id,
		});
		const read = bodiesOf()[eventsOf().indexOf('whatsapp.message.read')];
		expect(read).toMatchObject({
			message: { kapso: { direction: 'outbound', statuses: [{}, {}, { status: 'read' }] } },
			is_new_conversation: false,
		});
		receiver.webhooks.length = 0;
		const path = `${platform}/whatsapp/conversations/${received.conversation.id}`;
		await callKapso(simulator, 'PATCH', path, { whatsapp_conversation: { status: 'ended' } });
		await simulator.settled();
		expect(bodiesOf()).toMatchObject([{ conversation: { status: 'ended' } }]);
	});

	it('have an older version of the payload', async () => {
		await register({ events: ['whatsapp.message.received'], payload_version: 'v1' });
		await write('Hello');
		await simulator.settled();
		expect(receiver.webhooks[0]?.headers['x-webhook-payload-version']).toBe('v1');
		expect(bodiesOf()).toMatchObject([
			{
				message: { message_type: 'text', content: 'Hello' },
				whatsapp_config: { phone_number_id: firstNumber.id },
			},
		]);
	});

	it('collect the messages of a conversation', async () => {
		simulator.updateSettings({ kapsoTimeScale: 0.1 });
		await register({
			events: ['whatsapp.message.received'],
			buffer_enabled: true,
			buffer_window_seconds: 2,
			max_buffer_size: 3,
		});
		for (const text of ['1', '2', '3', '4']) await write(text);
		await simulator.writeAs(ada.waId, { type: 'text', text: 'other' });
		await simulator.settled();
		const batches = receiver.webhooks.map(({ headers, raw }) => ({
			size: headers['x-batch-size'],
			isBatch: headers['x-webhook-batch'],
			body: JSON.parse(raw),
		}));
		expect(batches.map(({ size }) => size).sort()).toEqual(['1', '1', '3']);
		expect(batches[0]).toMatchObject({
			isBatch: 'true',
			body: {
				type: 'whatsapp.message.received',
				batch: true,
				data: ['1', '2', '3'].map((body) => ({ message: { text: { body } } })),
				batch_info: { size: 3, window_ms: 2000, first_sequence: 101, last_sequence: 103 },
			},
		});
	});

	it('deliver each message alone when a batch has failed for good', async () => {
		await register({
			events: ['whatsapp.message.received'],
			buffer_enabled: true,
			max_buffer_size: 2,
		});
		receiver.statuses.push(500, 500, 500, 500);
		for (const text of ['1', '2']) await write(text);
		await simulator.settled();
		const alone = receiver.webhooks.slice(4);
		expect(alone.map(({ raw }) => JSON.parse(raw))).toMatchObject(
			['1', '2'].map((body) => ({ message: { text: { body } } })),
		);
		expect(alone.map(({ headers }) => headers['x-webhook-batch'])).toEqual([undefined, undefined]);
	});

	it('wait anew after each message', async () => {
		simulator.updateSettings({ kapsoTimeScale: 1 });
		await register({
			events: ['whatsapp.message.received'],
			buffer_enabled: true,
			buffer_window_seconds: 5,
		});
		jest.useFakeTimers({
			doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'],
		});
		try {
			for (const text of ['1', '2', '3']) {
				await write(text);
				jest.advanceTimersByTime(4_000);
			}
			jest.advanceTimersByTime(1_000);
		} finally {
			jest.useRealTimers();
		}
		await simulator.settled();
		expect(receiver.webhooks.map(({ headers }) => headers['x-batch-size'])).toEqual(['3']);
	});

	it('report a conversation in which nothing happens', async () => {
		simulator.updateSettings({ kapsoTimeScale: 0.0001 });
		await register({ events: ['whatsapp.conversation.inactive'], inactivity_minutes: 1 });
		const { id } = await write('Hello?');
		// Nothing says that it is on its way, so look until it is here.
		while (receiver.webhooks.length === 0) await sleep(5);
		expect(bodiesOf()).toMatchObject([
			{
				conversation: { status: 'active' },
				since_message: { whatsapp_message_id: id, direction: 'inbound' },
				inactivity: { minutes: 1 },
			},
		]);
	});

	it('are sent again three times, with the same key', async () => {
		await register({ kind: 'kapso', events: ['whatsapp.message.received'] });
		receiver.statuses.push(500, 500, 500, 500);
		await write('Hello');
		await simulator.settled();
		expect(receiver.webhooks).toHaveLength(4);
		expect(new Set(receiver.webhooks.map(({ headers }) => headers['x-idempotency-key'])).size).toBe(
			1,
		);
		expect(simulator.webhooks().find(({ via }) => via === 'kapso')?.state).toBe('dropped');
	});

	it.each([['meta'], ['kapso']])('can be forged: kind %s', async (kind) => {
		await register({ kind, events: kind === 'kapso' ? ['whatsapp.message.received'] : [] });
		await simulator.forgeHostWebhook('kapso');
		const [{ headers, raw }] = receiver.webhooks as [(typeof receiver.webhooks)[number]];
		expect(headers['x-webhook-signature']).toMatch(/^[\da-f]{64}$/);
		expect(headers['x-webhook-signature']).not.toBe(
			createHmac('sha256', 's3cret').update(raw).digest('hex'),
		);
	});

	it('can be tested', async () => {
		const { body } = await register({ events: ['whatsapp.message.received'] });
		const path = `${ofProject}/${body.data.id}/test?event_type=whatsapp.message.received`;
		expect(await call('POST', path)).toMatchObject({
			status: 200,
			body: { data: { success: true } },
		});
		expect(bodiesOf()).toMatchObject([{ message: { id: 'wamid.TEST' } }]);
	});

	it('stay when the callbacks are kept', async () => {
		await register({ kind: 'meta' });
		await simulator.reset({ keepCallbacks: true });
		await write('Hello');
		await simulator.settled();
		expect(receiver.webhooks).toHaveLength(1);
	});
});
