import type { IWebhookFunctions } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { RequestError } from '../../graphApi/errors/requestError';
import { graphApi } from '../../graphApi/graphApi';
import { path } from '../../graphApi/path';
import type { GraphRequest, Send } from '../../graphApi/types';
import type { Memory } from '../../memory/memory';
import { OwnMessages } from '../../shared/conversation/ownMessages';
import { egressFilterOf } from '../../shared/egressFilter';
import { seenEventsOf } from '../duplicates/seenEvents';
import type { SeenEvents } from '../duplicates/seenEvents';
import { triggerRules } from '../emit/triggerRules';
import type { EventItem } from '../../shared/items/toItem';
import { afterResponse } from '../n8n/afterResponse';
import { logError, reasonOf } from '../n8n/trigger';
import { readLateReplyText } from '../parameters/lateReplyText';

/** Writes to the people whose taps came too late, once for each question, after the response to Meta. */
export function respondToLateReplies(
	items: readonly EventItem[],
	context: IWebhookFunctions,
	stored: unknown,
	credential: CredentialData,
	memory: Memory,
): void {
	const late = items.filter(({ reply }) => reply?.expired === true);
	if (late.length === 0) return;
	const log = logError(context);
	const report = (what: string) => log(`The text for a late reply could not be sent: ${what}`);
	const respondAll = async () => {
		const text = readLateReplyText(stored);
		if (text === undefined) return;
		const { send } = graphApi(credential, { rules: triggerRules, egress: egressFilterOf(context) });
		const own = new OwnMessages(memory);
		const sendAndNote: Send = async (request) => {
			const response = await send(request);
			await own.noteSent(response.body);
			return response;
		};
		const seen = await seenEventsOf(context, memory);
		for (const item of late) {
			await respondOnce(item, text, sendAndNote, seen).catch((error: unknown) =>
				report(reasonOf(error)),
			);
		}
	};
	afterResponse(context.getResponseObject(), respondAll, report);
}

async function respondOnce(
	item: EventItem,
	text: string,
	send: Send,
	seen: SeenEvents,
): Promise<void> {
	const request = textRequest(item, text);
	if (request === undefined) return;
	// An execution may ask several questions, and each is a message of its own.
	const key = `late ${item.reply?.question?.executionId} ${item.context?.id}`;
	if (!(await seen.markSeen(key))) return;
	try {
		await send(request);
	} catch (error) {
		if (error instanceof RequestError && error.facts.outcome === 'notAccepted') {
			await seen.forget(key);
		}
		throw error;
	}
}

/**
 * The message that quotes the tap. Undefined if Meta does not say who tapped.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages
 */
function textRequest(
	{ id, from, userId, phoneNumberId }: EventItem,
	text: string,
): GraphRequest | undefined {
	const recipient = from ?? userId;
	if (id === null || phoneNumberId === null || recipient === null) return undefined;
	return {
		method: 'POST',
		path: path`/${phoneNumberId}/messages`,
		on: 'phoneNumber',
		body: {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			...(from === null ? { recipient } : { to: recipient }),
			context: { message_id: id },
			type: 'text',
			text: { body: text },
		},
		countsFor: { phoneNumberId, recipient },
	};
}
