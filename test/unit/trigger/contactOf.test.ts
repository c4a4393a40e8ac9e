import fc from 'fast-check';

import { contactOf } from '../../../nodes/WhatsAppBusinessTrigger/items/contactOf';
import type { WebhookContact } from '../../../nodes/WhatsAppBusinessTrigger/events/payload';

const name = fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined });

describe('contactOf', () => {
	it('finds the first contact with the user ID or the phone number', () => {
		const contact = fc.record({ user_id: name, wa_id: name }) as fc.Arbitrary<WebhookContact>;
		fc.assert(
			fc.property(fc.array(contact), name, name, (contacts, userId, phoneNumber) => {
				const expected = contacts.find(
					({ user_id, wa_id }) =>
						(user_id !== undefined && user_id === userId) ||
						(wa_id !== undefined && wa_id === phoneNumber),
				);
				expect(contactOf({ contacts }, userId, phoneNumber)).toBe(expected);
			}),
		);
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
			expect(contactOf(value, undefined, String(place))).toBe(contacts[place]);
		}
		expect(reads).toBe(1_000);
	});

	it.each([
		['no list', undefined],
		['null', null],
		['a text', 'contacts'],
		['what is no object', [null, 1, ['1']]],
		['names that are no texts', [{ wa_id: 1, user_id: null }]],
	])('finds nobody in %s', (_, contacts) => {
		expect(contactOf({ contacts: contacts as WebhookContact[] }, undefined, '1')).toBeUndefined();
	});
});
