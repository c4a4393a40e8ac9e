import type { IWebhookFunctions } from 'n8n-workflow';

import { userKey } from '../../sendAndWait/userKey';

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

/**
 * The questions that wait for a written answer, by number and person. They are kept in the static data of
 * the workflow, which n8n stores in its database: there every process of n8n finds them, also after a restart.
 */
export class OpenQuestions {
	/** What this process knows. Two webhooks at once would overwrite each other in the database alone. */
	private known: Questions = {};
	/** Tokens whose answer has come; a late status must not open them again. */
	private closed = new Set<string>();

	/** @returns whether it was not known. */
	add(phoneNumberId: string, user: string, question: OpenTextQuestion, stored: Stored): boolean {
		this.load(stored);
		const key = keyOf(phoneNumberId, user);
		const questions = this.known[key] ?? [];
		if (this.closed.has(question.token)) return false;
		if (questions.some(({ token }) => token === question.token)) return false;
		this.known[key] = [...questions, question];
		this.store(stored);
		return true;
	}

	/** The questions this person may be answering, newest first. */
	of(phoneNumberId: string, user: string, stored: Stored, now = Date.now()): OpenTextQuestion[] {
		this.load(stored);
		return (this.known[keyOf(phoneNumberId, user)] ?? [])
			.filter(({ until }) => until === undefined || until * 1000 > now)
			.sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt));
	}

	/** Forgets a question that was answered, or that nothing waits with any more. */
	close(token: string, stored: Stored): void {
		this.load(stored);
		this.closed.add(token);
		for (const oldest of this.closed) {
			if (this.closed.size <= capacity) break;
			this.closed.delete(oldest);
		}
		this.store(stored);
	}

	private load(stored: Stored): void {
		for (const [key, questions] of Object.entries(stored.openQuestions ?? {})) {
			const own = this.known[key] ?? [];
			const tokens = new Set(own.map(({ token }) => token));
			this.known[key] = [...own, ...questions.filter(({ token }) => !tokens.has(token))];
		}
	}

	private store(stored: Stored, now = Date.now()): void {
		const open = Object.entries(this.known)
			.flatMap(([key, questions]) => questions.map((question) => ({ key, question })))
			.filter(
				({ question: { token, until } }) =>
					!this.closed.has(token) && (until === undefined || until * 1000 > now),
			)
			.sort((one, other) => Date.parse(one.question.sentAt) - Date.parse(other.question.sentAt))
			.slice(-capacity);
		this.known = {};
		for (const { key, question } of open) (this.known[key] ??= []).push(question);
		stored.openQuestions = this.known;
	}
}

/** The static data of the trigger. n8n notices assignments to it and stores it. */
export interface Stored {
	openQuestions?: Questions;
}

const byTrigger = new Map<string, OpenQuestions>();

/** What this trigger knows, in this process. */
export function openQuestionsOf(context: IWebhookFunctions): OpenQuestions {
	const key = `${String(context.getWorkflow().id)}/${context.getNode().id}`;
	const known = byTrigger.get(key) ?? new OpenQuestions();
	byTrigger.set(key, known);
	return known;
}

/** Forgets what is in memory, as the end of the process does. */
export function forgetOpenQuestions(): void {
	byTrigger.clear();
}

function keyOf(phoneNumberId: string, user: string): string {
	return `${phoneNumberId} ${userKey(user)}`;
}
