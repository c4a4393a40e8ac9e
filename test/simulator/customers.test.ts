import { business, type Simulator } from '../../simulator';
import {
	call,
	firstNumber,
	pablo,
	Receiver,
	secondNumber,
	send,
	sendTemplate,
	start,
	subscribe,
} from './support';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	simulator = await start();
	receiver = await new Receiver().start();
});
afterEach(async () => {
	await simulator.stop();
	await receiver.stop();
});

const control = <Body = Record<string, unknown>>(path: string, body: unknown) =>
	call<Body>(simulator, 'POST', `/control/customers/${pablo.waId}/${path}`, body, null);
const changes = () =>
	receiver.webhooks.flatMap(({ body }) => body.entry.flatMap((entry) => entry.changes));
/** The error code of each accepted message, or 'delivered'. */
const outcomes = async () => {
	await simulator.settled();
	return simulator.messages().map(({ statuses }) => {
		const failure = statuses.find(({ errors }) => errors !== undefined);
		return failure ? failure.errors?.[0]?.code : 'delivered';
	});
};
const hour = 3_600_000;

describe('customers of the simulator', () => {
	describe('marketing messages', () => {
		const sendMarketing = () =>
			sendTemplate(simulator, 'coupon_code', [
				{ type: 'body', parameters: [{ type: 'text', text: 'tomorrow' }] },
				{
					type: 'button',
					sub_type: 'copy_code',
					index: 1,
					parameters: [{ type: 'coupon_code', coupon_code: 'GREEN' }],
				},
			]);

		it('fail with 131050 after the customer has stopped them, until they resume', async () => {
			await control('marketing', { value: 'stop' });
			expect(await sendMarketing()).toMatchObject({ status: 200 });
			await sendTemplate(simulator, 'hello_world');
			await send(simulator, { text: { body: 'x' } });
			expect(await outcomes()).toEqual([131050, 'delivered', 'delivered']);
			await control('marketing', { value: 'resume' });
			await sendMarketing();
			expect((await outcomes()).at(-1)).toBe('delivered');
		});

		it('are stopped for one number only', async () => {
			const choice = { value: 'stop', phoneNumberId: secondNumber.id };
			expect((await control('marketing', choice)).body).toMatchObject({
				stoppedMarketing: [secondNumber.id],
			});
			await sendMarketing();
			expect(await outcomes()).toEqual(['delivered']);
		});

		it('are reported as user_preferences when the choice changes', async () => {
			await subscribe(simulator, receiver, ['user_preferences']);
			for (const value of ['stop', 'stop', 'resume']) {
				await control('marketing', { value });
				await simulator.settled();
			}
			expect(changes()).toHaveLength(2);
			expect(changes()[0]).toEqual({
				field: 'user_preferences',
				value: {
					messaging_product: 'whatsapp',
					metadata: { display_phone_number: '15550783881', phone_number_id: firstNumber.id },
					contacts: [
						{
							profile: { name: pablo.profileName, username: pablo.username },
							wa_id: pablo.waId,
							user_id: pablo.userId,
						},
					],
					user_preferences: [
						{
							wa_id: pablo.waId,
							user_id: pablo.userId,
							detail: 'User requested to stop marketing messages',
							category: 'marketing_messages',
							value: 'stop',
							timestamp: expect.any(Number),
						},
					],
				},
			});
			expect(changes()[1]).toMatchObject({
				value: {
					user_preferences: [
						{ value: 'resume', detail: 'User requested to resume marketing messages' },
					],
				},
			});
			// An override does not receive this field.
			expect(simulator.webhooks()).toMatchObject([{ via: 'app' }, { via: 'app' }]);
		});

		it.each([
			['value', { value: 'pause' }],
			['number', { value: 'stop', phoneNumberId: '1' }],
		])('refuse an unknown %s', async (_name, body) => {
			expect((await control('marketing', body)).status).toBe(400);
		});
	});

	describe('a message from an ad', () => {
		const ad = {
			source_type: 'ad',
			source_id: '120226305854810726',
			source_url: 'https://fb.me/ad',
			headline: 'Plants',
			ctwa_clid: 'Aff-n8ZT',
		};
		const fromAd = (referral: Record<string, unknown> = ad) =>
			control('messages', { type: 'text', text: 'Is it still there?', referral });
		/** The price of the next message, from its first status. */
		const price = async (sending = () => sendTemplate(simulator, 'hello_world')) => {
			const { body } = await sending();
			await simulator.settled();
			const status = receiver.events.find(
				({ id, status }) => id === body.messages[0]?.id && status === 'sent',
			);
			return status?.pricing;
		};
		const free = {
			billable: false,
			pricing_model: 'PMP',
			type: 'free_entry_point',
			category: 'referral_conversion',
		};
		/** Lets the last message of the customer be older. */
		const age = (milliseconds: number) => {
			const customer = simulator.state.customer(pablo.waId);
			for (const times of [customer?.lastWroteAt, customer?.cameFromAdAt]) {
				const at = times?.get(firstNumber.id);
				if (at !== undefined) times?.set(firstNumber.id, at - milliseconds);
			}
		};
		beforeEach(() => subscribe(simulator, receiver));

		it('carries the ad', async () => {
			await fromAd();
			await simulator.settled();
			expect(receiver.events).toMatchObject([{ referral: ad }]);
		});

		it('makes messages free from the reply on, for up to seven days', async () => {
			await fromAd();
			expect(await price()).toEqual(free);
			const freeUntil = simulator.state.customer(pablo.waId)?.freeUntil;
			const days = ((freeUntil?.get(firstNumber.id) ?? 0) - Date.now()) / (24 * hour);
			expect(Math.round(days)).toBe(7);
			age(25 * hour);
			expect(await price()).toEqual(free);
			freeUntil?.set(firstNumber.id, Date.now() - 1);
			expect(await price()).toMatchObject({ type: 'regular' });
		});

		it('opens the customer service window for 24 hours, no longer', async () => {
			await fromAd();
			await send(simulator, { text: { body: 'in time' } });
			age(25 * hour);
			await send(simulator, { text: { body: 'too late' } });
			await sendTemplate(simulator, 'hello_world');
			expect(await outcomes()).toEqual(['delivered', 131047, 'delivered']);
		});

		it('makes nothing free if the reply comes after 24 hours', async () => {
			await fromAd();
			age(25 * hour);
			expect(await price()).toMatchObject({ type: 'regular' });
			await control('messages', { type: 'text', text: 'Hello?' });
			expect(await price(() => send(simulator, { text: { body: 'x' } }))).toMatchObject({
				type: 'free_customer_service',
			});
		});

		it('makes nothing free if it comes from a post', async () => {
			await fromAd({ ...ad, source_type: 'post' });
			expect(await price(() => send(simulator, { text: { body: 'x' } }))).toMatchObject({
				type: 'free_customer_service',
			});
		});
	});

	describe('a message that is delivered late', () => {
		const late = { type: 'text', text: 'Anybody there?', hoursAgo: 25 };
		const sendText = async () => {
			const { body } = await send(simulator, { text: { body: 'Yes' } });
			await simulator.settled();
			return receiver.events.filter(({ id }) => id === body.messages[0]?.id);
		};
		beforeEach(() => subscribe(simulator, receiver));

		it('has the time at which it was written, and opens no window', async () => {
			await control('messages', late);
			await simulator.settled();
			const wroteAt = Number(receiver.events[0]?.timestamp) * 1_000;
			expect((Date.now() - wroteAt) / 3_600_000).toBeCloseTo(25, 1);
			expect(await sendText()).toMatchObject([{ status: 'failed', errors: [{ code: 131047 }] }]);
		});

		it('leaves the window of a later message open', async () => {
			await control('messages', { type: 'text', text: 'Hi' });
			await control('messages', late);
			expect(await sendText()).toContainEqual(expect.objectContaining({ status: 'delivered' }));
		});

		it('is at most a week old', async () => {
			expect((await control('messages', { ...late, hoursAgo: 169 })).status).toBe(400);
		});
	});

	describe('several messages', () => {
		const texts = ['Hi', 'I have a question', 'about my order'];
		const messages = texts.map((text) => ({ type: 'text', text }));
		const bodies = () => receiver.events.map(({ text }) => (text as { body: string }).body);
		beforeEach(() => subscribe(simulator, receiver));

		it('are written at once, each with its own webhook', async () => {
			const { body } = await control<unknown[]>('messages', { messages });
			expect(body).toHaveLength(3);
			await simulator.settled();
			expect(receiver.webhooks).toHaveLength(3);
			// Webhooks may arrive in any order, as Meta's do.
			expect(bodies().sort()).toEqual([...texts].sort());
		});

		it('can come in one webhook, a change for each', async () => {
			await control('messages', { messages, oneWebhook: true });
			await simulator.settled();
			expect(receiver.webhooks).toHaveLength(1);
			expect(changes()).toHaveLength(3);
			expect(bodies()).toEqual(texts);
		});

		it('to two numbers come in one webhook for each', async () => {
			const numbers = [firstNumber.id, secondNumber.id, firstNumber.id];
			await control('messages', {
				messages: messages.map((message, index) => ({ ...message, phoneNumberId: numbers[index] })),
				oneWebhook: true,
			});
			await simulator.settled();
			expect(simulator.webhooks()).toMatchObject([
				{ phoneNumberId: firstNumber.id, via: 'phoneNumber' },
				{ phoneNumberId: secondNumber.id, via: 'app' },
			]);
		});

		it('are an album if they are images, of which only one has the caption', async () => {
			const { base64 } = business.media;
			const image = { type: 'image', base64, mimeType: 'image/png' };
			await control('messages', { messages: [{ ...image, caption: 'My plants' }, image, image] });
			await simulator.settled();
			const images = receiver.events.map((event) => event.image as Record<string, string>);
			expect(new Set(images.map(({ id }) => id)).size).toBe(3);
			expect(images.flatMap(({ caption }) => caption ?? [])).toEqual(['My plants']);
		});

		it('are all refused if one is impossible', async () => {
			const impossible = { type: 'button', title: 'Nowhere' };
			const response = await control('messages', { messages: [...messages, impossible] });
			expect(response.status).toBe(400);
			expect(simulator.state.received).toEqual([]);
		});
	});
});
