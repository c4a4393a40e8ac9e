import type { Simulator } from '../../simulator';
import { sdp } from '../support/callSession';
import { until } from '../support/until';
import {
	ada,
	call,
	firstNumber,
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
	await subscribe(simulator, receiver, ['messages', 'calls']);
});
afterEach(async () => {
	await simulator.stop();
	await receiver.stop();
});

const offer = { sdp_type: 'offer', sdp };
const answer = { sdp_type: 'answer', sdp };
const post = (body: Record<string, unknown>, number: string = firstNumber.id) =>
	call<{ calls?: Array<{ id: string }> }>(simulator, 'POST', `/v25.0/${number}/calls`, {
		messaging_product: 'whatsapp',
		...body,
	});
const connect = (more: Record<string, unknown> = {}) =>
	post({ action: 'connect', to: pablo.waId, session: offer, ...more });
/** A call that rings: what Meta says of it comes after the response. */
const started = async (more: Record<string, unknown> = {}) => {
	const { body } = await connect(more);
	await simulator.settled();
	return body.calls?.[0]?.id ?? '';
};
const permissions = (query: string) =>
	call<{ permission: object; actions: object[] }>(
		simulator,
		'GET',
		`/v25.0/${firstNumber.id}/call_permissions?${query}`,
	);
const control = (path: string, body: unknown) =>
	call(simulator, 'POST', `/control/${path}`, body, null);
const allow = (customer: string, permanent = false) =>
	simulator.writeAs(customer, {
		type: 'raw',
		message: {
			type: 'interactive',
			interactive: {
				type: 'call_permission_reply',
				call_permission_reply: {
					response: 'accept',
					is_permanent: permanent,
					response_source: 'user_action',
				},
			},
		},
	});
/** What the webhooks of the field `calls` say, in short. They were sent in this order, and may arrive in another. */
const told = async () => {
	await simulator.settled();
	return simulator
		.webhooks()
		.filter(({ field, state }) => field === 'calls' && state === 'delivered')
		.flatMap(({ body }) => (body as unknown as WebhookBody).entry.flatMap(({ changes }) => changes))
		.map(({ value: { calls, statuses, errors } }) => {
			const event = calls?.[0] ?? statuses?.[0] ?? {};
			return { ...event, ...(errors && { code: errors[0]?.code }) };
		});
};
type Told = Record<string, unknown>;
interface WebhookBody {
	entry: Array<{
		changes: Array<{ value: Record<'calls' | 'statuses' | 'errors', Told[] | undefined> }>;
	}>;
}

describe('calls of the business', () => {
	it('ring, connect and end, with the answer and the duration', async () => {
		const id = await started({ biz_opaque_callback_data: '0fS5cePMok' });
		expect(id).toMatch(/^wacid\./);
		await control(`calls/${id}`, { action: 'accept' });
		await post({ action: 'terminate', call_id: id });
		const ofCall = { id, biz_opaque_callback_data: '0fS5cePMok' };
		expect(await told()).toMatchObject([
			{
				...ofCall,
				event: 'connect',
				direction: 'BUSINESS_INITIATED',
				from: '15550783881',
				to: pablo.waId,
				to_user_id: pablo.userId,
				session: { sdp_type: 'answer', sdp: expect.stringMatching(/^v=0\r\n/) },
			},
			{ ...ofCall, type: 'call', status: 'RINGING', recipient_id: pablo.waId },
			{ ...ofCall, type: 'call', status: 'ACCEPTED' },
			{
				...ofCall,
				event: 'terminate',
				status: 'COMPLETED',
				start_time: expect.any(String),
				end_time: expect.any(String),
				duration: expect.any(Number),
			},
		]);
	});

	it('end without a duration when the customer rejects them', async () => {
		const id = await started();
		await control(`calls/${id}`, { action: 'reject' });
		const events = await told();
		expect(events.slice(-2)).toMatchObject([
			{ status: 'REJECTED' },
			{ event: 'terminate', status: 'COMPLETED' },
		]);
		expect(events.at(-1)).not.toHaveProperty('duration');
	});

	it('fail with 138007 when nobody takes them in time', async () => {
		simulator.updateSettings({ callRingMs: 5 });
		const id = await started();
		await until(() =>
			simulator.state.calls.some((known) => known.id === id && known.state === 'ended'),
		);
		expect((await told()).at(-1)).toMatchObject({
			event: 'terminate',
			status: 'FAILED',
			code: 138007,
		});
	});

	const refusals: Array<[string, () => unknown, Record<string, unknown>, object]> = [
		[
			'without permission',
			() => {},
			{ to: '16505550123' },
			{ status: 401, error: { code: 138006 } },
		],
		[
			'when calling is off',
			() =>
				call(simulator, 'POST', `/v25.0/${firstNumber.id}/settings`, {
					calling: { status: 'DISABLED' },
				}),
			{},
			{ status: 401, error: { code: 138000 } },
		],
		[
			'when calls go over SIP',
			() =>
				call(simulator, 'POST', `/v25.0/${firstNumber.id}/settings`, {
					calling: { sip: { status: 'ENABLED', servers: [{ hostname: 'sip.example.com' }] } },
				}),
			{},
			{ error: { code: 131055 } },
		],
		[
			'to a number without WhatsApp',
			() => void simulator.updateSettings({ notOnWhatsApp: [pablo.waId] }),
			{},
			{ status: 400, error: { code: 138001 } },
		],
		['while one is in progress', () => connect(), {}, { error: { code: 138003 } }],
		[
			'beyond the calls at a time',
			() => void simulator.updateSettings({ concurrentCalls: 1 }),
			{},
			{ status: 429, error: { code: 138002 } },
		],
		[
			'with an answer instead of an offer',
			() => {},
			{ session: answer },
			{ status: 400, error: { code: 100 } },
		],
		[
			'without voice in the SDP',
			() => {},
			{ session: { sdp_type: 'offer', sdp: 'v=0\r\n' } },
			{ error: { code: 100, message: expect.stringContaining('SDP Validation error') } },
		],
		['to nobody', () => {}, { to: undefined }, { error: { code: 100 } }],
	];

	it.each(refusals)('are refused %s', async (_, before, body, refusal) => {
		await before();
		expect(await connect(body)).toMatchObject(refusal);
	});

	it('lose the permission after four that nobody took', async () => {
		for (let attempt = 0; attempt < 4; attempt++) {
			await control(`calls/${await started()}`, { action: 'reject' });
		}
		expect(await connect()).toMatchObject({ error: { code: 138006 } });
	});
});

describe('calls of a customer', () => {
	it('come with an offer, and can be accepted and ended', async () => {
		const { id } = simulator.callAs(pablo.waId, { buttonPayload: 'order-4711' });
		expect(await post({ action: 'pre_accept', call_id: id, session: answer })).toMatchObject({
			body: { success: true },
		});
		await post({
			action: 'accept',
			call_id: id,
			session: answer,
			biz_opaque_callback_data: 'desk 3',
		});
		await control(`calls/${id}`, { action: 'hangUp' });
		expect(await told()).toMatchObject([
			{
				id,
				event: 'connect',
				direction: 'USER_INITIATED',
				from: pablo.waId,
				from_user_id: pablo.userId,
				to: '15550783881',
				cta_payload: 'order-4711',
				session: { sdp_type: 'offer' },
			},
			{ event: 'terminate', status: 'COMPLETED', biz_opaque_callback_data: 'desk 3' },
		]);
	});

	it('can be rejected, and not twice', async () => {
		const { id } = simulator.callAs(pablo.waId);
		await post({ action: 'reject', call_id: id });
		expect(await told()).toMatchObject([{ event: 'connect' }, { event: 'terminate' }]);
		expect(await post({ action: 'reject', call_id: id })).toMatchObject({
			status: 400,
			error: { code: 100 },
		});
	});

	it('end when the customer gives up, and open the window', async () => {
		simulator.closeWindow(ada.waId);
		await control(`customers/${ada.waId}/calls`, { hangUpAfterMs: 1 });
		const events = await told();
		expect(events).toMatchObject([{ event: 'connect' }, { event: 'terminate' }]);
		expect(events[1]).not.toHaveProperty('duration');
		await send(simulator, { to: ada.waId, text: { body: 'You called?' } });
		await simulator.settled();
		expect(simulator.messages().at(-1)?.statuses.at(-1)?.status).toBe('read');
	});

	it('let the business call back, if the number asks for it', async () => {
		await call(simulator, 'POST', `/v25.0/${firstNumber.id}/settings`, {
			calling: { callback_permission_status: 'ENABLED' },
		});
		simulator.callAs('16505550123', { hangUpAfterMs: 1 });
		await simulator.settled();
		expect(receiver.events).toContainEqual(
			expect.objectContaining({
				interactive: {
					type: 'call_permission_reply',
					call_permission_reply: expect.objectContaining({ response_source: 'automatic' }),
				},
			}),
		);
		expect(await connect({ to: '16505550123' })).toMatchObject({ status: 200 });
	});

	it('belong to one number', async () => {
		const { id } = simulator.callAs(pablo.waId);
		expect(await post({ action: 'reject', call_id: id }, secondNumber.id)).toMatchObject({
			error: { code: 100 },
		});
	});

	it('do not come in when calling is off', async () => {
		await call(simulator, 'POST', `/v25.0/${firstNumber.id}/settings`, {
			calling: { status: 'DISABLED' },
		});
		expect(await control(`customers/${pablo.waId}/calls`, {})).toMatchObject({ status: 400 });
	});
});

describe('permissions to call', () => {
	it('are temporary or permanent, by phone number or user ID', async () => {
		expect(await permissions(`user_wa_id=${pablo.waId}`)).toMatchObject({
			body: {
				permission: { status: 'temporary', expiration_time: expect.any(Number) },
				actions: [
					{
						action_name: 'send_call_permission_request',
						can_perform_action: true,
						limits: [
							{ time_period: 'PT24H', max_allowed: 1, current_usage: 0 },
							{ time_period: 'P7D', max_allowed: 2, current_usage: 0 },
						],
					},
					{ action_name: 'start_call', can_perform_action: true },
				],
			},
		});
		await allow(ada.waId, true);
		const { body } = await permissions(`recipient=${ada.userId}`);
		expect(body.permission).toEqual({ status: 'permanent' });
	});

	it('are not there until the customer gives them', async () => {
		expect(await permissions('user_wa_id=16505550123')).toMatchObject({
			body: {
				permission: { status: 'no_permission' },
				actions: [{ can_perform_action: true }, { can_perform_action: false }],
			},
		});
		expect(await permissions('')).toMatchObject({ status: 400, error: { code: 100 } });
	});

	it('can be asked for once a day, and not when they are permanent', async () => {
		const ask = () =>
			send(simulator, {
				type: 'interactive',
				interactive: {
					type: 'call_permission_request',
					action: { name: 'call_permission_request' },
				},
			});
		expect(await ask()).toMatchObject({ status: 200 });
		expect(await ask()).toMatchObject({ status: 400, error: { code: 138009 } });
		await allow(pablo.waId, true);
		expect(await ask()).toMatchObject({ status: 400, error: { code: 138017 } });
	});
});
