import type { PhoneChanges } from '../../simulator/phone/feed';
import type { Simulator } from '../../simulator';
import { business } from '../../simulator';
import { call, firstNumber, pablo, Receiver, send, start, subscribe } from './support';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await start();
});
afterEach(() => simulator.stop());

/** Reads `/control/events`. */
class Events {
	private constructor(private readonly reader: ReadableStreamDefaultReader<string>) {}
	private rest = '';

	static async open(): Promise<Events> {
		const response = await fetch(`${simulator.url}/control/events`);
		expect(response.headers.get('content-type')).toBe('text/event-stream');
		if (!response.body) throw new Error('No events');
		return new Events(response.body.pipeThrough(new TextDecoderStream()).getReader());
	}

	/** The next event that matches. */
	async next(matches: (changes: PhoneChanges) => boolean = () => true): Promise<PhoneChanges> {
		for (;;) {
			const end = this.rest.indexOf('\n\n');
			if (end < 0) {
				const { value, done } = await this.reader.read();
				if (done) throw new Error('The events ended');
				this.rest += value;
				continue;
			}
			const event = this.rest.slice(0, end);
			this.rest = this.rest.slice(end + 2);
			if (!event.startsWith('data: ')) continue;
			const changes = JSON.parse(event.slice('data: '.length)) as PhoneChanges;
			if (matches(changes)) return changes;
		}
	}

	close(): Promise<void> {
		return this.reader.cancel();
	}
}

describe('phone page of the simulator', () => {
	it('sends everything first, then the changes', async () => {
		await send(simulator, { text: { body: 'before' } });
		await simulator.settled();
		const events = await Events.open();
		const first = await events.next();
		expect(first).toMatchObject({
			reset: true,
			phoneNumbers: business.phoneNumbers,
			settings: { latencyMs: 0 },
			faults: [],
			sent: [{ body: { text: { body: 'before' } }, statuses: [{}, {}, { status: 'read' }] }],
		});
		expect(first.customers).toContainEqual(expect.objectContaining({ userId: pablo.userId }));
		expect(first.templates).toHaveLength(business.templates.length);

		await send(simulator, { text: { body: 'after' } });
		const { reset, sent, templates, customers } = await events.next(
			({ sent }) => sent !== undefined,
		);
		expect(sent).toMatchObject([{ body: { text: { body: 'after' } } }]);
		expect([reset, templates, customers]).toEqual([undefined, undefined, undefined]);

		simulator.addFaults({ kind: 'dropBefore' });
		const changed = await events.next(({ faults }) => faults !== undefined);
		expect(changed).toMatchObject({ faults: [{ kind: 'dropBefore', struck: 0 }] });
		await simulator.reset();
		expect(await events.next(({ reset }) => reset === true)).toMatchObject({ faults: [] });
		await events.close();
	});

	it('sends the webhook state and the read receipt of a customer’s message', async () => {
		const events = await Events.open();
		await simulator.writeAs(pablo.waId, { type: 'text', text: 'no receiver' });
		const { received } = await events.next(({ received }) => received !== undefined);
		expect(received).toMatchObject([
			{ webhook: { state: 'undeliverable', reason: 'the app is not subscribed to the WABA' } },
		]);
		const receiver = await new Receiver().start();
		await subscribe(simulator, receiver);
		const { id } = await simulator.writeAs(pablo.waId, { type: 'text', text: 'with a receiver' });
		await events.next(({ received }) => received?.[0]?.webhook?.state === 'delivered');
		await call(simulator, 'POST', `/v26.0/${firstNumber.id}/messages`, {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: id,
			typing_indicator: { type: 'text' },
		});
		const read = await events.next(({ received }) => received?.[0]?.readAt !== undefined);
		expect(read.received).toMatchObject([{ id, typingAt: expect.any(Number) }]);
		await events.close();
		await receiver.stop();
	});

	it('sends the state of a webhook in the format of another host', async () => {
		const receiver = await new Receiver().start();
		simulator.updateSettings({ hosts: ['onPremises'] });
		await fetch(`${simulator.url}/onpremises/v1/settings/application`, {
			method: 'PATCH',
			headers: {
				authorization: `Bearer ${business.onPremises.token}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({ webhooks: { url: receiver.url } }),
		});
		await simulator.writeAs(pablo.waId, { type: 'text', text: 'Hi' });
		await simulator.settled();
		const events = await Events.open();
		expect((await events.next()).received).toMatchObject([{ webhook: { state: 'delivered' } }]);
		await events.close();
		await receiver.stop();
	});

	it('sends the state of a webhook that has several messages, and of one from the business app', async () => {
		const receiver = await new Receiver().start();
		await subscribe(simulator, receiver, ['messages', 'smb_message_echoes']);
		const messages = ['one', 'two'].map((text) => ({ type: 'text' as const, text }));
		await simulator.writeAllAs(pablo.waId, { messages, oneWebhook: true });
		simulator.replyInBusinessApp(pablo.waId, { text: 'Anna here' });
		await simulator.settled();
		const events = await Events.open();
		const { received, businessApp } = await events.next();
		expect(received).toMatchObject([
			{ webhook: { state: 'delivered' } },
			{ webhook: { state: 'delivered' } },
		]);
		expect(businessApp).toMatchObject([
			{ content: { text: { body: 'Anna here' } }, webhook: { state: 'delivered' } },
		]);
		await events.close();
		await receiver.stop();
	});

	it('counts accepted, throttled and rejected messages', async () => {
		simulator.addFaults(
			{ kind: 'graphError', code: 130429, times: 2 },
			{ kind: 'httpError', times: 1 },
		);
		for (let count = 0; count < 5; count += 1) await send(simulator, { text: { body: 'x' } });
		await call(simulator, 'GET', `/v26.0/${firstNumber.id}`);
		const events = await Events.open();
		const { traffic = [] } = await events.next();
		const sum = (name: 'accepted' | 'throttled' | 'refused') =>
			traffic.reduce((total, second) => total + second[name], 0);
		expect([sum('accepted'), sum('throttled'), sum('refused')]).toEqual([2, 2, 1]);
		expect(traffic[0]?.phoneNumberId).toBe(firstNumber.id);
		await events.close();
	});

	it.each([
		['', 'text/html', /<title>Phone/],
		['app.js', 'text/javascript', /new Store\(\)/],
		['content/media.js', 'text/javascript', /export function drawMedia\(kind, media\)/],
		['style.css', 'text/css', /light-dark/],
	])('serves /phone/%s, which loads nothing from other hosts', async (name, type, content) => {
		const response = await fetch(`${simulator.url}/phone/${name}`);
		expect(response.headers.get('content-type')).toContain(type);
		expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(await response.text()).toMatch(content);
	});

	it.each(['../index.ts', '..%2findex.ts', 'tsconfig.json', 'app.ts', 'none.js'])(
		'does not serve %s',
		async (name) => {
			const response = await fetch(`${simulator.url}/phone/${name}`);
			expect(response.status).not.toBe(200);
		},
	);

	it('serves the content of media, and 404 for an unknown ID', async () => {
		const response = await fetch(`${simulator.url}/control/media/${business.media.id}`);
		expect(response.headers.get('content-type')).toBe('image/png');
		expect(response.headers.get('content-security-policy')).toContain('sandbox');
		const content = Buffer.from(await response.arrayBuffer()).toString('base64');
		expect(content).toBe(business.media.base64);
		expect((await fetch(`${simulator.url}/control/media/1`)).status).toBe(404);
	});
});
