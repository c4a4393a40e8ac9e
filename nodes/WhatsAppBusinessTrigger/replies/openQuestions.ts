import type { IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import { userKey } from '../../shared/userKey';
import { triggerKey } from '../n8n/trigger';

/** A question with a free-text reply, which carries no token. */
export interface OpenTextQuestion {
	token: string;
	/** wamid of the question. */
	messageId: string;
	/** When WhatsApp sent it, ISO 8601. */
	sentAt: string;
	/** When the wait ends, as Unix time in seconds; undefined if it never ends. */
	until?: number;
}

/** Maximum number of open questions. The oldest are dropped, and replies to them start the workflow. */
const capacity = 2000;

type Questions = Record<string, OpenTextQuestion[]>;

/** The static data of the trigger. n8n detects assignments to it and stores it. */
export interface StoredQuestions {
	openQuestions?: Questions;
}

/** The open questions of a trigger that this process knows. */
export class QuestionsInMemory {
	/** By phone number and customer. In the database alone, two concurrent webhooks overwrite each other. */
	questions: Questions = {};
	/** Tokens of closed questions, which a late status must not open again. */
	readonly closed = new Set<string>();
}

/**
 * The questions that wait for a free-text reply. They are in the static data of the workflow, which n8n
 * stores in its database, so they survive a restart and every n8n process finds them.
 */
export class OpenQuestions {
	constructor(
		private readonly stored: StoredQuestions,
		private readonly known = new QuestionsInMemory(),
	) {
		for (const [key, questions] of Object.entries(stored.openQuestions ?? {})) {
			const inMemory = known.questions[key] ?? [];
			const tokens = new Set(inMemory.map(({ token }) => token));
			const isNew = ({ token }: OpenTextQuestion) => !tokens.has(token) && !known.closed.has(token);
			known.questions[key] = [...inMemory, ...questions.filter(isNew)];
		}
	}

	/** Adds a question, unless it is known or closed. */
	add(phoneNumberId: string, user: string, question: OpenTextQuestion): void {
		const { questions, closed } = this.known;
		const key = keyOf(phoneNumberId, user);
		const open = questions[key] ?? [];
		if (closed.has(question.token)) return;
		if (open.some(({ token }) => token === question.token)) return;
		questions[key] = [...open, question];
		this.store();
	}

	/**
	 * Returns the open questions to a customer, newest first.
	 * @param users all identifiers of the customer; a question may be stored under only one of them.
	 */
	of(phoneNumberId: string, users: readonly string[], now = Date.now()): OpenTextQuestion[] {
		const open = users.flatMap((user) => this.known.questions[keyOf(phoneNumberId, user)] ?? []);
		return (
			[...new Map(open.map((question) => [question.token, question])).values()]
				.filter(({ until }) => until === undefined || until * 1000 > now)
				// WhatsApp's timestamps have seconds only, so the order of insertion decides ties.
				.reverse()
				.sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt))
		);
	}

	/** Closes a question that got a reply or no longer waits for one. */
	close(token: string): void {
		const { questions, closed } = this.known;
		// The first status of the question may arrive after its reply.
		closed.add(token);
		for (const oldest of closed) {
			if (closed.size <= capacity) break;
			closed.delete(oldest);
		}
		const isOpen = Object.values(questions).some((list) =>
			list.some((question) => question.token === token),
		);
		if (isOpen) this.store();
	}

	private store(now = Date.now()): void {
		const { questions, closed } = this.known;
		const open = Object.entries(questions)
			.flatMap(([key, list]) => list.map((question) => ({ key, question })))
			.filter(
				({ question: { token, until } }) =>
					!closed.has(token) && (until === undefined || until * 1000 > now),
			)
			.sort((one, other) => bySentAt(one.question, other.question));
		const newest = new Set(
			[...new Set(open.map(({ question }) => question.token))].slice(-capacity),
		);
		const kept: Questions = {};
		for (const { key, question } of open) {
			if (newest.has(question.token)) (kept[key] ??= []).push(question);
		}
		this.known.questions = kept;
		this.stored.openQuestions = kept;
	}
}

const byTrigger = processState(() => new Map<string, QuestionsInMemory>());

/** Returns the open questions of this trigger. */
export function openQuestionsOf(context: IWebhookFunctions): OpenQuestions {
	const key = triggerKey(context);
	const known = byTrigger().get(key) ?? new QuestionsInMemory();
	byTrigger().set(key, known);
	return new OpenQuestions(context.getWorkflowStaticData('node'), known);
}

/** Sorts older questions first. ISO times sort as texts. */
function bySentAt(one: OpenTextQuestion, other: OpenTextQuestion): number {
	return Number(one.sentAt > other.sentAt) - Number(one.sentAt < other.sentAt);
}

function keyOf(phoneNumberId: string, user: string): string {
	return `${phoneNumberId} ${userKey(user)}`;
}
