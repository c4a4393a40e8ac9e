import type { Simulator } from '../simulator';

/** Messages from one business number in one second, by outcome. */
export interface TrafficSecond {
	/** Seconds since 1970. */
	second: number;
	phoneNumberId: string;
	/** Accepted messages. */
	accepted: number;
	/** Rejected by a rate limit. */
	throttled: number;
	/** Rejected for another reason, including error pages. */
	refused: number;
}

/**
 * Error codes of rate limits: app, account, number and customer.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes#throttling-errors
 */
const throttlingCodes = new Set<number | undefined>([4, 80007, 130429, 131056]);

const sendingPath = /\/(\d+)\/(?:messages|marketing_messages)$/;

/** The traffic per second since `from` (milliseconds since 1970). Seconds without traffic are omitted. */
export function trafficSince({ state }: Simulator, from: number): TrafficSecond[] {
	const since = Math.floor(from / 1000) * 1000;
	const seconds = new Map<string, TrafficSecond>();
	const at = (time: number, phoneNumberId: string) => {
		const second = Math.floor(time / 1000);
		const key = `${phoneNumberId} ${second}`;
		const found = seconds.get(key) ?? {
			second,
			phoneNumberId,
			accepted: 0,
			throttled: 0,
			refused: 0,
		};
		seconds.set(key, found);
		return found;
	};
	for (const { acceptedAt, phoneNumberId } of newestFirst(state.accepted)) {
		if (acceptedAt < since) break;
		at(acceptedAt, phoneNumberId).accepted += 1;
	}
	for (const request of newestFirst(state.requests.all())) {
		if (request.at < since) break;
		const phoneNumberId = sendingPath.exec(request.path)?.[1];
		if (!phoneNumberId || request.method !== 'POST' || request.status < 400) continue;
		const isThrottled = throttlingCodes.has(request.errorCode);
		at(request.at, phoneNumberId)[isThrottled ? 'throttled' : 'refused'] += 1;
	}
	return [...seconds.values()];
}

function* newestFirst<Item>(items: readonly Item[]): Generator<Item> {
	for (let index = items.length - 1; index >= 0; index -= 1) yield items[index] as Item;
}
