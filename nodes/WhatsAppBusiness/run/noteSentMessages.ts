import { asObjects, firstText } from '../../graphApi/coerce';
import type { JsonObject } from '../../graphApi/types';
import type { Store } from '../../memory/store';
import { OwnMessages } from '../../shared/conversation/ownMessages';

/** Notes a message that was sent, from the response to it. */
export type NoteSent = (response: JsonObject) => Promise<void>;

/** Returns what notes the messages of a run, if a trigger asks for them. */
export function noteSentMessages(store: Store): NoteSent {
	const own = new OwnMessages(store);
	let isWatched: Promise<boolean> | undefined;
	return async (response) => {
		isWatched ??= own.isWatched();
		if (!(await isWatched)) return;
		const [message] = asObjects<JsonObject>(response.messages);
		const id = firstText(message?.id);
		if (id !== null) await own.note(id);
	};
}
