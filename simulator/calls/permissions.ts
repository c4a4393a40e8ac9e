import type { Customer } from '../customers/customer';
import { SimulatedGraphError } from '../graph/errors';
import { timestamp } from '../webhooks/payload';

/**
 * What a customer and a business number have done about calls. All times are in milliseconds since 1970.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions
 */
export interface CallHistory {
	/** Whether the business may call, and until when; `null` for always. */
	permittedUntil?: number | null;
	/** When the business asked for permission since the last call that connected. */
	requestedAt: number[];
	/** When calls of the business connected. */
	connectedAt: number[];
	/** Calls of the business in a row that the customer did not take. */
	unanswered: number;
}

const day = 86_400_000;

/** How long a permission lasts that is not permanent. */
export const permissionMs = 7 * day;

const requestLimits = [
	{ name: 'PT24H', ms: day, max: 1 },
	{ name: 'P7D', ms: 7 * day, max: 2 },
];
const callLimit = { name: 'PT24H', ms: day, max: 100 };

/** After as many unanswered calls the permission is gone. */
const unansweredLimit = 4;

/** The history of a customer with a number, which the caller may change. */
export function callHistory(customer: Customer, phoneNumberId: string): CallHistory {
	const known = customer.calls.get(phoneNumberId);
	if (known) return known;
	const history: CallHistory = { requestedAt: [], connectedAt: [], unanswered: 0 };
	customer.calls.set(phoneNumberId, history);
	return history;
}

/** What `GET /{phoneNumber}/call_permissions` returns. */
export function permissionsOf(history: CallHistory): Record<string, unknown> {
	const status = statusOf(history);
	const usages = requestLimits.map((limit) => usageOf(history.requestedAt, limit));
	const calls = usageOf(history.connectedAt, callLimit);
	return {
		messaging_product: 'whatsapp',
		permission: {
			status,
			...(status === 'temporary' && {
				expiration_time: Number(timestamp(history.permittedUntil ?? 0)),
			}),
		},
		actions: [
			{
				action_name: 'send_call_permission_request',
				can_perform_action: status !== 'permanent' && usages.every(isFree),
				limits: usages,
			},
			{
				action_name: 'start_call',
				can_perform_action: status !== 'no_permission' && isFree(calls),
				limits: [calls],
			},
		],
	};
}

/** @throws SimulatedGraphError 138006 without permission, 138012 after too many calls */
export function checkCallPermission(history: CallHistory): void {
	if (statusOf(history) === 'no_permission') throw new SimulatedGraphError(138006);
	if (!isFree(usageOf(history.connectedAt, callLimit))) throw new SimulatedGraphError(138012);
}

/**
 * Notes that the business asks for permission.
 *
 * @throws SimulatedGraphError 138017 if it is not needed, 138009 if it asked too often
 */
export function notePermissionRequest(history: CallHistory): void {
	if (statusOf(history) === 'permanent') throw new SimulatedGraphError(138017);
	const usages = requestLimits.map((limit) => usageOf(history.requestedAt, limit));
	if (!usages.every(isFree)) throw new SimulatedGraphError(138009);
	history.requestedAt.push(Date.now());
}

/** Notes that a call of either side was picked up. */
export function noteConnected(history: CallHistory, byBusiness: boolean): void {
	history.requestedAt = [];
	history.unanswered = 0;
	if (byBusiness) history.connectedAt.push(Date.now());
}

/** Notes that the customer did not take a call of the business. */
export function noteUnanswered(history: CallHistory): void {
	history.unanswered += 1;
	if (history.unanswered >= unansweredLimit) history.permittedUntil = undefined;
}

function statusOf({ permittedUntil }: CallHistory): 'no_permission' | 'temporary' | 'permanent' {
	if (permittedUntil === null) return 'permanent';
	return (permittedUntil ?? 0) > Date.now() ? 'temporary' : 'no_permission';
}

interface Usage {
	time_period: string;
	max_allowed: number;
	current_usage: number;
	limit_expiration_time?: number;
}

function usageOf(
	times: number[],
	{ name, ms, max }: { name: string; ms: number; max: number },
): Usage {
	const recent = times.filter((at) => at > Date.now() - ms);
	const [oldest = 0] = recent;
	return {
		time_period: name,
		max_allowed: max,
		current_usage: recent.length,
		...(recent.length >= max && { limit_expiration_time: Number(timestamp(oldest + ms)) }),
	};
}

function isFree({ current_usage, max_allowed }: Usage): boolean {
	return current_usage < max_allowed;
}
