import type { State } from '../../state';

/** Where 360dialog delivers. */
export interface Dialog360Webhook {
	url: string;
	/** Sent with each delivery: what a client tells a true one by. */
	headers: Record<string, string>;
}

/** What 360dialog remembers of the number, besides what Meta does. */
export interface Dialog360State {
	webhook?: Dialog360Webhook;
	/** When media could not be read. Milliseconds since 1970. */
	failedMediaReads: number[];
	mediaBlockedUntil: number;
}

const states = new WeakMap<State, Dialog360State>();

/** What 360dialog remembers beside this state. */
export function dialog360Of(state: State): Dialog360State {
	const known = states.get(state);
	if (known) return known;
	const created: Dialog360State = { failedMediaReads: [], mediaBlockedUntil: 0 };
	states.set(state, created);
	return created;
}
