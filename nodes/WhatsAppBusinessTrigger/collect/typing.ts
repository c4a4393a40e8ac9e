import type { IWebhookFunctions } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { graphApi } from '../../graphApi/graphApi';
import { processState } from '../../graphApi/processState';
import { egressFilterOf } from '../../shared/egressFilter';
import { markAsRead } from '../emit/markAsRead';
import { triggerRules as rules } from '../emit/triggerRules';
import type { EventItem } from '../items/toItem';
import { afterResponse } from '../n8n/afterResponse';
import { logRarely, reasonOf } from '../n8n/trigger';
import type { TriggerOptions } from '../parameters/fields';

/**
 * Milliseconds. WhatsApp shows the typing indicator for 25 seconds.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
 */
export const renewalInterval = 20_000;

/** Milliseconds for which it is renewed. */
export const longestTyping = 120_000;

interface Typing {
	timer: NodeJS.Timeout;
	/** Unix time in milliseconds. */
	since: number;
}

const shown = processState(
	() => new Map<string, Typing>(),
	(all) => all.forEach(({ timer }) => clearInterval(timer)),
);

/**
 * Marks messages that are being collected as read after the response, and shows the typing indicator, as far as chosen.
 * @param key of the collection. The indicator is renewed until `stopTyping`.
 * @throws RequestError for a credential with which nothing can be sent.
 */
export function readAndType(
	key: string,
	items: readonly EventItem[],
	context: IWebhookFunctions,
	options: TriggerOptions,
	credential: CredentialData,
): void {
	const isTyping = options.typingIndicator === true;
	if (options.markAsRead !== true && !isTyping) return;
	const { send } = graphApi(credential, { rules, egress: egressFilterOf(context) });
	const report = (what: string) =>
		logRarely(context)(`A message could not be marked as read: ${what}`);
	const read = () => markAsRead(send, items, isTyping);
	afterResponse(context.getResponseObject(), read, report);
	if (!isTyping) return;
	const since = shown().get(key)?.since ?? Date.now();
	stopTyping(key);
	const renew = () => {
		if (Date.now() - since > longestTyping) stopTyping(key);
		else markAsRead(send, items.slice(-1), true).catch((error: unknown) => report(reasonOf(error)));
	};
	shown().set(key, { since, timer: setInterval(renew, renewalInterval).unref() });
}

/** Ends the renewal. */
export function stopTyping(key: string): void {
	clearInterval(shown().get(key)?.timer);
	shown().delete(key);
}
