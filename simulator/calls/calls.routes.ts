import { z } from 'zod';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError, invalidParameter, missingParameter } from '../graph/errors';
import { validate } from '../graph/validation';
import { personOf } from '../messages/recipient';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import { newCallId, type Call } from './call';
import { emitCall, emitCallStatus, endCall, sampleSdp, sidesOf } from './events';
import { callHistory, checkCallPermission, noteConnected, permissionsOf } from './permissions';
import { ring } from './ring';

const capture = z.strictObject({
	status: z.enum(['ENABLED', 'DISABLED']),
	purpose: z.string().min(1),
	announcement_language: z.string().regex(/^[a-z]{2,3}(_[A-Z0-9]{2,4})?$/),
});
const session = (type: 'offer' | 'answer') =>
	z.strictObject({
		sdp_type: z.literal(type),
		sdp: z
			.string()
			.refine((sdp) => /^v=0\r?\n/.test(sdp) && /\nm=audio /.test(sdp), 'SDP Validation error'),
	});
const common = { messaging_product: z.literal('whatsapp') };
const ofCall = { ...common, call_id: z.string().min(1) };
const data = { biz_opaque_callback_data: z.string().max(512).optional() };
const captures = { recording: capture.optional(), transcription: capture.optional() };

const schema = z.discriminatedUnion('action', [
	z.strictObject({
		...common,
		action: z.literal('connect'),
		to: z.string().optional(),
		recipient: z.string().optional(),
		session: session('offer'),
		...captures,
		...data,
	}),
	z.strictObject({ ...ofCall, action: z.literal('pre_accept'), session: session('answer') }),
	z.strictObject({
		...ofCall,
		action: z.literal('accept'),
		session: session('answer'),
		...captures,
		...data,
	}),
	z.strictObject({ ...ofCall, action: z.literal('reject') }),
	z.strictObject({ ...ofCall, action: z.literal('terminate') }),
]);

type CallRequest = z.output<typeof schema>;
type ConnectRequest = Extract<CallRequest, { action: 'connect' }>;

/**
 * Starts, takes, rejects and ends calls.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference
 */
export const manageCalls = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'calls',
	handle: ({ simulator, node, body }) => {
		checkCalling(node);
		const request = validate(schema, body);
		if (request.action === 'connect') return connect(simulator, node, request);
		const call = simulator.state.calls.find(({ id }) => id === request.call_id);
		if (call?.phoneNumberId !== node.id || call.state === 'ended') {
			throw invalidParameter('The call does not exist or has ended.');
		}
		act(simulator, call, request);
		return { messaging_product: 'whatsapp', success: true };
	},
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions#get-current-call-permission-state */
export const getCallPermissions = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'call_permissions',
	handle: ({ simulator, node, query }) => {
		const to = query.get('user_wa_id') ?? undefined;
		const recipient = query.get('recipient') ?? undefined;
		if (to === undefined && recipient === undefined) throw missingParameter('user_wa_id');
		checkCalling(node);
		return permissionsOf(
			callHistory(personOf({ to, recipient }, node, simulator.state).customer, node.id),
		);
	},
});

/** @throws SimulatedGraphError 138000 if calling is off, 131055 if calls go over SIP */
function checkCalling({ settings }: PhoneNumber): void {
	const { status, sip } = (settings.calling ?? {}) as {
		status?: string;
		sip?: { status?: string };
	};
	if (status !== 'ENABLED') throw new SimulatedGraphError(138000);
	if (sip?.status === 'ENABLED') {
		throw new SimulatedGraphError(131055, {
			details: 'Calling endpoints are not allowed while SIP is enabled',
		});
	}
}

function connect(simulator: SimulatorContext, number: PhoneNumber, request: ConnectRequest) {
	const { state, settings, webhooks } = simulator;
	if (!request.to && !request.recipient) throw missingParameter('to');
	const { customer } = personOf(request, number, state);
	if (customer.waId && settings.notOnWhatsApp.includes(customer.waId)) {
		throw new SimulatedGraphError(138001);
	}
	const current = state.calls.filter(
		(call) => call.phoneNumberId === number.id && call.state !== 'ended',
	);
	if (current.some(({ userId }) => userId === customer.userId)) {
		throw new SimulatedGraphError(138003);
	}
	if (current.length >= settings.concurrentCalls) throw new SimulatedGraphError(138002);
	checkCallPermission(callHistory(customer, number.id));
	const call: Call = {
		id: newCallId(),
		phoneNumberId: number.id,
		userId: customer.userId,
		direction: 'BUSINESS_INITIATED',
		state: 'ringing',
		callbackData: request.biz_opaque_callback_data,
	};
	state.calls.push(call);
	// Meta responds to the call first.
	webhooks.later(0, () => {
		emitCall(simulator, call, 'connect', { session: { sdp_type: 'answer', sdp: sampleSdp } });
		emitCallStatus(simulator, call, 'RINGING');
	});
	ring(simulator, call);
	return { messaging_product: 'whatsapp', calls: [{ id: call.id }] };
}

function act(
	simulator: SimulatorContext,
	call: Call,
	request: Exclude<CallRequest, ConnectRequest>,
): void {
	const canTake = call.direction === 'USER_INITIATED' && call.state === 'ringing';
	if (request.action !== 'terminate' && !canTake) {
		throw invalidParameter(`The call cannot be changed by the action ${request.action} now.`);
	}
	switch (request.action) {
		case 'pre_accept':
			break;
		case 'accept':
			call.state = 'accepted';
			call.acceptedAt = Date.now();
			call.callbackData = request.biz_opaque_callback_data;
			noteConnected(callHistory(sidesOf(simulator, call).customer, call.phoneNumberId), false);
			break;
		case 'reject':
		case 'terminate':
			call.state = 'ended';
			simulator.webhooks.later(0, () => endCall(simulator, call));
	}
}
