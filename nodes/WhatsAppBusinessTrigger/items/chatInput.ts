import { asText } from '../../graphApi/coerce';
import { isDeeperThan } from '../../graphApi/json';
import type { JsonObject, JsonValue } from '../../graphApi/types';
import { visibleText } from '../../graphApi/plainText';
import { shortened, textLimits } from '../../graphApi/textLimits';
import { listed } from '../../shared/messageText';
import type { ContactCard } from '../../shared/items/contacts';
import type { Location } from '../../shared/items/location';
import type { Media } from '../../shared/items/messageContent';
import { productsText } from '../../shared/items/order';
import type { EventItem } from '../../shared/items/toItem';

/**
 * A message in words for a language model: what the customer wrote, and in brackets what a person sees besides: a file,
 * a place, a contact card, an order, the message that is quoted. Never empty.
 */
export function chatInputOf(item: EventItem): string {
	const lines = [...aboutLines(item), ...contentLines(item)].filter((line) => line !== null);
	return shortened(lines.join('\n') || note('Unsupported message'), textLimits.chatInput);
}

/** What the message refers to. */
function aboutLines({ context, referral }: EventItem): Array<string | null> {
	return [
		named('From the ad', asText(referral?.headline)),
		named('About the product', context?.product?.retailerId ?? null),
		named('Quoted', context?.text ?? null),
	];
}

function contentLines(item: EventItem): Array<string | null> {
	const { type, text, reply, media, location, contacts, order } = item;
	if (type === 'edit') return [note('Edited'), media && mediaNote('', media), text];
	if (type === 'revoke') return [note('Message deleted')];
	if (type === 'reaction') return [named('Reaction', text) ?? note('Reaction removed')];
	if (type === 'system') return [named('System message', text)];
	if (type === 'call_permission_reply') return [named('Call permission', text)];
	if (media !== null) return [mediaNote(type ?? '', media), text];
	if (location !== null) return [note('Location', placeText(location))];
	if (contacts !== null) return contacts.map(cardNote);
	if (order !== null) return [named('Order', productsText(order.products)), order.text];
	if (reply?.answer) return [note('Form', answerText(reply.answer))];
	return [text, asText(reply?.description)];
}

/** Levels of lists and objects in a field of a form. Flows have two. */
const deepestAnswer = 5;

const mediaNames: ReadonlyMap<string, string> = new Map([
	['image', 'Image'],
	['video', 'Video'],
	['audio', 'Audio'],
	['document', 'Document'],
	['sticker', 'Sticker'],
]);

function mediaNote(type: string, { voice, fileName }: Media): string {
	return note(voice ? 'Voice message' : (mediaNames.get(type) ?? 'File'), fileName);
}

function placeText({ name, address, latitude, longitude }: Location): string | null {
	const coordinates = latitude === null || longitude === null ? null : `${latitude}, ${longitude}`;
	return listed([name, address, coordinates]);
}

function cardNote({ name, phones }: ContactCard): string {
	return note('Contact', listed([name, ...phones]));
}

/** The fields of a form as a person reads them, without the token of the Flow. */
function answerText(answer: JsonObject): string | null {
	const fields = Object.entries(answer).filter(([name]) => name !== 'flow_token');
	return asText(fields.map(([name, value]) => `${name}: ${valueText(value)}`).join('; '));
}

function valueText(value: JsonValue | undefined): string {
	if (typeof value === 'string') return value;
	return isDeeperThan(deepestAnswer, value) ? '…' : JSON.stringify(value);
}

function named(what: string, text: string | null): string | null {
	return text === null ? null : note(what, text);
}

/** A note in one line, so that it does not look like what the customer wrote. */
function note(what: string, text: string | null = null): string {
	if (text === null) return `[${what}]`;
	const line = visibleText(shortened(text, textLimits.chatNote).replace(/\s/g, ' '));
	return `[${what}: ${line}]`;
}
