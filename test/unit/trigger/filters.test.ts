import { splitPayload } from '../../../nodes/WhatsAppBusinessTrigger/events/splitPayload';
import { passesFilters } from '../../../nodes/WhatsAppBusinessTrigger/filters/passesFilters';
import {
	checkFilters,
	readFilters,
} from '../../../nodes/WhatsAppBusinessTrigger/filters/filterValues';
import type { FilterValues } from '../../../nodes/WhatsAppBusinessTrigger/filters/filterValues';
import { itemOf } from '../../../nodes/WhatsAppBusinessTrigger/items/toItem';
import type { EventItem } from '../../../nodes/WhatsAppBusinessTrigger/items/toItem';
import {
	messageTypeOf,
	messageTypes,
} from '../../../nodes/WhatsAppBusinessTrigger/filters/messageTypes';
import type { WebhookPayload } from '../../../nodes/WhatsAppBusinessTrigger/events/payload';
import {
	PatternTooSlow,
	textMatches,
} from '../../../nodes/WhatsAppBusinessTrigger/filters/textPattern';
import {
	contactWithoutNumber,
	isoTimestamp,
	messagePayload,
	messagesChange,
	otherWamid,
	payload,
	statusPayload,
	timestamp,
	userId,
	wamid,
} from './payloads';

function itemIn(given: object): EventItem {
	const [event] = splitPayload(given as WebhookPayload);
	if (!event) throw new Error('There is no event in the payload');
	return itemOf(event);
}

const text = itemIn(messagePayload({ type: 'text', text: { body: 'Order 42, please' } }));
const reply = itemIn(
	messagePayload({
		type: 'interactive',
		interactive: { type: 'button_reply', button_reply: { id: 'b', title: 'Yes' } },
		context: { id: otherWamid, from: '15550783881' },
	}),
);
const hidden = itemIn(
	payload(
		messagesChange({
			contacts: [contactWithoutNumber],
			messages: [
				{ id: wamid, from_user_id: userId, timestamp, type: 'text', text: { body: 'Hi' } },
			],
		}),
	),
);
const from = (number: string): EventItem => ({ ...text, from: number });
const brazilian = from('551187654321');
const mexican = from('5215512345678');
const image = itemIn(messagePayload({ type: 'image', image: { id: '1' } }));
const status = itemIn(statusPayload({ status: 'read', recipient_id: '16505551234' }));
const account = itemIn(payload({ field: 'tomorrow', value: {} }));

const minutesLater = (minutes: number) => Date.parse(isoTimestamp) + minutes * 60_000;

describe('passesFilters', () => {
	it.each<[string, EventItem, FilterValues]>([
		['no filter', text, {}],
		['empty filters', text, { messageTypes: [], sender: '', textContains: '', replyTo: '' }],
		['a wanted type', text, { messageTypes: ['text'] }],
		['a type, on a status', status, { messageTypes: ['image'] }],
		['a wanted status', status, { statuses: ['failed', 'read'] }],
		['a status, on a message', text, { statuses: ['failed'] }],
		['the sender', text, { sender: '+1 (650) 555-1234' }],
		['one of several senders', text, { sender: '+447700900123, 16505551234' }],
		['a sender after a semicolon', text, { sender: '+447700900123; 16505551234' }],
		['a sender on a separate line', text, { sender: '+447700900123\n16505551234' }],
		['a list of senders', text, { sender: ['+447700900123', 16505551234] }],
		['a sender as a number', text, { sender: 16505551234 }],
		['a Brazilian mobile with its 9', brazilian, { sender: '+55 11 98765 4321' }],
		['a Mexican mobile without its 1', mexican, { sender: '+52 55 1234 5678' }],
		['a sender with 00', text, { sender: '001 650 555 1234' }],
		['a sender as a link', text, { sender: 'tel:+1-650-555-1234' }],
		['a copied sender', text, { sender: '\u202a+1 650\u2011555\u20111234\u202c' }],
		['a username with @', hidden, { sender: '@realsheenanelson' }],
		['filters that are null', text, { sender: null, textContains: null, replyTo: null }],
		['a text given as a number', text, { textContains: 42 }],
		['a list of types as text', text, { messageTypes: 'image, text' }],
		['the sender of a status', status, { sender: '16505551234' }],
		['the user ID of a sender', hidden, { sender: userId }],
		['the username of a sender', hidden, { sender: 'RealSheenaNelson' }],
		['a sender, on an event without a person', account, { sender: '16505551234' }],
		['a part of the text', text, { textContains: 'order 4' }],
		['a text, on a status', status, { textContains: 'invoice' }],
		['a pattern', text, { textPattern: '^order \\d+' }],
		['a pattern with flags about where to look', text, { textPattern: '/order/gi' }],
		['the same on the same text', text, { textPattern: '/42/gy' }],
		['a reply to the message', reply, { replyTo: ` ${otherWamid} ` }],
	])('lets an event pass with %s', (_, item, filters) => {
		expect(passesFilters(item, readFilters(filters), fail)).toBe(true);
	});

	it.each<[string, EventItem, FilterValues]>([
		['another type', text, { messageTypes: ['image', 'other'] }],
		['another status', status, { statuses: ['failed'] }],
		['another sender', text, { sender: '16505551235' }],
		['another sender as a number', text, { sender: 16505551235 }],
		['another text given as a number', text, { textContains: 43 }],
		['a phone number, from a sender without', hidden, { sender: '16505551234' }],
		['another text', text, { textContains: 'invoice' }],
		['a text, on a file without caption', image, { textContains: 'invoice' }],
		['a pattern with flags', text, { textPattern: '/^order/' }],
		['another pattern', text, { textPattern: '^\\d' }],
		['a reply to another message', reply, { replyTo: wamid }],
		['no reply', text, { replyTo: otherWamid }],
		['several filters, one of which fails', reply, { textContains: 'yes', replyTo: wamid }],
	])('filters an event out with %s', (_, item, filters) => {
		expect(passesFilters(item, readFilters(filters), fail)).toBe(false);
	});

	it.each([
		[30, 29, true],
		[30, 31, false],
		[0, 999, true],
	])(
		'with a maximum age of %i minutes, an event %i minutes old passes: %p',
		(maximumAge, minutes, expected) => {
			expect(passesFilters(text, readFilters({ maximumAge }), fail, minutesLater(minutes))).toBe(
				expected,
			);
		},
	);

	it.each([
		['(', /not a regular expression/],
		['(a+)+$', /takes too long/],
	])('lets a message pass and reports it if the pattern %s cannot be applied', (pattern, said) => {
		const complaints: string[] = [];
		const item = { ...text, text: `${'a'.repeat(40)}!` };
		expect(
			passesFilters(item, readFilters({ textPattern: pattern }), (what) => complaints.push(what)),
		).toBe(true);
		expect(complaints).toEqual([expect.stringMatching(said)]);
	});
});

describe('readFilters', () => {
	it('applies the valid senders and reports the invalid ones', () => {
		const complaints: string[] = [];
		const filters = readFilters({ sender: '0171 1234567, +447700900123' });
		expect(passesFilters(text, filters, (what) => complaints.push(what))).toBe(false);
		expect(complaints).toEqual([expect.stringMatching(/^'Sender' contains an entry/)]);
		expect(() => checkFilters(filters)).toThrow(/0171 1234567/);
		expect(() => checkFilters(readFilters({ textPattern: '/a/x' }))).toThrow(/regular expression/);
	});
});

describe('textMatches', () => {
	it('aborts a pattern that would take years', () => {
		expect(() => textMatches(`${'a'.repeat(40)}!`, '^(a|aa)+$')).toThrow(PatternTooSlow);
		expect(textMatches('aaa', '^(a|aa)+$')).toBe(true);
	});
});

describe('messageTypeOf', () => {
	// Each message is as in https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
	it.each<[string, object]>([
		['audio', { type: 'audio', audio: { id: '1' } }],
		['voice', { type: 'audio', audio: { id: '1', voice: true } }],
		['button', { type: 'button', button: { text: 'Yes' } }],
		['button', { type: 'interactive', interactive: { type: 'button_reply' } }],
		['listReply', { type: 'interactive', interactive: { type: 'list_reply' } }],
		['flowReply', { type: 'interactive', interactive: { type: 'nfm_reply' } }],
		['callPermission', { type: 'interactive', interactive: { type: 'call_permission_reply' } }],
		['chatOpened', { type: 'request_welcome' }],
		['edited', { type: 'edit' }],
		['deleted', { type: 'revoke' }],
		['unsupported', { type: 'unsupported' }],
		['text', { type: 'text' }],
		['order', { type: 'order' }],
		['other', { type: 'hologram' }],
		['other', {}],
	])('returns %s for %j', (expected, message) => {
		expect(messageTypeOf(itemIn(messagePayload(message)))).toBe(expected);
		expect(messageTypes.map(({ value }) => value)).toContain(expected);
	});
});

function fail(what: string): never {
	throw new Error(what);
}
