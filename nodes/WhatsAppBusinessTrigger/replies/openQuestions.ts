import type { IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import { userKey } from '../../shared/userKey';
import { triggerKey } from '../n8n/trigger';

/** A question whose answer is written in the chat and so carries no token. */
export interface OpenTextQuestion {
	token: string;
	/** wamid of the question. */
	messageId: string;
	/** When WhatsApp sent it, ISO 8601. */
	sentAt: string;
	/** When the wait ends, in seconds since 1970; undefined when it never does. */
	until?: number;
}

/** Open questions a trigger keeps; of more, the oldest are forgotten and their answers start the workflow. */
const capacity = 2000;

type Questions = Record<string, OpenTextQuestion[]>;

/** The static data of the trigger. n8n notices assignments to it and stores it. */
export interface StoredQuestions {
	openQuestions?: Questions;
}

/** What one process knows of the questions of a trigger. */
export class QuestionsInMemory {
	/** By number and person. Two webhooks at once would overwrite each other in the database alone. */
	questions: Questions = {};
	/** Tokens whose reply has come; a late status must not open them again. */
	readonly closed = new Set<string>();
}

/**
 * The questions that wait for a written answer, as one webhook finds them. They are kept in the static data of
 * the workflow, which n8n stores in its database: there every process of n8n finds them, also after a restart.
 */
export class OpenQuestions {
	constructor(
		private readonly stored: StoredQuestions,
		private readonly known = new QuestionsInMemory(),
	) {
		for (const [key, questions] of Object.entries(stored.openQuestions ?? {})) {
			const own = known.questions[key] ?? [];
			const tokens = new Set(own.map(({ token }) => token));
			const isNew = ({ token }: OpenTextQuestion) => !tokens.has(token) && !known.closed.has(token);
			known.questions[key] = [...own, ...questions.filter(isNew)];
		}
	}

	/** Keeps a question, unless it is known already or was answered. */
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
	 * The questions this person may be answering, newest first.
	 * @param users every name of the person: a question may be known by one of them only.
	 */
	of(phoneNumberId: string, users: readonly string[], now = Date.now()): OpenTextQuestion[] {
		const open = users.flatMap((user) => this.known.questions[keyOf(phoneNumberId, user)] ?? []);
		return (
			[...new Map(open.map((question) => [question.token, question])).values()]
				.filter(({ until }) => until === undefined || until * 1000 > now)
				// WhatsApp tells seconds only.
				.reverse()
				.sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt))
		);
	}

	/** Forgets a question that was answered, or that nothing waits with any more. */
	close(token: string): void {
		const { questions, closed } = this.known;
		// Its own first status may be still to come.
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

/** The questions of this trigger. */
export function openQuestionsOf(context: IWebhookFunctions): OpenQuestions {
	const key = triggerKey(context);
	const known = byTrigger().get(key) ?? new QuestionsInMemory();
	byTrigger().set(key, known);
	return new OpenQuestions(context.getWorkflowStaticData('node') as StoredQuestions, known);
}

/** Puts the older first: times of one format are in order as texts. */
function bySentAt(one: OpenTextQuestion, other: OpenTextQuestion): number {
	return Number(one.sentAt > other.sentAt) - Number(one.sentAt < other.sentAt);
}

function keyOf(phoneNumberId: string, user: string): string {
	return `${phoneNumberId} ${userKey(user)}`;
}
