import type { IWebhookFunctions } from 'n8n-workflow';

import { asNumber, asObject, asObjects, asText } from '../../graphApi/coerce';
import type { JsonObject } from '../../graphApi/types';
import type { Memory } from '../../memory/memory';
import { readStored } from '../../memory/readStored';
import type { Store } from '../../memory/store';
import { userKey } from '../../shared/userKey';
import { millisecondsPerDay } from '../events/redelivery';
import { oncePerProcess } from '../n8n/oncePerProcess';
import { digestOf, memoryScope } from '../n8n/trigger';

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

/** Questions to one customer that are known. The oldest are dropped, and replies to them start the workflow. */
export const questionsPerCustomer = 20;

/** Milliseconds for which a question without a time limit is known. */
const longestWait = 366 * millisecondsPerDay;

/** Where earlier versions kept the questions: the static data of the trigger. n8n stores what is assigned to it. */
export interface StoredQuestions {
	/** By phone number and customer. */
	openQuestions?: Record<string, OpenTextQuestion[]>;
}

/** The questions of a trigger that wait for a free-text reply, in whichever process it arrives. */
export class OpenQuestions {
	/** @param scope the `memoryScope`. */
	constructor(
		private readonly memory: Store,
		private readonly scope: string,
	) {}

	/** Adds a question, unless it is known. */
	async add(phoneNumberId: string, user: string, question: OpenTextQuestion): Promise<void> {
		await this.addTo(customerOf(phoneNumberId, user), question);
	}

	/**
	 * Returns the open questions to a customer, newest first.
	 * @param users all identifiers of the customer; a question may be stored under only one of them.
	 */
	async of(
		phoneNumberId: string,
		users: readonly string[],
		now = Date.now(),
	): Promise<OpenTextQuestion[]> {
		const customers = [...new Set(users.map((user) => customerOf(phoneNumberId, user)))];
		const known = (await Promise.all(customers.map((customer) => this.list(customer)))).flat();
		const waiting = [...new Map(known.map((question) => [question.token, question])).values()]
			.filter(({ until }) => until === undefined || until * 1000 > now)
			// WhatsApp's timestamps have seconds only, so the order of insertion decides ties.
			.reverse()
			.sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt));
		const closed = await Promise.all(
			waiting.map(({ token }) => this.memory.get(this.closedKey(token))),
		);
		return waiting.filter((_, index) => closed[index] === undefined);
	}

	/**
	 * Closes a question that got a reply or no longer waits for one. It stays closed if a status of it arrives later.
	 * @param until when its wait ends, as Unix time in seconds.
	 */
	async close(token: string, until: number | undefined): Promise<void> {
		await this.memory.set(this.closedKey(token), 'closed', lifetimeOf([{ until }]));
	}

	/** Moves the questions from the static data to the memory. */
	async takeOver(stored: StoredQuestions): Promise<void> {
		const take = async ([customer, questions]: [string, OpenTextQuestion[]]) => {
			for (const question of asObjects(questions)) {
				const known = readQuestion(question);
				if (known) await this.addTo(customer, known);
			}
		};
		await Promise.all(Object.entries(stored.openQuestions ?? {}).map(take));
	}

	private async addTo(customer: string, question: OpenTextQuestion): Promise<void> {
		const known = await this.list(customer);
		if (known.some(({ token }) => token === question.token)) return;
		const lifetime = lifetimeOf([...known, question]);
		const text = JSON.stringify(question);
		await this.memory.push(this.listKey(customer), text, lifetime, questionsPerCustomer);
	}

	private async list(customer: string): Promise<OpenTextQuestion[]> {
		const texts = await this.memory.list(this.listKey(customer));
		return texts.flatMap((text) => readStored(text, 'an open question', readQuestion) ?? []);
	}

	private listKey(customer: string): string {
		return `questions:${this.scope}:${digestOf(customer)}`;
	}

	private closedKey(token: string): string {
		return `closed:${this.scope}:${digestOf(token)}`;
	}
}

/** Returns the open questions of this trigger, with those that earlier versions have stored. */
export async function openQuestionsOf(
	context: IWebhookFunctions,
	memory: Memory,
): Promise<OpenQuestions> {
	const scope = memoryScope(context);
	const questions = new OpenQuestions(memory, scope);
	const stored = context.getWorkflowStaticData('node') as StoredQuestions;
	if (stored.openQuestions === undefined) return questions;
	await oncePerProcess(`take over questions:${scope}`, () => questions.takeOver(stored));
	// What only this process remembers would be lost with it.
	if (memory.weakness === undefined) stored.openQuestions = undefined;
	return questions;
}

function readQuestion(value: unknown): OpenTextQuestion | undefined {
	const stored = asObject<JsonObject>(value as JsonObject);
	const [token, messageId, sentAt] = [stored.token, stored.messageId, stored.sentAt].map(asText);
	if (!token || !messageId || !sentAt || Number.isNaN(Date.parse(sentAt))) return undefined;
	return { token, messageId, sentAt, until: asNumber(stored.until) ?? undefined };
}

/** Milliseconds for which questions must be known: until the last wait ends. */
function lifetimeOf(questions: ReadonlyArray<{ until?: number }>, now = Date.now()): number {
	const waits = questions.map(({ until }) =>
		until === undefined ? longestWait : until * 1000 - now,
	);
	return Math.max(1, ...waits);
}

/** Names a customer as earlier versions do in the static data. */
function customerOf(phoneNumberId: string, user: string): string {
	return `${phoneNumberId} ${userKey(user)}`;
}
