import { z } from 'zod';
import type { SimulatorContext } from '../context';
import { CustomerMessageError } from '../customers/choices';
import type { Customer } from '../customers/customer';
import { numberWrittenTo } from '../customers/numberWrittenTo';
import { newMessageId } from '../messages/message';
import { contactOf, metadataOf, timestamp } from '../webhooks/payload';
import { newCallId, type Call } from './call';
import { emitCall, emitCallStatus, endCall, sampleSdp } from './events';
import { callHistory, noteConnected, permissionMs } from './permissions';
import { ring } from './ring';

export const customerCallSchema = z.strictObject({
	/** The business number they call. Default: the first one. */
	phoneNumberId: z.string().optional(),
	/** The payload of the call button they tapped. */
	buttonPayload: z.string().optional(),
	/** When they hang up, if nobody has accepted. Default: they wait until the call fails. */
	hangUpAfterMs: z.number().min(0).optional(),
});

export type CustomerCall = z.input<typeof customerCallSchema>;

export const callActionSchema = z.strictObject({ action: z.enum(['accept', 'reject', 'hangUp']) });

export type CallAction = z.output<typeof callActionSchema>['action'];

/**
 * Calls the business as a customer. It opens the customer service window.
 *
 * @throws ZodError for an invalid call, CustomerMessageError if the number takes no calls
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-initiated-calls
 */
export function callAsCustomer(
	simulator: SimulatorContext,
	customer: Customer,
	input: CustomerCall,
): Call {
	const { phoneNumberId, buttonPayload, hangUpAfterMs } = customerCallSchema.parse(input);
	const { state, webhooks } = simulator;
	const phoneNumber = numberWrittenTo(state, phoneNumberId);
	const calling = phoneNumber.settings.calling ?? {};
	if (calling.status !== 'ENABLED') {
		throw new CustomerMessageError('Calling is not enabled for this number');
	}
	const call: Call = {
		id: newCallId(),
		phoneNumberId: phoneNumber.id,
		userId: customer.userId,
		direction: 'USER_INITIATED',
		state: 'ringing',
		buttonPayload,
	};
	state.calls.push(call);
	customer.lastWroteAt.set(phoneNumber.id, Date.now());
	emitCall(simulator, call, 'connect', { session: { sdp_type: 'offer', sdp: sampleSdp } });
	if (calling.callback_permission_status === 'ENABLED') allowCallback(simulator, call, customer);
	if (hangUpAfterMs !== undefined) {
		webhooks.later(hangUpAfterMs, () => {
			if (call.state === 'ringing') endCall(simulator, call);
		});
	}
	ring(simulator, call);
	return call;
}

/**
 * Takes or rejects a call of the business, or hangs up, as the customer.
 *
 * @throws CustomerMessageError if the call is not in that state
 */
export function actOnCall(
	simulator: SimulatorContext,
	call: Call,
	customer: Customer,
	action: CallAction,
): void {
	const isIncoming = call.direction === 'BUSINESS_INITIATED' && call.state === 'ringing';
	if (call.state === 'ended' || (action !== 'hangUp' && !isIncoming)) {
		throw new CustomerMessageError(`The customer cannot ${action} this call now`);
	}
	if (action === 'accept') {
		call.state = 'accepted';
		call.acceptedAt = Date.now();
		noteConnected(callHistory(customer, call.phoneNumberId), true);
		emitCallStatus(simulator, call, 'ACCEPTED');
		return;
	}
	if (action === 'reject') emitCallStatus(simulator, call, 'REJECTED');
	endCall(simulator, call);
}

/** With `callback_permission_status`, a call gives the business permission to call back. */
function allowCallback(
	{ state, webhooks }: SimulatorContext,
	{ phoneNumberId }: Call,
	customer: Customer,
): void {
	const history = callHistory(customer, phoneNumberId);
	if (history.permittedUntil === null) return;
	const until = Date.now() + permissionMs;
	history.permittedUntil = until;
	const phoneNumber = numberWrittenTo(state, phoneNumberId);
	webhooks.emit({
		field: 'messages',
		phoneNumberId,
		value: {
			...metadataOf(phoneNumber),
			contacts: [contactOf(customer)],
			messages: [
				{
					...(customer.waId && { from: customer.waId }),
					from_user_id: customer.userId,
					id: newMessageId(customer.waId ?? customer.userId, true),
					timestamp: timestamp(Date.now()),
					type: 'interactive',
					interactive: {
						type: 'call_permission_reply',
						call_permission_reply: {
							response: 'accept',
							is_permanent: false,
							expiration_timestamp: timestamp(until),
							response_source: 'automatic',
						},
					},
				},
			],
		},
	});
}
