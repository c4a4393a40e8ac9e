import { asObjects, firstText } from '../graphApi/coerce';
import type { JsonObject } from '../graphApi/types';

/** The IDs of the messages that were accepted, from the responses to them. */
export function messageIdsOf(responses: readonly JsonObject[]): string[] {
	return responses.flatMap(({ messages }) => {
		const [message] = asObjects<JsonObject>(messages);
		return firstText(message?.id) ?? [];
	});
}
