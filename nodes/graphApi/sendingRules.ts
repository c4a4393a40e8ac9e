import { WaitClock } from './waitClock';

/** How a run sends: its rate, and what it does when something fails. */
export interface SendingRules {
	/** Messages per second and phone number; 0 leaves the limit to WhatsApp. */
	messagesPerSecond: number;
	/** How often a request is tried again after a failure that is not about sending too fast. */
	maxRetries: number;
	/** Milliseconds after its first failure after which an item is given up instead of trying on. */
	timeLimit: number;
	/** Milliseconds after which a request counts as unanswered; one that carries a file has more. */
	responseTimeout: number;
	/** Send again what may have been sent: nothing is lost, something may arrive twice. */
	resendUnknown: boolean;
}

/**
 * What a number is allowed unless Meta has raised it, and the most Meta raises it to.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 */
export const throughput = { default: 80, highest: 1000 } as const;

export const defaultSendingRules: SendingRules = {
	messagesPerSecond: throughput.default,
	// The pauses double: seven of them outlast half a minute without service.
	maxRetries: 7,
	timeLimit: 5 * 60_000,
	responseTimeout: 60_000,
	resendUnknown: false,
};

/** For a person who waits in the editor: say at once what is wrong. */
export const interactiveRules: SendingRules = {
	messagesPerSecond: 0,
	maxRetries: 0,
	timeLimit: 0,
	responseTimeout: 30_000,
	resendUnknown: false,
};

/** What happened to the requests of a run beyond being sent once. */
export interface SendingReport {
	/** Requests that were sent again. */
	retries: number;
	/** Requests WhatsApp refused because they came too fast. */
	throttled: number;
	/** How long messages were held back. */
	waiting: WaitClock;
}

export function emptyReport(): SendingReport {
	return { retries: 0, throttled: 0, waiting: new WaitClock() };
}
