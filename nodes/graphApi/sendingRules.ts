import { WaitClock } from './waitClock';

/** How a run sends: its rate, and what it does after a failure. */
export interface SendingRules {
	/** Messages per second and phone number; 0 leaves the limit to WhatsApp. */
	messagesPerSecond: number;
	/** How often a request is retried after a failure other than throttling. */
	maxRetries: number;
	/** Milliseconds after its first failure at which an item is no longer retried. */
	timeLimit: number;
	/** Milliseconds to wait for a response; requests that carry a file get more. */
	responseTimeout: number;
	/** Retry after an unknown outcome: nothing is lost, but a message may arrive twice. */
	resendUnknown: boolean;
}

/**
 * The throughput of a number by default, and the most Meta raises it to.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 */
export const throughput = { default: 80, highest: 1000 } as const;

export const defaultSendingRules: SendingRules = {
	messagesPerSecond: throughput.default,
	// The pauses double: seven of them outlast an outage of half a minute.
	maxRetries: 7,
	timeLimit: 5 * 60_000,
	responseTimeout: 60_000,
	resendUnknown: false,
};

/** For someone waiting in the editor: fail at once and say why. */
export const interactiveRules: SendingRules = {
	messagesPerSecond: 0,
	maxRetries: 0,
	timeLimit: 0,
	responseTimeout: 30_000,
	resendUnknown: false,
};

/** Retries and delays of a run. */
export interface SendingReport {
	/** Requests that were sent again. */
	retries: number;
	/** Requests that WhatsApp refused as too fast. */
	throttled: number;
	/** How long messages were held back. */
	waiting: WaitClock;
}

export function emptyReport(): SendingReport {
	return { retries: 0, throttled: 0, waiting: new WaitClock() };
}
