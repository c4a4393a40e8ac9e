import type { IWebhookFunctions } from 'n8n-workflow';

import { readReplyToken } from '../../shared/replyToken';
import type { TokenPayload } from '../../shared/replyToken';
import type { ChatReply } from '../../shared/chatReply';
import { logError, isTestRun, reasonOf, triggerKey } from '../n8n/trigger';
import { seenEventsOf } from '../duplicates/seenEvents';
import { eventKey } from '../events/eventKey';
import type { WebhookEvent } from '../events/splitPayload';
import type { EventItem } from '../items/toItem';
import { getPath, asText } from '../../graphApi/coerce';
import { openQuestionsOf } from './openQuestions';
import type { OpenQuestions } from './openQuestions';
import { resume } from './resumeRequest';

/** Messages that can be a written answer: those a person makes, not those they tap. */
const writtenTypes = new Set([
	'audio',
	'contacts',
	'document',
	'image',
	'location',
	'sticker',
	'text',
	'video',
]);

/** Milliseconds for which WhatsApp is asked to deliver an answer again that n8n could not take. */
const redeliveryWindow = 600_000;

/** Gives what customers answer to the executions that wait for it with 'Send and Wait for Response'. */
export class Replies {
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly appSecret: string | undefined,
	) {}

	/** Read for each webhook anew: another process may have written it. */
	private get questions(): OpenQuestions {
		return (this.opened ??= openQuestionsOf(this.context));
	}

	private opened: OpenQuestions | undefined;

	/**
	 * Notes a question that waits for a written answer, or that never arrived: the statuses of its message tell.
	 * Whatever else the event is, nothing happens.
	 */
	note({ raw }: WebhookEvent, item: EventItem): void {
		if (item.event !== 'status' || item.id === null || item.phoneNumberId === null) return;
		const token = asText(getPath(raw, 'biz_opaque_callback_data'));
		const claims = token === null ? undefined : this.readToken(token, customerIdsOf(item));
		if (token === null || claims === undefined) return;
		if (item.type === 'failed') {
			this.questions.close(token);
			return;
		}
		const question = {
			token,
			messageId: item.id,
			sentAt: item.timestamp ?? new Date().toISOString(),
			until: claims.until,
		};
		for (const user of customerIdsOf(item)) this.questions.add(item.phoneNumberId, user, question);
	}

	/**
	 * Resumes the execution that waits for this message, if there is one.
	 * @returns whether it was taken, now or before: WhatsApp repeats messages. It then is nobody else's.
	 * @throws Error when n8n can't be reached and the message is recent; WhatsApp should deliver it again.
	 */
	async take(event: WebhookEvent, item: EventItem): Promise<boolean> {
		if (item.event !== 'message') return false;
		const seen = this.seen();
		// Not the key of the event itself: the message may start the workflow as well.
		const key = `answer ${eventKey(event)}`;
		if (seen?.has(key) === true) return true;
		for (const { token, claims } of this.candidates(item)) {
			// n8n takes a moment to note that an execution goes on: a second answer would get lost in it.
			const question = `question ${claims.executionId} ${claims.questionId}`;
			if (seen?.markSeen(question) === false) continue;
			seen?.markSeen(key);
			let resumed = false;
			try {
				resumed = await this.resume(token, claims, item);
			} catch (error) {
				if (isRecent(item)) throw error;
				logError(this.context)(reasonOf(error));
			} finally {
				if (!resumed) for (const claimed of [key, question]) seen?.release(claimed);
			}
			// Nobody waits with it any more, whatever has become of it.
			this.questions.close(token);
			if (!resumed) continue;
			// Should n8n end before it has gone on, a second tap may try again.
			void seen?.remember([key]);
			return true;
		}
		return false;
	}

	private candidates(item: EventItem): Array<{ token: string; claims: TokenPayload }> {
		const users = customerIdsOf(item);
		const tokens =
			item.reply?.id != null ? [item.reply.id] : this.questionsOf(item).map(({ token }) => token);
		return tokens.flatMap((token) => {
			const claims = this.readToken(token, users);
			return claims && !isOver(claims) ? [{ token, claims }] : [];
		});
	}

	/** The questions a written message may answer: the one it quotes, or else the newest first. */
	private questionsOf({ type, phoneNumberId, context, ...item }: EventItem) {
		if (phoneNumberId === null || !writtenTypes.has(type ?? '') || item.group !== null) return [];
		const quoted = context?.id ?? null;
		return this.questions
			.of(phoneNumberId, customerIdsOf(item))
			.filter(({ sentAt }) => item.timestamp === null || item.timestamp >= sentAt)
			.filter(({ messageId }) => quoted === null || messageId === quoted);
	}

	private async resume(token: string, claims: TokenPayload, item: EventItem): Promise<boolean> {
		if (this.appSecret === undefined) return false;
		const { from, userId, profileName, id, timestamp, type, text: written, media } = item;
		const answer: ChatReply = {
			...{ token, from, userId, profileName, messageId: id, timestamp, type, text: written },
			media: media && {
				id: media.id,
				mimeType: media.mimeType,
				fileName: media.fileName,
			},
		};
		return await resume(this.context, claims, answer, this.appSecret);
	}

	private readToken(token: string, users: readonly string[]): TokenPayload | undefined {
		return this.appSecret === undefined ? undefined : readReplyToken(token, users, this.appSecret);
	}

	/** A test run takes whatever comes, repeats as well. */
	private seen() {
		if (isTestRun(this.context)) return undefined;
		return seenEventsOf(triggerKey(this.context), logError(this.context));
	}
}

/** Everything that is known about the customer of a message or a status. */
function customerIdsOf({
	from,
	recipient,
	userId,
}: Pick<EventItem, 'from' | 'recipient' | 'userId'>): string[] {
	return [from, recipient, userId].filter((user) => user !== null);
}

function isRecent({ timestamp }: EventItem): boolean {
	return timestamp !== null && Date.now() - Date.parse(timestamp) < redeliveryWindow;
}

function isOver({ until }: TokenPayload): boolean {
	return until !== undefined && until * 1000 <= Date.now();
}
