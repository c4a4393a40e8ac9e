import type { Store } from '../../memory/store';
import { lifetimes, windowLength } from './lifetimes';

/** Keys of what is not heard begin with it. */
export const listeningPrefix = 'listening:';

/**
 * Whether the nodes hear what customers write: while no trigger is published, a customer may open the window without
 * anybody noting it.
 */
export class Listening {
	constructor(private readonly store: Store) {}

	/**
	 * Notes that a trigger receives nothing any more.
	 * @param phoneNumberId of the number that it received the messages of; undefined for several.
	 */
	async end(phoneNumberId: string | undefined): Promise<void> {
		await this.store.set(keyOf(phoneNumberId), 'off', lifetimes.lastMessage);
	}

	/** Notes that a trigger receives again. What came meanwhile is unknown for as long as it may keep a window open. */
	async begin(phoneNumberId: string | undefined): Promise<void> {
		const key = keyOf(phoneNumberId);
		if ((await this.store.get(key)) === 'off') await this.store.set(key, 'on again', windowLength);
	}

	/** Whether everything is known that could keep a window open now. */
	async isComplete(phoneNumberId: string): Promise<boolean> {
		const gaps = await Promise.all(
			[phoneNumberId, undefined].map((each) => this.store.get(keyOf(each))),
		);
		return gaps.every((gap) => gap === undefined);
	}
}

function keyOf(phoneNumberId: string | undefined): string {
	return `${listeningPrefix}${phoneNumberId ?? ''}`;
}
