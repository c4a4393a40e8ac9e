import { asObject, asObjects, asTextOrNumber, firstText, getPath } from '../../graphApi/coerce';
import type { JsonObject } from '../../graphApi/types';
import type { Store } from '../../memory/store';
import { OwnMessages } from '../../shared/conversation/ownMessages';
import { RememberedTexts } from '../../shared/conversation/rememberedTexts';
import type { FollowUp, Operation } from '../operation';
import { messageText } from '../operations/message/messageText';
import { recipientOf } from './recipientOf';

/** Notes a message that was sent, from the response to it. */
export type NoteSent = (
	response: JsonObject,
	operation: Operation,
	followUp: FollowUp,
) => Promise<void>;

/** Returns what notes the messages of a run, as far as a trigger asks for them. */
export function noteSentMessages(store: Store): NoteSent {
	const own = new OwnMessages(store);
	const texts = new RememberedTexts(store);
	let isWatched: Promise<boolean> | undefined;
	const asked = new Map<string, Promise<boolean>>();

	async function noteOwn(id: string) {
		isWatched ??= own.isWatched();
		if (await isWatched) await own.note(id);
	}

	async function noteText(
		id: string,
		response: JsonObject,
		{ textFor }: Operation,
		followUp: FollowUp,
	) {
		const { request } = followUp;
		const recipient = recipientOf(request);
		if (recipient === undefined) return;
		const { phoneNumberId } = recipient;
		const isAsked = asked.get(phoneNumberId) ?? texts.isAsked(phoneNumberId);
		asked.set(phoneNumberId, isAsked);
		if (!(await isAsked)) return;
		const { body } = request;
		const [contact] = asObjects<JsonObject>(response.contacts);
		const { wa_id, user_id } = asObject<JsonObject>(contact);
		const users = [wa_id, ...recipient.users, user_id].flatMap(
			(user) => asTextOrNumber(user) ?? [],
		);
		const text = messageText(body) ?? (await textFor?.(followUp)) ?? null;
		const type = firstText(getPath(body, 'interactive.type'), body?.type);
		await texts.replace({ phoneNumberId, users }, id, { type, text, sentBy: 'workflow' });
	}

	return async (response, operation, followUp) => {
		const [message] = asObjects<JsonObject>(response.messages);
		const id = firstText(message?.id);
		if (id === null) return;
		await Promise.all([noteOwn(id), noteText(id, response, operation, followUp)]);
	};
}
