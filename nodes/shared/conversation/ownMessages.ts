import { asObjects, firstText } from '../../graphApi/coerce';
import type { JsonObject } from '../../graphApi/types';
import type { Store } from '../../memory/store';
import { messageToken } from '../messageToken';
import { millisecondsPerDay } from '../millisecondsPerDay';

/** Milliseconds. An echo arrives within seconds; a delivery that failed at first, somewhat later. */
const lifetime = millisecondsPerDay;

/** Milliseconds. Renewed whenever a trigger that needs them is published, or gets an echo. */
const watchLifetime = 30 * millisecondsPerDay;

const watchKey = 'ownMessages';

/**
 * The messages that the nodes have sent. Meta does not document whether the webhook field `message_echoes` reports the
 * app's own messages too, and nothing in an echo says who sent it. They are kept only if a trigger asks for them.
 */
export class OwnMessages {
	constructor(private readonly store: Store) {}

	/** Asks for the messages that are sent from now on. */
	async watch(): Promise<void> {
		await this.store.set(watchKey, '1', watchLifetime);
	}

	async isWatched(): Promise<boolean> {
		return (await this.store.get(watchKey)) !== undefined;
	}

	/** @param id wamid. */
	async note(id: string): Promise<void> {
		await this.store.set(keyOf(id), '1', lifetime);
	}

	/** Notes the message that a response is about, if a trigger asks for it. */
	async noteSent(response: JsonObject): Promise<void> {
		const [message] = asObjects<JsonObject>(response.messages);
		const id = firstText(message?.id);
		if (id !== null && (await this.isWatched())) await this.note(id);
	}

	/** @param id wamid. */
	async has(id: string): Promise<boolean> {
		return (await this.store.get(keyOf(id))) !== undefined;
	}
}

function keyOf(id: string): string {
	return `ownMessage:${messageToken(id)}`;
}
