import type { Store } from '../../memory/store';
import { Conversations } from '../../shared/conversation/conversations';
import { OwnMessages } from '../../shared/conversation/ownMessages';
import type { EventItem } from '../../shared/items/toItem';
import { noteConversations } from './noteConversations';
import { notePauses } from './notePauses';
import { notePreferences } from './notePreferences';
import type { ConversationSettings } from '../parameters/conversationSettings';

/**
 * Remembers what the events of a delivery say about conversations, whether they start the workflow or not. Settles
 * before the workflow starts, so that its nodes know it.
 */
export async function noteAll(
	items: readonly EventItem[],
	store: Store,
	{ pauseLength, words }: ConversationSettings,
): Promise<void> {
	const conversations = new Conversations(store);
	await Promise.all([
		noteConversations(items, conversations),
		notePreferences(items, conversations, words),
		pauseLength === undefined
			? undefined
			: notePauses(items, conversations, new OwnMessages(store), pauseLength),
	]);
}
