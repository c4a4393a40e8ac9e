import { asText } from '../../graphApi/coerce';
import { isJsonObject } from '../../graphApi/json';
import { shortened, textLimits } from '../../graphApi/textLimits';
import { readStored } from '../../memory/readStored';
import type { Store } from '../../memory/store';
import { messageToken } from '../messageToken';
import { isUserId } from '../userId';
import { userKey } from '../userKey';
import type { Customer } from './conversations';
import { customerKeyIn } from './customerKey';
import { millisecondsPerDay } from '../millisecondsPerDay';

/** Days. */
export const textLifetime = 7;

/** Milliseconds. Also how long messages are remembered after the trigger has last asked for it. */
const lifetime = textLifetime * millisecondsPerDay;

/** Who wrote a message: the customer, a WhatsApp Business node, a person in the WhatsApp Business app, or another app. */
const sides = ['customer', 'workflow', 'businessApp', 'otherApp'] as const;

export type SentBy = (typeof sides)[number];

/** What is remembered of a message. */
export interface RememberedText {
	/** As in the item of the trigger. */
	type: string | null;
	/** What a person reads, at most 4,096 characters. */
	text: string | null;
	sentBy: SentBy;
}

const askedPrefix = 'textsAsked:';

/** What messages said, in both directions, so that a reply can tell what it quotes. Kept only while a trigger asks for it. */
export class RememberedTexts {
	constructor(private readonly store: Store) {}

	/** Asks to remember the messages of a number, for as long as they are kept. */
	async ask(phoneNumberId: string, trigger: string): Promise<void> {
		await this.store.set(askedPrefix + phoneNumberId, trigger, lifetime);
	}

	/** Takes back what the trigger has asked for. */
	async stopAsking(trigger: string): Promise<void> {
		const asked = await this.store.entries(askedPrefix);
		const own = [...asked].filter(([, by]) => by === trigger);
		await Promise.all(own.map(([key]) => this.store.delete(key)));
	}

	/** Whether a trigger asks to remember the messages of the number. */
	async isAsked(phoneNumberId: string): Promise<boolean> {
		return (await this.store.get(askedPrefix + phoneNumberId)) !== undefined;
	}

	/**
	 * Remembers a message that may be known already.
	 * @param id wamid.
	 */
	async note(customer: Customer, id: string, message: RememberedText): Promise<void> {
		await this.store.claim(await this.keyOf(customer, id), written(message), lifetime);
	}

	/**
	 * Remembers a message as it is now.
	 * @param id wamid.
	 */
	async replace(customer: Customer, id: string, message: RememberedText): Promise<void> {
		await this.store.set(await this.keyOf(customer, id), written(message), lifetime);
	}

	/**
	 * Returns what the message said; undefined if it is not remembered.
	 * @param id wamid, in whichever form.
	 */
	async find(customer: Customer, id: string): Promise<RememberedText | undefined> {
		// A message may have been noted before the number that belongs to the user ID was known.
		const keys = new Set([
			await this.keyOf(customer, id),
			...customer.users.filter(isUserId).map((user) => textKey(customer, userKey(user), id)),
		]);
		const found = await Promise.all([...keys].map((key) => this.store.get(key)));
		return found.map(read).find((message) => message !== undefined);
	}

	/**
	 * @param customers all keys of one customer.
	 * @returns whether there were any.
	 */
	async forget(phoneNumberId: string, customers: Iterable<string>): Promise<boolean> {
		let isAny = false;
		for (const customer of customers) {
			const found = await this.store.entries(prefixOf(phoneNumberId, customer));
			isAny ||= found.size > 0;
			await Promise.all([...found.keys()].map((key) => this.store.delete(key)));
		}
		return isAny;
	}

	private async keyOf(customer: Customer, id: string): Promise<string> {
		return textKey(customer, await customerKeyIn(this.store, customer.users), id);
	}
}

function textKey({ phoneNumberId }: Customer, customer: string, id: string): string {
	return prefixOf(phoneNumberId, customer) + messageToken(id);
}

function prefixOf(phoneNumberId: string, customer: string): string {
	return `text:${phoneNumberId}:${customer}:`;
}

function written({ type, text, sentBy }: RememberedText): string {
	return JSON.stringify({ type, text: limited(text), sentBy });
}

function read(value: string | undefined): RememberedText | undefined {
	if (value === undefined) return undefined;
	return readStored(value, 'the text of a message', (message) => {
		if (!isJsonObject(message)) return undefined;
		const sentBy = sides.find((side) => side === message.sentBy);
		const type = asText(message.type);
		return sentBy && { type, text: limited(asText(message.text)), sentBy };
	});
}

function limited(text: string | null): string | null {
	return text === null ? null : shortened(text, textLimits.rememberedText);
}
