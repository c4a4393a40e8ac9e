import type { IWebhookFunctions } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { graphApi } from '../../graphApi/graphApi';
import { processState } from '../../graphApi/processState';
import { memoryOf } from '../../memory/memoryOf';
import { Conversations } from '../../shared/conversation/conversations';
import { egressFilterOf } from '../../shared/egressFilter';
import { conversationOf } from '../conversations/noteConversations';
import { markAsRead } from '../emit/markAsRead';
import { triggerRules as rules } from '../emit/triggerRules';
import type { EventItem } from '../../shared/items/toItem';
import { afterResponse } from '../n8n/afterResponse';
import { logRarely, reasonOf } from '../n8n/trigger';
import type { TriggerOptions } from '../parameters/fields';

/**
 * Milliseconds. WhatsApp shows the typing indicator for 25 seconds.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
 */
export const renewalInterval = 20_000;

/** How often it is renewed after a message: for two minutes. */
export const renewals = 6;

const shown = processState(
	() => new Map<string, NodeJS.Timeout>(),
	(all) => all.forEach((timer) => clearInterval(timer)),
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
	const type = typingOf(context, credential, isTyping);
	stopTyping(replyKey(key));
	afterResponse(context.getResponseObject(), () => type(items), reporter(context));
	if (isTyping) renewTyping(key, () => type(items.slice(-1)), reporter(context));
}

/**
 * Shows the typing indicator after the response, and renews it until the business has written to the customer.
 * @param key of the collection.
 * @param items what the workflow starts with, oldest first.
 * @throws RequestError for a credential with which nothing can be sent.
 */
export function typeUntilReply(
	key: string,
	items: readonly EventItem[],
	context: IWebhookFunctions,
	credential: CredentialData,
): void {
	const last = items.slice(-1);
	const [customer] = last.flatMap((item) => conversationOf(item) ?? []);
	if (customer === undefined) return;
	const type = typingOf(context, credential, true);
	const conversations = new Conversations(memoryOf(credential));
	const lastReply = async () => (await conversations.stateOf(customer)).lastMessageOutAt;
	const begin = async () => {
		const before = await lastReply();
		const hasReplied = async () => (await lastReply()) !== before;
		renewTyping(replyKey(key), () => type(last), reporter(context), hasReplied);
		await type(last);
	};
	afterResponse(context.getResponseObject(), begin, reporter(context));
}

/** Ends the renewal. */
export function stopTyping(key: string): void {
	clearInterval(shown().get(key));
	shown().delete(key);
}

function renewTyping(
	key: string,
	type: () => Promise<void>,
	report: (what: string) => void,
	isOver = () => Promise.resolve(false),
): void {
	stopTyping(key);
	let left = renewals;
	const renew = async () => {
		left--;
		if (await isOver()) {
			stopTyping(key);
			return;
		}
		if (left === 0) stopTyping(key);
		await type();
	};
	const timer = setInterval(() => {
		renew().catch((error: unknown) => report(reasonOf(error)));
	}, renewalInterval);
	shown().set(key, timer.unref());
}

function typingOf(context: IWebhookFunctions, credential: CredentialData, isTyping: boolean) {
	const { send } = graphApi(credential, { rules, egress: egressFilterOf(context) });
	return (items: readonly EventItem[]) => markAsRead(send, items, isTyping);
}

function reporter(context: IWebhookFunctions): (what: string) => void {
	return (what) => logRarely(context)(`A message could not be marked as read: ${what}`);
}

/** The renewal that continues after the collection was passed on. */
function replyKey(key: string): string {
	return `${key} reply`;
}
