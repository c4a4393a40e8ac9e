import { marketingRefused } from '../../shared/conversation/marketingRefused';
import type { Conversations } from '../../shared/conversation/conversations';
import type { EventItem } from '../../shared/items/toItem';
import { conversationOf } from './noteConversations';
import { preferenceOf } from './preferences';
import type { PreferenceWords } from '../parameters/preferenceWords';

/**
 * Remembers which customers want no marketing messages and which want them again: what they choose in WhatsApp, what
 * they write, and what WhatsApp refuses to deliver.
 */
export async function notePreferences(
	items: readonly EventItem[],
	conversations: Conversations,
	words: PreferenceWords | undefined,
): Promise<void> {
	// One after the other: one delivery may carry an opt-out and what takes it back.
	for (const item of items) {
		const customer = conversationOf(item);
		if (customer === undefined) continue;
		const at = item.timestamp === null ? new Date() : new Date(item.timestamp);
		if (refusesMarketing(item)) {
			await conversations.noteRefusal(customer, marketingRefused.reason, at);
		}
		const preference = preferenceOf(item, words);
		if (preference === 'stop') await conversations.optOut(customer, reasonOf(item), at);
		if (preference === 'resume') await conversations.optIn(customer, at);
	}
}

function refusesMarketing({ event, type, errors }: EventItem): boolean {
	if (event !== 'status' || type !== 'failed') return false;
	return errors?.some(({ code }) => code === marketingRefused.code) === true;
}

/** Not longer than one of the words. */
function reasonOf({ event, type, text }: EventItem): string {
	if (event === 'user_preferences') return 'Stopped marketing messages in WhatsApp';
	return `${type === 'button' ? 'Tapped' : 'Wrote'} '${text?.trim() ?? ''}'`;
}
