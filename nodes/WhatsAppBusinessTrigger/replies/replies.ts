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

/** A message, and whether an execution has resumed with it, now or (for a duplicate) earlier. */
export interface TakenMessage {
	accepted: boolean;
	/** A tap says which question it belongs to, and whether it came too late. */
	item: EventItem;
}

/** `unknown`: the question may still be open, because n8n could not be reached. */
type Outcome = 'accepted' | 'noneOpen' | 'unknown';

interface Candidate {
	token: string;
	payload: TokenPayload;
}

/** Types of messages that can be a free-text reply: those a person writes, not those they tap. */
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

/** Milliseconds during which WhatsApp is asked to redeliver a reply that n8n could not process. */
const redeliveryWindow = 600_000;

/** Hands replies of customers to the executions that wait for them with 'Send and Wait for Response'. */
export class Replies {
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly appSecret: string | undefined,
	) {}

	/** Read for each webhook, because another process may have changed it. */
	private get questions(): OpenQuestions {
		return (this.opened ??= openQuestionsOf(this.context));
	}

	private opened: OpenQuestions | undefined;

	/**
	 * Opens a question that waits for a free-text reply, or closes one that failed, according to the status of
	 * its message. Ignores other events.
	 */
	note({ raw }: WebhookEvent, item: EventItem): void {
		if (item.event !== 'status' || item.id === null || item.phoneNumberId === null) return;
		const token = asText(getPath(raw, 'biz_opaque_callback_data'));
		const payload = token === null ? undefined : this.readToken(token, customerIdsOf(item));
		if (token === null || payload === undefined) return;
		if (item.type === 'failed') {
			this.questions.close(token);
			return;
		}
		const question = {
			token,
			messageId: item.id,
			sentAt: item.timestamp ?? new Date().toISOString(),
			until: payload.until,
		};
		for (const user of customerIdsOf(item)) this.questions.add(item.phoneNumberId, user, question);
	}

	/**
	 * Resumes the execution that waits for this message, if there is one.
	 * @throws Error if n8n cannot be reached and the message is recent, so that WhatsApp delivers it again.
	 */
	async take(event: WebhookEvent, item: EventItem): Promise<TakenMessage> {
		if (item.event !== 'message') return { accepted: false, item };
		const tapped = this.tappedQuestion(item);
		const outcome = await this.hand(event, item, tapped);
		return { accepted: outcome === 'accepted', item: withQuestion(item, tapped, outcome) };
	}

	private async hand(
		event: WebhookEvent,
		item: EventItem,
		tapped: Candidate | undefined,
	): Promise<Outcome> {
		const seen = this.seen();
		// Not the key of the event itself, because the message may also start the workflow.
		const key = `answer ${eventKey(event)}`;
		if (seen?.has(key) === true) return 'accepted';
		let outcome: Outcome = 'noneOpen';
		const candidates = tapped ? [tapped] : this.openQuestions(item);
		for (const { token, payload } of candidates) {
			if (isOver(payload)) continue;
			// n8n needs a moment to store that an execution has resumed. A second reply would be lost meanwhile.
			const question = `question ${payload.executionId} ${payload.questionId}`;
			if (seen?.markSeen(question) === false) continue;
			seen?.markSeen(key);
			let resumed = false;
			try {
				resumed = await this.resume(token, payload, item);
			} catch (error) {
				if (isRecent(item)) throw error;
				logError(this.context)(reasonOf(error));
				outcome = 'unknown';
			} finally {
				if (!resumed) for (const seenKey of [key, question]) seen?.release(seenKey);
			}
			// Close it in any case: its execution has resumed or is gone.
			this.questions.close(token);
			if (!resumed) continue;
			// The question is not written to disk: if n8n stops before it resumes, a second tap can try again.
			void seen?.remember([key]);
			return 'accepted';
		}
		return outcome;
	}

	/** The question whose button or row was tapped, whether it is open or not. */
	private tappedQuestion(item: EventItem): Candidate | undefined {
		const token = item.reply?.id ?? null;
		const payload = token === null ? undefined : this.readToken(token, customerIdsOf(item));
		return token === null || payload === undefined ? undefined : { token, payload };
	}

	/** The questions that a message without a token may reply to. */
	private openQuestions(item: EventItem): Candidate[] {
		if (item.reply?.id != null) return [];
		return this.questionsOf(item).flatMap(({ token }) => {
			const payload = this.readToken(token, customerIdsOf(item));
			return payload ? [{ token, payload }] : [];
		});
	}

	/** Returns the questions that a free-text message may reply to: the quoted one, or all, newest first. */
	private questionsOf({ type, phoneNumberId, context, ...item }: EventItem) {
		if (phoneNumberId === null || !writtenTypes.has(type ?? '') || item.group !== null) return [];
		const quoted = context?.id ?? null;
		return this.questions
			.of(phoneNumberId, customerIdsOf(item))
			.filter(({ sentAt }) => item.timestamp === null || item.timestamp >= sentAt)
			.filter(({ messageId }) => quoted === null || messageId === quoted);
	}

	private async resume(token: string, payload: TokenPayload, item: EventItem): Promise<boolean> {
		if (this.appSecret === undefined) return false;
		const { from, userId, profileName, id, timestamp, type, text: written, media } = item;
		const reply: ChatReply = {
			...{ token, from, userId, profileName, messageId: id, timestamp, type, text: written },
			media: media && {
				id: media.id,
				mimeType: media.mimeType,
				fileName: media.fileName,
			},
		};
		return await resume(this.context, payload, reply, this.appSecret);
	}

	private readToken(token: string, users: readonly string[]): TokenPayload | undefined {
		return this.appSecret === undefined ? undefined : readReplyToken(token, users, this.appSecret);
	}

	/** Undefined in a test run, which takes duplicates too. */
	private seen() {
		if (isTestRun(this.context)) return undefined;
		return seenEventsOf(triggerKey(this.context), logError(this.context));
	}
}

function withQuestion(item: EventItem, tapped: Candidate | undefined, outcome: Outcome): EventItem {
	if (!tapped || item.reply === null) return item;
	const { executionId, nodeId } = tapped.payload;
	const question = { executionId, nodeId, messageId: item.context?.id ?? null };
	return { ...item, reply: { ...item.reply, expired: outcome === 'noneOpen', question } };
}

/** Returns all known identifiers of the customer of a message or status. */
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
