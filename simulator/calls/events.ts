import type { SimulatorContext } from '../context';
import type { SimulatedGraphError } from '../graph/errors';
import { contactOf, metadataOf, timestamp } from '../webhooks/payload';
import type { Call } from './call';
import { callHistory, noteUnanswered } from './permissions';

/** A short description of a voice connection. */
export const sampleSdp = [
	'v=0',
	'o=- 7602563789789945080 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'm=audio 40012 UDP/TLS/RTP/SAVPF 111',
	'c=IN IP4 127.0.0.1',
	'a=rtpmap:111 opus/48000/2',
	'',
].join('\r\n');

/**
 * Sends the webhook of a call: it connects or has ended.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference#calling-api-webhooks
 */
export function emitCall(
	simulator: SimulatorContext,
	call: Call,
	event: 'connect' | 'terminate',
	more: Record<string, unknown>,
	error?: SimulatedGraphError,
): void {
	const { phoneNumber, customer } = sidesOf(simulator, call);
	const byUser = call.direction === 'USER_INITIATED';
	const [caller, callee] = byUser
		? [customer.waId, phoneNumber.digits]
		: [phoneNumber.digits, customer.waId];
	simulator.webhooks.emit({
		field: 'calls',
		phoneNumberId: phoneNumber.id,
		value: {
			...metadataOf(phoneNumber),
			contacts: [contactOf(customer)],
			calls: [
				{
					id: call.id,
					...(callee && { to: callee }),
					...(caller && { from: caller }),
					[byUser ? 'from_user_id' : 'to_user_id']: customer.userId,
					event,
					timestamp: timestamp(Date.now()),
					direction: call.direction,
					...(call.buttonPayload !== undefined && { cta_payload: call.buttonPayload }),
					...(call.callbackData !== undefined && { biz_opaque_callback_data: call.callbackData }),
					...more,
				},
			],
			...(error && { errors: [error.toWebhookEntry()] }),
		},
	});
}

/** Sends the status of a call that the business started. */
export function emitCallStatus(
	simulator: SimulatorContext,
	call: Call,
	status: 'RINGING' | 'ACCEPTED' | 'REJECTED',
): void {
	const { phoneNumber, customer } = sidesOf(simulator, call);
	simulator.webhooks.emit({
		field: 'calls',
		phoneNumberId: phoneNumber.id,
		value: {
			...metadataOf(phoneNumber),
			contacts: [contactOf(customer)],
			statuses: [
				{
					id: call.id,
					type: 'call',
					status,
					timestamp: timestamp(Date.now()),
					...(customer.waId && { recipient_id: customer.waId }),
					recipient_user_id: customer.userId,
					...(call.callbackData !== undefined && { biz_opaque_callback_data: call.callbackData }),
				},
			],
		},
	});
}

/** Ends a call and sends the webhook. A call that nobody accepted has no duration. */
export function endCall(
	simulator: SimulatorContext,
	call: Call,
	error?: SimulatedGraphError,
): void {
	const { customer } = sidesOf(simulator, call);
	const { acceptedAt } = call;
	const endedAt = Date.now();
	call.state = 'ended';
	if (acceptedAt === undefined && call.direction === 'BUSINESS_INITIATED') {
		noteUnanswered(callHistory(customer, call.phoneNumberId));
	}
	emitCall(
		simulator,
		call,
		'terminate',
		{
			status: error ? 'FAILED' : 'COMPLETED',
			...(acceptedAt !== undefined && {
				start_time: timestamp(acceptedAt),
				end_time: timestamp(endedAt),
				duration: Math.floor(endedAt / 1000) - Math.floor(acceptedAt / 1000),
			}),
		},
		error,
	);
}

/** The number and the customer of a call. */
export function sidesOf({ state }: SimulatorContext, { phoneNumberId, userId }: Call) {
	const phoneNumber = state.phoneNumbers.find(({ id }) => id === phoneNumberId);
	if (!phoneNumber) throw new Error(`There is no phone number ${phoneNumberId}`);
	return { phoneNumber, customer: state.customerOrNew(userId) };
}
