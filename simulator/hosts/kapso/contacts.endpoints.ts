import { z } from 'zod';
import { contactJson, type Contact } from './contacts';
import { kapsoEndpoint, type KapsoCall } from './endpoint';
import { filtered, type Filters } from './filters';
import { checkNumber, known } from './lookup';
import { cursorPage } from './paging';
import { read } from './read';
import { invalid } from './refusal';

const path = '/whatsapp/contacts';
const changes = z
	.object({
		profile_name: z.string(),
		display_name: z.string().nullable(),
		customer_id: z.string().nullable(),
		metadata: z.record(z.string(), z.unknown()),
	})
	.partial();

function filtersOf({ kapso }: KapsoCall): Filters<Contact> {
	const has = (text: string | undefined, value: string) =>
		text?.toLowerCase().includes(value.toLowerCase()) === true;
	return {
		profile_name_contains: ({ customer }, value) => has(customer.profileName, value),
		wa_id_contains: ({ customer }, value) => has(customer.waId, value),
		wa_id: ({ customer }, value) => customer.waId === value.trim().replace(/^\+/, ''),
		business_scoped_user_id: ({ customer }, value) => customer.userId === value,
		customer_id: ({ customerId }, value) => customerId === value,
		customer_external_id: ({ customerId }, value) =>
			kapso.customers.some(
				({ id, externalCustomerId }) => id === customerId && externalCustomerId === value,
			),
		has_customer: ({ customerId }, value) => (customerId !== undefined) === (value === 'true'),
		created_after: ({ createdAt }, value) => createdAt >= Date.parse(value),
		created_before: ({ createdAt }, value) => createdAt <= Date.parse(value),
	};
}

export const listContacts = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle: (call) => list(call, allOf(call)),
});

export const createContact = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle(call) {
		const given = read(
			z.object({ contact: changes.extend({ wa_id: z.string().regex(/^\+?\d{5,20}$/) }) }),
			call.body,
		).contact;
		const waId = given.wa_id.replace(/^\+/, '');
		allOf(call);
		if (call.kapso.contacts.find(waId)) throw invalid('Wa has already been taken');
		const contact = call.kapso.contacts.add(call.simulator.state.customerOrNew(waId));
		return { data: contactJson(changed(call, contact, given)) };
	},
});

export const getContact = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:contact`,
	handle: (call) => ({ data: contactJson(contactOf(call)) }),
});

export const updateContact = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path: `${path}/:contact`,
	handle(call) {
		const given = read(z.object({ contact: changes }), call.body).contact;
		return { data: contactJson(changed(call, contactOf(call), given)) };
	},
});

/** Erases the person with their conversations and messages. */
export const eraseContact = kapsoEndpoint({
	method: 'DELETE',
	api: 'platform',
	path: `${path}/:contact`,
	status: 204,
	handle(call) {
		const contact = contactOf(call);
		call.kapso.contacts.remove(contact);
		call.kapso.inbox.erase(contact.customer);
		return undefined;
	},
});

export const listContactsOfNumber = kapsoEndpoint({
	method: 'GET',
	api: 'meta',
	path: '/:phone/contacts',
	handle(call) {
		checkNumber(call);
		const { conversations } = call.kapso.inbox;
		const ofNumber = allOf(call).filter(({ customer }) =>
			conversations.some(
				(conversation) =>
					conversation.customer === customer && conversation.phoneNumberId === call.params.phone,
			),
		);
		return list(call, ofNumber);
	},
});

export const getContactOfNumber = kapsoEndpoint({
	method: 'GET',
	api: 'meta',
	path: '/:phone/contacts/:contact',
	handle(call) {
		checkNumber(call);
		return { data: contactJson(contactOf(call)) };
	},
});

/** Not under the name of the resource, as on the platform. */
export const updateContactOfNumber = kapsoEndpoint({
	method: 'PATCH',
	api: 'meta',
	path: '/:phone/contacts/:contact',
	handle(call) {
		checkNumber(call);
		return { data: contactJson(changed(call, contactOf(call), read(changes, call.body))) };
	},
});

function list(call: KapsoCall, contacts: Contact[]) {
	const page = cursorPage(filtered(contacts, call.query, filtersOf(call)), call.query);
	return { ...page, data: page.data.map(contactJson) };
}

function allOf({ kapso }: KapsoCall): Contact[] {
	kapso.inbox.sync();
	for (const { customer } of kapso.inbox.conversations) kapso.contacts.add(customer);
	return kapso.contacts.all();
}

function contactOf(call: KapsoCall): Contact {
	allOf(call);
	return known(call.kapso.contacts.find(call.params.contact ?? ''), 'Contact');
}

function changed({ kapso }: KapsoCall, contact: Contact, given: z.output<typeof changes>): Contact {
	if (given.customer_id && !kapso.customers.some(({ id }) => id === given.customer_id)) {
		throw invalid('Customer must exist');
	}
	contact.customer.profileName = given.profile_name ?? contact.customer.profileName;
	if (given.display_name !== undefined) contact.displayName = given.display_name ?? undefined;
	if (given.customer_id !== undefined) contact.customerId = given.customer_id ?? undefined;
	contact.metadata = given.metadata ?? contact.metadata;
	contact.updatedAt = Date.now();
	return contact;
}
