import type { Store } from '../../../nodes/memory/store';

/** Somewhere that stores can be opened, as two processes do. */
export interface Place {
	/** What the opener is called with. */
	at: string;
	/** Ends the place, when its stores are closed. */
	remove(): Promise<void> | void;
	/** Throws if what is stored there is damaged. */
	check?(): Promise<void> | void;
}

/** A module that opens stores. A child process loads it, too. */
export interface Opener {
	openStore(at: string): Store;
}

/** A lifetime that no test outlives, in milliseconds. */
export const long = 3_600_000;
