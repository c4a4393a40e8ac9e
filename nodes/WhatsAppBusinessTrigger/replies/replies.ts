import type { IWebhookFunctions } from 'n8n-workflow';

import type { Memory } from '../../memory/memory';
import { openReplyToken } from '../../shared/replyToken';
import type { TokenPayload } from '../../shared/replyToken';
import type { ChatReply, FailedQuestion } from '../../shared/chatReply';
import { numberScope, OpenQuestions, theNumber } from '../../shared/openQuestions';
import type { OpenTextQuestion } from '../../shared/openQuestions';
import { isSameMessage } from '../../shared/messageToken';
import { isTestRun, logError, memoryScope, reasonOf } from '../n8n/trigger';
import { digestOf } from '../../shared/digestOf';
import { seenEventsOf } from '../duplicates/seenEvents';
import { eventKey } from '../events/eventKey';
import type { WebhookEvent } from '../../shared/events/splitPayload';
import type { EventItem, EventWithItem } from '../../shared/items/toItem';
import { writtenTypes } from '../items/writtenTypes';
import { customerIdsOf, failureIn, isRecent, statusToken } from './aboutEvent';
import { openQuestionsOf } from './openQuestionsOf';
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
	/** Which has sealed the token. */
	secret: string;
}

/** Milliseconds for which a question takes no other reply while one is being passed on. Passing it on takes less time. */
const handingTime = 120_000;

/**
 * Milliseconds for which it takes none after that. n8n needs a moment to store that an execution has resumed, and a
 * second reply would be lost meanwhile. If n8n ends before it has stored it, the question takes another reply.
 */
const storingTime = 30_000;

/** Tells the executions that wait with 'Send and Wait for Response' what customers replied, and which question failed. */
export class Replies {
	/**
	 * @param noted resolves when the memory knows what the events say about conversations. What continues may need it.
	 * @param keepsCallbackData whether statuses say what was asked. Otherwise the node that asks remembers it.
	 */
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly secrets: readonly [string, ...string[]],
		private readonly memory: Memory,
		private readonly noted: Promise<void>,
		private readonly keepsCallbackData = true,
	) {}

	private get questions(): Promise<OpenQuestions> {
		return (this.opened ??= this.open());
	}

	private async open(): Promise<OpenQuestions> {
		if (this.keepsCallbackData) return await openQuestionsOf(this.context, this.memory);
		return new OpenQuestions(this.memory, numberScope(this.secrets[0]));
	}

	private numberOf({ phoneNumberId }: Pick<EventItem, 'phoneNumberId'>): string | null {
		return this.keepsCallbackData ? phoneNumberId : theNumber;
	}

	private opened: Promise<OpenQuestions> | undefined;

	/** Messages that can be no reply. */
	private readonly noReplies = new Set<EventItem>();

	/**
	 * Finds out for all messages together which can be no reply: nobody has asked their customers anything, and nobody has
	 * handed them on. A delivery may have hundreds.
	 */
	async lookUp(received: readonly EventWithItem[]): Promise<void> {
		const messages = received.filter(({ item }) => item.event === 'message' && !item.reply?.id);
		// Alone, it costs the same.
		if (messages.length < 2) return;
		const customers = new Map(messages.map(({ item }) => [customerOf(item), item]));
		const asked = new Set<string>();
		const findAsked = async ([customer, item]: [string, EventItem]) => {
			if ((await this.openQuestionsTo(item)).length > 0) asked.add(customer);
		};
		const [states] = await Promise.all([
			this.statesOf(messages),
			Promise.all([...customers].map(findAsked)),
		]);
		messages.forEach(({ item }, index) => {
			if (states[index] === undefined && !asked.has(customerOf(item))) this.noReplies.add(item);
		});
	}

	private async statesOf(messages: readonly EventWithItem[]) {
		if (isTestRun(this.context)) return [];
		const seen = await seenEventsOf(this.context, this.memory);
		return await seen.states(messages.map(({ event }) => replyKey(event)));
	}

	/**
	 * Opens a question that waits for a free-text reply, or closes one that failed, according to the status of
	 * its message. Ignores other events.
	 */
	async note(event: WebhookEvent, item: EventItem): Promise<void> {
		const asked = this.questionOfStatus(event, item);
		const phoneNumberId = this.numberOf(item);
		if (!asked || item.id === null || phoneNumberId === null) return;
		const { token, payload } = asked;
		if (payload.choice !== undefined) return;
		const questions = await this.questions;
		if (item.type === 'failed') {
			await questions.close(token, payload.until);
			return;
		}
		const question = {
			token,
			messageId: item.id,
			sentAt: item.timestamp ?? new Date().toISOString(),
			until: payload.until,
		};
		for (const user of customerIdsOf(item)) {
			await questions.add(phoneNumberId, user, question);
		}
	}

	/**
	 * Resumes the execution that waits for this message, or that waits in vain because this status says that its question
	 * failed.
	 * @throws Error if n8n cannot be reached and the event is recent, so that WhatsApp delivers it again.
	 */
	async take(event: WebhookEvent, item: EventItem): Promise<TakenMessage> {
		if (item.event === 'status' && item.type === 'failed') {
			const failed = this.questionOfStatus(event, item);
			if (failed) await this.hand(event, item, failed);
		}
		if (item.event !== 'message' || this.noReplies.has(item)) return { accepted: false, item };
		const tapped = this.tappedQuestion(item);
		const outcome = await this.hand(event, item, tapped);
		return { accepted: outcome === 'accepted', item: withQuestion(item, tapped, outcome) };
	}

	private async hand(
		event: WebhookEvent,
		item: EventItem,
		about: Candidate | undefined,
	): Promise<Outcome> {
		const seen = isTestRun(this.context)
			? undefined
			: await seenEventsOf(this.context, this.memory);
		const key = replyKey(event);
		const [state, candidates] = await Promise.all([
			seen?.state(key),
			about ? [about] : this.openQuestions(item),
		]);
		if (state === 'done') return 'accepted';
		if (state === undefined && candidates.length === 0) return 'noneOpen';
		await this.noted;
		const claims = await seen?.take([key]);
		if (claims?.names.has(key) === false) return 'accepted';
		let outcome: Outcome | undefined;
		try {
			outcome = await this.handToFirst(candidates, item, digestOf(key));
			return outcome;
		} finally {
			await (outcome === 'accepted' ? claims?.finish() : claims?.release());
		}
	}

	/** @param message tells this message from another reply to the same question. */
	private async handToFirst(
		candidates: readonly Candidate[],
		item: EventItem,
		message: string,
	): Promise<Outcome> {
		let outcome: Outcome = 'noneOpen';
		for (const candidate of candidates) {
			const { token, payload } = candidate;
			if (isOver(payload)) continue;
			const lock = this.lockOf(payload);
			if (!(await this.acceptsReply(lock, message))) continue;
			let resumed = false;
			try {
				resumed = await this.resume(candidate, item);
			} catch (error) {
				if (isRecent(item)) throw error;
				logError(this.context)(reasonOf(error));
				outcome = 'unknown';
			} finally {
				if (resumed) await this.memory.set(lock, message, storingTime);
				else await this.memory.delete(lock);
			}
			// Close it in any case: its execution has resumed or is gone.
			if (payload.choice === undefined) await (await this.questions).close(token, payload.until);
			if (resumed) return 'accepted';
		}
		return outcome;
	}

	/** Of several replies to a question, the first is accepted, in whichever process. */
	private async acceptsReply(lock: string, message: string): Promise<boolean> {
		if (isTestRun(this.context)) return true;
		const first = await this.memory.claim(lock, message, handingTime);
		// A process may have ended while it was passing on this message.
		return first === undefined || first === message;
	}

	private lockOf({ executionId, questionId }: TokenPayload): string {
		const scope = memoryScope(this.context);
		return `replied:${scope}:${digestOf(`${executionId} ${questionId}`)}`;
	}

	/** The question whose status an event is. */
	private questionOfStatus(event: WebhookEvent, item: EventItem): Candidate | undefined {
		const token = statusToken(event, item);
		return token === null ? undefined : this.candidate(token, item);
	}

	/** The question whose button or row was tapped, whether it is open or not. */
	private tappedQuestion(item: EventItem): Candidate | undefined {
		const token = item.reply?.id ?? null;
		return token === null ? undefined : this.candidate(token, item);
	}

	/** The questions that a message without a token may reply to. */
	private async openQuestions(item: EventItem): Promise<Candidate[]> {
		if (item.reply?.id != null) return [];
		const questions = await this.questionsOf(item);
		return questions.flatMap(({ token }) => this.candidate(token, item) ?? []);
	}

	/** Returns the questions that a free-text message may reply to: the quoted one, or all, newest first. */
	private async questionsOf({ type, context, ...item }: EventItem) {
		if (!writtenTypes.has(type ?? '') || item.group !== null) return [];
		const quoted = context?.id ?? null;
		return (await this.openQuestionsTo(item))
			.filter(({ sentAt }) => item.timestamp === null || item.timestamp >= sentAt)
			.filter(({ messageId }) => quoted === null || isSameMessage(messageId, quoted));
	}

	/** All that the customer of a message was asked, newest first. */
	private async openQuestionsTo(
		item: Pick<EventItem, 'phoneNumberId' | 'from' | 'recipient' | 'userId'>,
	): Promise<OpenTextQuestion[]> {
		const phoneNumberId = this.numberOf(item);
		return phoneNumberId === null
			? []
			: await (await this.questions).of(phoneNumberId, customerIdsOf(item));
	}

	private async resume({ token, payload, secret }: Candidate, item: EventItem): Promise<boolean> {
		const message = item.event === 'status' ? failureOf(token, item) : replyOf(token, item);
		const resumption = await resume(this.context, payload, message, secret);
		if (resumption === 'running' && 'failure' in message) {
			throw new Error('A question failed, and its execution does not wait for the reply yet');
		}
		return resumption === 'resumed';
	}

	private candidate(token: string, item: EventItem): Candidate | undefined {
		const opened = openReplyToken(token, customerIdsOf(item), this.secrets);
		return opened && { token, ...opened };
	}
}

/** Not the key of the event itself, because the message may also start the workflow. */
function replyKey(event: WebhookEvent): string {
	return `answer ${eventKey(event)}`;
}

function customerOf(item: EventItem): string {
	return JSON.stringify([item.phoneNumberId, ...customerIdsOf(item)]);
}

function replyOf(token: string, item: EventItem): ChatReply {
	const { from, userId, profileName, id, timestamp, type, text, media } = item;
	return {
		...{ token, from, userId, profileName, messageId: id, timestamp, type, text },
		media: media && { id: media.id, mimeType: media.mimeType, fileName: media.fileName },
	};
}

function failureOf(token: string, item: EventItem): FailedQuestion {
	const { recipient, userId } = item;
	return { token, from: recipient, userId, failure: failureIn(item) };
}

function withQuestion(item: EventItem, tapped: Candidate | undefined, outcome: Outcome): EventItem {
	if (!tapped || item.reply === null) return item;
	const { executionId, nodeId } = tapped.payload;
	const question = { executionId, nodeId, messageId: item.context?.id ?? null };
	return { ...item, reply: { ...item.reply, expired: outcome === 'noneOpen', question } };
}

function isOver({ until }: TokenPayload): boolean {
	return until !== undefined && until * 1000 <= Date.now();
}
