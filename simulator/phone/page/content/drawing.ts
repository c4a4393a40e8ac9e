import type { Actions } from '../actions.js';
import type { Child } from '../dom.js';
import type { ChatMessage, Store } from '../store.js';

/** What a drawing needs. */
export interface Drawing {
	store: Store;
	message: ChatMessage;
	actions: Actions;
}

/** The inside of a bubble, and what hangs below it. */
export interface Drawn {
	inside: Child[];
	/** Buttons at the bottom of the bubble. */
	buttons?: HTMLElement[];
	/** Cards beside each other, below the bubble. */
	cards?: HTMLElement;
	/** Shown without a bubble. */
	bare?: boolean;
}
