import fc from 'fast-check';

import { contactOf } from '../../../nodes/shared/events/contactOf';
import type { NamedUser } from '../../../nodes/shared/events/contactOf';
import type { WebhookContact, WebhookValue } from '../../../nodes/shared/events/payload';

const name = fc.option(fc.constantFrom('1', '2', '3', ''), { nil: undefined });
const given = fc.option(fc.constantFrom('1', '2', '3'), { nil: null });

const ana = { profile: { name: 'Ana' }, wa_id: '5491150000001', user_id: 'AR.1' };
const ben = { profile: { name: 'Ben' }, wa_id: '16505551234', user_id: 'US.2' };
const hidden = { profile: { name: 'Carla' }, wa_id: '', user_id: 'US.3' };

describe('contactOf', () => {
	it('finds, among several, the first with the user ID, else the first with the phone number', () => {
		const contact = fc.record({ user_id: name, wa_id: name }) as fc.Arbitrary<WebhookContact>;
		fc.assert(
			fc.property(
				fc.array(contact, { minLength: 2 }),
				given,
				given,
				(contacts, userId, phoneNumber) => {
					const expected =
						contacts.find(({ user_id }) => userId !== null && user_id === userId) ??
						contacts.find(({ wa_id }) => phoneNumber !== null && wa_id === phoneNumber);
					expect(contactOf({ contacts }, { userId, phoneNumber })).toBe(expected);
				},
			),
		);
	});

	it.each<[string, WebhookContact[], Partial<NamedUser>, WebhookContact | undefined]>([
		['a number without the 9 of Argentina', [ben, ana], { phoneNumber: '541150000001' }, ana],
		['a number with a plus sign', [ana, ben], { phoneNumber: '+16505551234' }, ben],
		['a user ID before a number', [ana, ben], { userId: 'US.2', phoneNumber: ana.wa_id }, ben],
		[
			'a user without a number',
			[hidden, { ...hidden, user_id: 'US.4' }],
			{ userId: 'US.3' },
			hidden,
		],
		['nobody with an empty number', [hidden, { ...ben, wa_id: '' }], { userId: 'US.9' }, undefined],
		['nobody among several', [ana, ben], { phoneNumber: '4470000000' }, undefined],
		['nobody who is not named', [ana, ben], {}, undefined],
		['the only contact, for another number', [ana], { phoneNumber: '4470000000' }, ana],
		['the only contact, for nobody', [ana], {}, ana],
		['nobody with another user ID', [ana], { userId: 'US.2' }, undefined],
	])('finds %s', (_, contacts, user, expected) => {
		expect(contactOf({ contacts }, { userId: null, phoneNumber: null, ...user })).toBe(expected);
	});

	it('does not take the only contact for each of several users', () => {
		const statuses = [
			{ id: 'wamid.1', status: 'failed', recipient_id: '4470000000' },
			{ id: 'wamid.2', status: 'read', recipient_id: ben.wa_id },
		];
		const value: Partial<WebhookValue> = { contacts: [ben], statuses };
		const found = statuses.map(({ recipient_id }) =>
			contactOf(value, { userId: null, phoneNumber: recipient_id }),
		);
		expect(found).toEqual([undefined, ben]);
	});

	it.each<[string, object]>([
		[
			'echoes from a chat that somebody else handles',
			{
				message_echoes: [
					{ id: 'wamid.1', message: { to: ben.wa_id } },
					{ id: 'wamid.2', message: { to: '4470000000' } },
				],
			},
		],
		[
			'echoes to user IDs',
			{
				message_echoes: [
					{ id: 'wamid.1', message: { recipient: 'US.2' } },
					{ id: 'wamid.2', message: { recipient: 'US.4' } },
				],
			},
		],
		[
			'threads of the history',
			{ history: [{ threads: [{ id: ben.wa_id }, { id: '4470000000' }] }] },
		],
		[
			'threads without a number',
			{
				history: [
					{ threads: [{ id: '', context: { user_id: 'US.2' } }] },
					{ threads: [{ id: '', context: { user_id: 'US.4' } }] },
				],
			},
		],
	])('does not take the only contact for several users of %s', (_, lists) => {
		const value: Partial<WebhookValue> = { contacts: [ben], ...lists };
		const other = { userId: null, phoneNumber: '4470000000' };
		expect(contactOf(value, other)).toBeUndefined();
		expect(contactOf(value, { userId: null, phoneNumber: ben.wa_id })).toBe(ben);
	});

	it('reads each contact of a delivery once, however many messages it has', () => {
		let reads = 0;
		const contacts = Array.from({ length: 1_000 }, (_, place) => ({
			get wa_id() {
				reads++;
				return String(place);
			},
		}));
		const value = { contacts };
		for (const place of contacts.keys()) {
			const user = { userId: null, phoneNumber: String(place) };
			expect(contactOf(value, user)).toBe(contacts[place]);
		}
		expect(reads).toBe(1_000);
	});

	it.each([
		['no list', undefined],
		['null', null],
		['a text', 'contacts'],
		['what is no object', [null, 1, ['1']]],
		['names that are no texts', [{ wa_id: 1, user_id: null }, {}]],
	])('finds nobody in %s', (_, contacts) => {
		const user = { userId: null, phoneNumber: '1' };
		expect(contactOf({ contacts: contacts as WebhookContact[] }, user)).toBeUndefined();
	});
});
