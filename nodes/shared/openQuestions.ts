import { asNumber, asObject, asObjects, asText } from '../graphApi/coerce';
import { derivedKey } from '../graphApi/derivedKey';
import type { JsonObject } from '../graphApi/types';
import { readStored } from '../memory/readStored';
import type { Store } from '../memory/store';
import { digestOf } from './digestOf';
import { userKey } from './userKey';
import { millisecondsPerDay } from './millisecondsPerDay';

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
export const longestWait = 366 * millisecondsPerDay;

/** Where earlier versions kept the questions: the static data of the trigger. n8n stores what is assigned to it. */
export interface StoredQuestions {
	/** By phone number and customer. */
	openQuestions?: Record<string, OpenTextQuestion[]>;
}

/** Questions that wait for a free-text reply, in whichever process it arrives. */
export class OpenQuestions {
	/** @param scope who has them: the `memoryScope` of a trigger, or the `numberScope`. */
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

/**
 * The scope of the questions from a number, which both nodes know. For a host whose statuses do not say what is asked:
 * the node that asks adds them, and the trigger finds them.
 * @param secret of the credential.
 */
export function numberScope(secret: string): string {
	return digestOf(derivedKey(secret, 'messages that are waited for'));
}

/** In place of the ID of the number in that scope. A host that needs it has one number for each credential. */
export const theNumber = '';
