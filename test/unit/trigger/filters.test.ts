import fc from 'fast-check';

import { splitPayload } from '../../../nodes/shared/events/splitPayload';
import { passesFilters } from '../../../nodes/WhatsAppBusinessTrigger/filters/passesFilters';
import { selectEvents } from '../../../nodes/WhatsAppBusinessTrigger/filters/selectEvents';
import {
	checkFilters,
	readFilters,
} from '../../../nodes/WhatsAppBusinessTrigger/filters/filterValues';
import type { FilterValues } from '../../../nodes/WhatsAppBusinessTrigger/filters/filterValues';
import { withItem } from '../../../nodes/shared/items/toItem';
import type { EventWithItem } from '../../../nodes/shared/items/toItem';
import {
	messageTypeOf,
	messageTypes,
} from '../../../nodes/WhatsAppBusinessTrigger/filters/messageTypes';
import type { WebhookPayload } from '../../../nodes/shared/events/payload';
import { readTextPattern } from '../../../nodes/WhatsAppBusinessTrigger/filters/textPattern';
import { rescopedMessageId } from '../../../simulator/messages/message';
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

function eventIn(given: object): EventWithItem {
	const [event] = splitPayload(given as WebhookPayload);
	if (!event) throw new Error('There is no event in the payload');
	return withItem(event);
}

const text = eventIn(messagePayload({ type: 'text', text: { body: 'Order 42, please' } }));
const reply = eventIn(
	messagePayload({
		type: 'interactive',
		interactive: { type: 'button_reply', button_reply: { id: 'b', title: 'Yes' } },
		context: { id: otherWamid, from: '15550783881' },
	}),
);
const hidden = eventIn(
	payload(
		messagesChange({
			contacts: [contactWithoutNumber],
			messages: [
				{ id: wamid, from_user_id: userId, timestamp, type: 'text', text: { body: 'Hi' } },
			],
		}),
	),
);
const from = (number: string): EventWithItem => ({
	...text,
	item: { ...text.item, from: number },
});
const brazilian = from('551187654321');
const mexican = from('5215512345678');
const argentine = from('5491123456789');
const named = (username: string): EventWithItem => ({
	...text,
	item: { ...text.item, from: null, username },
});
const nobody: EventWithItem = { ...text, item: { ...text.item, from: null } };
const image = eventIn(messagePayload({ type: 'image', image: { id: '1' } }));
const status = eventIn(statusPayload({ status: 'read', recipient_id: '16505551234' }));
const account = eventIn(payload({ field: 'security', value: { event: 'PIN_CHANGED' } }));
const unknown = eventIn(payload({ field: 'tomorrow', value: {} }));

const minutesLater = (minutes: number) => Date.parse(isoTimestamp) + minutes * 60_000;

describe('passesFilters', () => {
	it.each<[string, EventWithItem, FilterValues]>([
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
		['an Argentine mobile with its 15', argentine, { sender: '+54 11 15 2345-6789' }],
		['a username like a user ID', named(userId.toLowerCase()), { sender: `@${userId}` }],
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
		['a sender, on an event about the account', account, { sender: '16505551234' }],
		['a part of the text', text, { textContains: 'order 4' }],
		['a text, on a status', status, { textContains: 'invoice' }],
		['a pattern', text, { textPattern: '^order \\d+' }],
		['a pattern with flags about where to look', text, { textPattern: '/order/gi' }],
		['the same on the same text', text, { textPattern: '/42/gy' }],
		['a reply to the message', reply, { replyTo: ` ${otherWamid} ` }],
		['its other ID', reply, { replyTo: rescopedMessageId(otherWamid, userId) }],
	])('lets an event pass with %s', (_, event, filters) => {
		expect(passesFilters(event, readFilters(filters))).toBe(true);
	});

	it.each<[string, EventWithItem, FilterValues]>([
		['another type', text, { messageTypes: ['image', 'other'] }],
		['a type that Meta no longer sends', text, { messageTypes: ['chatOpened'] }],
		['another status', status, { statuses: ['failed'] }],
		['another sender', text, { sender: '16505551235' }],
		['another sender as a number', text, { sender: 16505551235 }],
		['another text given as a number', text, { textContains: 43 }],
		['a phone number, from a sender without', hidden, { sender: '16505551234' }],
		['a user ID, from somebody with this username', named(userId), { sender: userId }],
		['a number, from somebody with this username', named('16505551234'), { sender: '16505551234' }],
		['a username, from somebody with this user ID', hidden, { sender: `@${userId}` }],
		['a sender, on a message without', nobody, { sender: '16505551234' }],
		['a sender, on an unknown event without', unknown, { sender: '16505551234' }],
		['nobody but an invalid sender', text, { sender: 'Anna Smith' }],
		['another text', text, { textContains: 'invoice' }],
		['a text, on a file without caption', image, { textContains: 'invoice' }],
		['a pattern with flags', text, { textPattern: '/^order/' }],
		['another pattern', text, { textPattern: '^\\d' }],
		['a reply to another message', reply, { replyTo: wamid }],
		['no reply', text, { replyTo: otherWamid }],
		['several filters, one of which fails', reply, { textContains: 'yes', replyTo: wamid }],
	])('filters an event out with %s', (_, event, filters) => {
		expect(passesFilters(event, readFilters(filters))).toBe(false);
	});

	it.each([
		[30, 29, true],
		[30, 31, false],
		[0, 999, true],
	])(
		'with a maximum age of %i minutes, an event %i minutes old passes: %p',
		(maximumAge, minutes, expected) => {
			expect(passesFilters(text, readFilters({ maximumAge }), minutesLater(minutes))).toBe(
				expected,
			);
		},
	);
});

describe('selectEvents', () => {
	const changed = (type: string) =>
		eventIn(messagePayload({ type: 'system', system: { type, user_id: 'US.2' } }));
	const select = (event: EventWithItem, events: string[], filters: FilterValues = {}) =>
		selectEvents(
			[event],
			{ events, filters: readFilters(filters), phoneNumberId: undefined, wabaId: undefined },
			() => undefined,
		);

	it.each(['user_changed_number', 'user_changed_user_id'])(
		'takes the system message %s for who listens to messages or to changes of customers',
		(type) => {
			const event = changed(type);
			expect(select(event, ['messages'])).toEqual([event]);
			expect(select(event, ['user_id_update'])).toEqual([event]);
			expect(select(event, ['messages', 'user_id_update'])).toEqual([event]);
			expect(select(event, ['statuses'])).toEqual([]);
			expect(select(event, ['user_id_update'], { sender: '447700900123' })).toEqual([]);
		},
	);

	it('takes no other system message for a change of a customer', () => {
		expect(select(changed('customer_identity_changed'), ['user_id_update'])).toEqual([]);
		expect(select(text, ['user_id_update'])).toEqual([]);
	});
});

describe('readFilters', () => {
	it('applies the valid senders and reports the invalid ones', () => {
		const filters = readFilters({ sender: '0171 1234567, +447700900123' });
		expect(passesFilters(text, filters)).toBe(false);
		expect(passesFilters(from('447700900123'), filters)).toBe(true);
		expect(problemOf({ sender: '0171 1234567, +447700900123' })).toMatchObject({
			message: expect.stringMatching(/^'Sender' contains an entry/),
			todo: expect.stringContaining('0171 1234567'),
		});
	});

	it.each([
		['+54 11 15 2345-6789', '5491123456789', undefined],
		['(11) 98765-4321', '5511987654321', 'BR'],
		['11987654321', '551187654321', 'BR'],
		['0171 1234567', '491711234567', 'DE'],
		['5511987654321@s.whatsapp.net', '551187654321', undefined],
	] as const)('lets with the sender %s pass what comes from %s', (sender, waId, country) => {
		expect(passesFilters(from(waId), readFilters({ sender }, country))).toBe(true);
	});

	it.each([
		['a name', { sender: 'Anna Smith' }, /^'Sender' contains/],
		['digits with an @', { sender: '@16505551234' }, /^'Sender' contains/],
		['an open bracket', { textPattern: '(order' }, /not a regular expression: missing closing \)/],
		['a flag that JavaScript lacks', { textPattern: '/a/x' }, /has a flag that is not supported/],
		['a lookahead', { textPattern: 'order(?=s)' }, /has a lookahead, .*, which is not supported/],
		['a negative lookahead', { textPattern: '(?!no)order' }, /has a lookahead/],
		['a backreference', { textPattern: '(a)\\1' }, /has a backreference .* is not supported/],
		['a named backreference', { textPattern: '(?<n>a)\\k<n>' }, /has a backreference/],
		['a part that is repeated too often', { textPattern: 'a{2000}' }, /invalid repeat count/],
	])('reports %s, and lets no message pass', (_, filters: FilterValues, message) => {
		expect(problemOf(filters)).toMatchObject({ message: expect.stringMatching(message) });
		expect(passesFilters(text, readFilters(filters))).toBe(false);
	});
});

describe('a pattern that is large, on long messages that come together', () => {
	it('lets those pass that match, until it has taken too many steps', () => {
		const filters = readFilters({ textPattern: 'x{1000}|order' });
		const long = { ...text, item: { ...text.item, text: `order ${'a'.repeat(40_000)}` } };
		const passed = [long, long, long, text].map((event) => passesFilters(event, filters));
		expect(passed).toEqual([true, true, false, false]);
		expect(filters.problems).toMatchObject([{ field: 'Text Matches Pattern' }]);
	});
});

function problemOf(filters: FilterValues): unknown {
	try {
		checkFilters(readFilters(filters));
	} catch (error) {
		return error;
	}
	return undefined;
}

describe('readTextPattern', () => {
	it.each([
		['text with a no-break space', '^10:30\\spm$', '10:30\u202fPM'],
		['a no-break space in the pattern', 'a\u00a0b', 'a b'],
		['a slash', 'and\\/or', 'and/or'],
		['a named group', '(?<day>mon|tues)day', 'Tuesday'],
		['a lookbehind', '(?<=#)\\d+', 'Order #42'],
		['a lookbehind that must not match', '(?<!#)\\b\\d+', 'Order 42'],
		['an escaped backslash before a digit', '\\\\1', '\\1'],
		['a letter of any language', '^\\p{L}+$', 'Grüße'],
		['an emoji as one character', '^.$', '👍'],
		['a code point', '\\u00e4', 'Ä'],
		['several lines', '/^b$/m', 'a\nb'],
		['a dot for a line break', '/a.b/s', 'a\nb'],
		['a path between slashes without flags', '/home/', 'home'],
		['a slash without a second one', '/home', 'at /HOME'],
	])('reads %s', (_, pattern, matching) => {
		expect(readTextPattern(pattern).matches(matching)).toBe(true);
	});

	it('matches what JavaScript matches', () => {
		const pieces = ['a', 'b', '\\d', '\\s', '\\w', '.', '[ab]', '[^a]', '(?:a|b)', '\\b', '^', '$'];
		const counts = ['', '', '*', '+', '?', '{1,3}', '*?'];
		const piece = fc
			.tuple(fc.constantFrom(...pieces), fc.constantFrom(...counts))
			.map(([one, count]) => (/^(?:\^|\$|\\b)$/.test(one) ? one : one + count));
		fc.assert(
			fc.property(
				fc.array(piece, { minLength: 1, maxLength: 6 }),
				fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '\u00a0', '-'), maxLength: 12 }),
				(pattern, given) => {
					const source = pattern.join('');
					expect(readTextPattern(source).matches(given)).toBe(new RegExp(source, 'i').test(given));
				},
			),
			{ numRuns: 500 },
		);
	});

	it('ends on patterns that take JavaScript years', () => {
		const long = `${'a'.repeat(65_536)}!`;
		for (const pattern of ['^(a+)+$', '^(a|aa)+$', '(a*)*b', '(.*a){20}b', 'a+b']) {
			expect(readTextPattern(pattern).matches(long)).toBe(false);
		}
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
		['edited', { type: 'edit' }],
		['deleted', { type: 'revoke' }],
		['unsupported', { type: 'unsupported' }],
		['text', { type: 'text' }],
		['order', { type: 'order' }],
		['other', { type: 'hologram' }],
		['other', {}],
	])('returns %s for %j', (expected, message) => {
		expect(messageTypeOf(eventIn(messagePayload(message)).item)).toBe(expected);
		expect(messageTypes.map(({ value }) => value)).toContain(expected);
	});
});
