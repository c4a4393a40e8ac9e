import { business, type Simulator } from '../../simulator';
import {
	call,
	firstNumber,
	idOf,
	pablo,
	Receiver,
	secondNumber,
	send,
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
	call<Body>(simulator, 'POST', `/control/customers/${path}`, body, null);
const replyInApp = (body: unknown, customer: string = pablo.waId) =>
	control(`${customer}/business-app`, body);
const replyAsOther = (body: unknown) => control<{ id: string }>(`${pablo.waId}/other-app`, body);
/** The changes of a field that arrived. */
const changesOf = (field: string) =>
	receiver.webhooks
		.flatMap(({ body }) => body.entry.flatMap(({ changes }) => changes))
		.filter((change) => change.field === field);
const text = (body: string) => ({ type: 'text', text: { body } });

describe('echoes of the simulator', () => {
	describe('a reply from the WhatsApp Business app', () => {
		it('is reported as smb_message_echoes, and by no status', async () => {
			await subscribe(simulator, receiver, ['messages', 'message_echoes', 'smb_message_echoes']);
			const { status, body } = await replyInApp({ text: 'Anna here' });
			expect(status).toBe(200);
			await simulator.settled();
			expect(receiver.webhooks).toHaveLength(1);
			expect(changesOf('smb_message_echoes')).toEqual([
				{
					field: 'smb_message_echoes',
					value: {
						messaging_product: 'whatsapp',
						metadata: { display_phone_number: '15550783881', phone_number_id: firstNumber.id },
						contacts: [
							{ profile: { username: 'pablo' }, wa_id: pablo.waId, user_id: pablo.userId },
						],
						message_echoes: [
							{
								from: '15550783881',
								to: pablo.waId,
								to_user_id: pablo.userId,
								id: body.id,
								timestamp: expect.stringMatching(/^\d{10}$/),
								...text('Anna here'),
							},
						],
					},
				},
			]);
			expect(simulator.webhooks()).toMatchObject([{ via: 'phoneNumber' }]);
			expect(simulator.messages()).toEqual([]);
		});

		it('can have any content and come from any number', async () => {
			await subscribe(simulator, receiver, ['smb_message_echoes']);
			const message = { type: 'image', image: { id: business.media.id, caption: 'Look' } };
			await replyInApp({ phoneNumberId: secondNumber.id, message });
			await simulator.settled();
			expect(changesOf('smb_message_echoes')).toMatchObject([
				{
					value: {
						metadata: { phone_number_id: secondNumber.id },
						message_echoes: [message],
					},
				},
			]);
		});

		it('names a customer without a phone number by user ID alone', async () => {
			await subscribe(simulator, receiver, ['smb_message_echoes']);
			const { userId } = simulator.setCustomer({ userId: 'DE.1' });
			await replyInApp({ text: 'x' }, userId);
			await simulator.settled();
			const [change] = changesOf('smb_message_echoes') as Array<{
				value: Record<string, unknown[]>;
			}>;
			expect(change?.value.contacts).toEqual([{ user_id: userId }]);
			expect(change?.value.message_echoes?.[0]).toMatchObject({ to_user_id: userId });
			expect(change?.value.message_echoes?.[0]).not.toHaveProperty('to');
		});

		it('is reported only to an app that is subscribed to the field', async () => {
			await subscribe(simulator, receiver);
			await replyInApp({ text: 'x' });
			await simulator.settled();
			expect(receiver.webhooks).toEqual([]);
			expect(simulator.webhooks()).toMatchObject([
				{ reason: 'the app is not subscribed to the field smb_message_echoes' },
			]);
		});

		it('opens no window, and shows that the number is in the app', async () => {
			const path = `/v26.0/${firstNumber.id}?fields=is_on_biz_app`;
			expect((await call(simulator, 'GET', path)).body).toMatchObject({ is_on_biz_app: false });
			simulator.closeWindow(pablo.waId);
			await replyInApp({ text: 'x' });
			expect((await call(simulator, 'GET', path)).body).toMatchObject({ is_on_biz_app: true });
			const response = await send(simulator, { text: { body: 'too late' } });
			await simulator.settled();
			expect(simulator.messages()).toMatchObject([
				{ id: idOf(response), statuses: [{ errors: [{ code: 131047 }] }] },
			]);
		});

		it('can be quoted by the customer, but not marked as read by the business', async () => {
			const { body } = await replyInApp({ text: 'x' });
			await simulator.writeAs(pablo.waId, { type: 'text', text: 'y', replyTo: String(body.id) });
			expect(simulator.state.received).toMatchObject([{ message: { context: { id: body.id } } }]);
			const read = { messaging_product: 'whatsapp', status: 'read', message_id: body.id };
			const { error } = await call(simulator, 'POST', `/v26.0/${firstNumber.id}/messages`, read);
			expect(error.code).toBe(131009);
		});
	});

	describe('a message of another app', () => {
		const fields = ['messages', 'message_echoes', 'smb_message_echoes'];

		it('is reported as message_echoes and by statuses', async () => {
			await subscribe(simulator, receiver, fields);
			const { body } = await replyAsOther({ text: 'From the shop system' });
			await simulator.settled();
			expect(changesOf('smb_message_echoes')).toEqual([]);
			expect(changesOf('message_echoes')).toMatchObject([
				{
					value: {
						message_echoes: [
							{
								from: '15550783881',
								to: pablo.waId,
								id: body.id,
								...text('From the shop system'),
							},
						],
					},
				},
			]);
			expect(receiver.events.map(({ id }) => id)).toEqual([body.id, body.id, body.id]);
			expect(simulator.messages()).toMatchObject([{ appId: business.partnerApp.id }]);
		});

		it('is subject to the rules of the API', async () => {
			await subscribe(simulator, receiver, fields);
			const response = await replyAsOther({ message: { type: 'hologram' } });
			expect(response).toMatchObject({
				status: 400,
				body: { error: expect.stringContaining('Param type must be one of') },
			});
			simulator.closeWindow(pablo.waId);
			await replyAsOther({ text: 'too late' });
			await simulator.settled();
			expect(changesOf('message_echoes')).toEqual([]);
			expect(receiver.events).toMatchObject([{ status: 'failed', errors: [{ code: 131047 }] }]);
		});
	});

	it('reports own messages only with the setting echoOwnMessages', async () => {
		await subscribe(simulator, receiver, ['message_echoes']);
		await send(simulator, { text: { body: 'silent' } });
		simulator.updateSettings({ echoOwnMessages: true });
		const response = await send(simulator, { text: { body: 'echoed' } });
		await simulator.settled();
		expect(changesOf('message_echoes')).toMatchObject([
			{ value: { message_echoes: [{ id: idOf(response), ...text('echoed') }] } },
		]);
	});

	it.each([
		['without content', {}],
		['with two contents', { text: 'x', message: text('y') }],
		['from an unknown number', { text: 'x', phoneNumberId: '1' }],
	])('refuses a reply %s', async (_name, body) => {
		for (const response of [await replyInApp(body), await replyAsOther(body)]) {
			expect(response).toMatchObject({ status: 400, body: { error: expect.any(String) } });
		}
	});
});
