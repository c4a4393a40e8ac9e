import type { EventItem } from '../../shared/items/toItem';

/** A message type in the filter 'Message Type'. */
interface MessageType {
	value: string;
	name: string;
	/** Values of `type` in the item. */
	types: readonly string[];
	/** Additional condition, if `type` alone is not enough. */
	matches?(item: EventItem): boolean;
}

const isVoice = ({ media }: EventItem) => media?.voice === true;

const named: readonly MessageType[] = [
	{ value: 'audio', name: 'Audio File', types: ['audio'], matches: (item) => !isVoice(item) },
	{ value: 'button', name: 'Button', types: ['button', 'button_reply'] },
	{ value: 'callPermission', name: 'Call Permission', types: ['call_permission_reply'] },
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
 * All message types, including 'other' for those not named here.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export const messageTypes: ReadonlyArray<Pick<MessageType, 'value' | 'name'>> = [
	...named,
	{ value: 'other', name: 'Any Other Type' },
].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** Returns the message type of an item. */
export function messageTypeOf(item: EventItem): string {
	const { type } = item;
	const found = named.find(
		({ types, matches }) => type !== null && types.includes(type) && (matches?.(item) ?? true),
	);
	return found?.value ?? 'other';
}
