import type { Actions } from '../actions.js';
import type { Child } from '../dom.js';
import type { ChatMessage, Store } from '../store.js';

/** Input of all drawing functions. */
export interface Drawing {
	store: Store;
	message: ChatMessage;
	actions: Actions;
}

/** Content of a bubble, and what is shown below it. */
export interface Drawn {
	inside: Child[];
	/** Buttons at the bottom of the bubble. */
	buttons?: HTMLElement[];
	/** Cards side by side, below the bubble. */
	cards?: HTMLElement;
	/** Shown without a bubble. */
	bare?: boolean;
}
