import type { Store } from '../../memory/store';
import { lifetimes } from '../../shared/conversation/lifetimes';
import { Claims, done } from '../duplicates/claims';
import { digestOf } from '../../shared/digestOf';

/** The silences for which a trigger has started its workflow, or has decided not to, in whichever process. */
export class HandledSilences {
	/** @param scope of the trigger in the memory. */
	constructor(
		private readonly store: Store,
		private readonly scope: string,
	) {}

	/** Claims of silences that nobody has handled. */
	claims(): Claims {
		// As long as it is known when somebody wrote, and a little longer.
		return new Claims(this.store, (silence) => this.keyOf(silence), lifetimes.lastMessage * 1.1);
	}

	/** Returns what says whether a silence has been handled, by now. */
	async read(): Promise<(silence: string) => boolean> {
		const handled = await this.store.entries(this.prefix);
		return (silence) => handled.get(this.keyOf(silence)) === done;
	}

	private keyOf(silence: string): string {
		return this.prefix + digestOf(silence);
	}

	private get prefix(): string {
		return `followedUp:${this.scope}:`;
	}
}
