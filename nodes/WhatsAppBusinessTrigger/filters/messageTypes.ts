import type { EventItem } from '../items/toItem';

/** A type of message a user can choose to start on. */
interface MessageType {
	value: string;
	name: string;
	/** The `type` an item has for it. */
	types: readonly string[];
	/** Further condition, where the type does not tell. */
	matches?(item: EventItem): boolean;
}

const isVoice = ({ media }: EventItem) => media?.voice === true;

const named: readonly MessageType[] = [
	{ value: 'audio', name: 'Audio File', types: ['audio'], matches: (item) => !isVoice(item) },
	{ value: 'button', name: 'Button', types: ['button', 'button_reply'] },
	{ value: 'callPermission', name: 'Call Permission', types: ['call_permission_reply'] },
	{ value: 'chatOpened', name: 'Chat Opened', types: ['request_welcome'] },
	{ value: 'contacts', name: 'Contacts', types: ['contacts'] },
	{ value: 'deleted', name: 'Deleted', types: ['revoke'] },
	{ value: 'document', name: 'Document', types: ['document'] },
	{ value: 'edited', name: 'Edited', types: ['edit'] },
	{ value: 'flowReply', name: 'Flow Reply', types: ['nfm_reply'] },
	{ value: 'image', name: 'Image', types: ['image'] },
	{ value: 'listReply', name: 'List Reply', types: ['list_reply'] },
	{ value: 'location', name: 'Location', types: ['location'] },
	{ value: 'order', name: 'Order', types: ['order'] },
	{ value: 'reaction', name: 'Reaction', types: ['reaction'] },
	{ value: 'sticker', name: 'Sticker', types: ['sticker'] },
	{ value: 'system', name: 'System', types: ['system'] },
	{ value: 'text', name: 'Text', types: ['text'] },
	{ value: 'unsupported', name: 'Unsupported', types: ['unsupported', 'unknown'] },
	{ value: 'video', name: 'Video', types: ['video'] },
	{ value: 'voice', name: 'Voice Message', types: ['audio'], matches: isVoice },
];

/**
 * The types of messages, the last one for those that have no name here.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export const messageTypes: ReadonlyArray<Pick<MessageType, 'value' | 'name'>> = [
	...named,
	{ value: 'other', name: 'Any Other Type' },
].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** Which of the types the message of an item is. */
export function messageTypeOf(item: EventItem): string {
	const { type } = item;
	const found = named.find(
		({ types, matches }) => type !== null && types.includes(type) && (matches?.(item) ?? true),
	);
	return found?.value ?? 'other';
}
