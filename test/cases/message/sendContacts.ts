import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.phoneNumbers[0].id}/messages`;
const to = '+16505551234';
const replyTo = 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC';

/** The contact of Meta's two examples, as the fields contain it and as it is sent. */
const john: INodeParameters = {
	prefix: 'Dr',
	firstName: 'John',
	middleName: 'D.',
	lastName: 'Smith',
	suffix: 'Jr',
	phones: {
		phone: [
			{ number: '+1 (940) 555-1234', type: 'HOME' },
			{ number: '+1 (650) 555-1234', type: 'WORK', whatsAppNumber: '+1 (650) 555-1234' },
		],
	},
	moreFields: {
		formattedName: 'John Smith',
		birthday: '2012-08-18',
		company: 'WhatsApp',
		department: 'Design',
		jobTitle: 'Manager',
		emails: {
			email: [
				{ address: 'test@fb.com', type: 'WORK' },
				{ address: 'test@whatsapp.com', type: 'HOME' },
			],
		},
		urls: {
			url: [
				{ address: 'https://www.facebook.com', type: 'WORK' },
				{ address: 'https://www.whatsapp.com', type: 'HOME' },
			],
		},
		addresses: {
			address: [
				{
					street: '1 Hacker Way',
					city: 'Menlo Park',
					state: 'CA',
					zip: '94025',
					country: 'United States',
					countryCode: 'us',
					type: 'HOME',
				},
				{
					street: '200 Jefferson Dr',
					city: 'Menlo Park',
					state: 'CA',
					zip: '94025',
					country: 'United States',
					countryCode: 'us',
					type: 'WORK',
				},
			],
		},
	},
};

const johnSent: IDataObject = {
	name: {
		formatted_name: 'John Smith',
		prefix: 'Dr',
		first_name: 'John',
		middle_name: 'D.',
		last_name: 'Smith',
		suffix: 'Jr',
	},
	phones: [
		{ phone: '+1 (940) 555-1234', type: 'HOME' },
		{ phone: '+1 (650) 555-1234', type: 'WORK', wa_id: '16505551234' },
	],
	emails: [
		{ email: 'test@fb.com', type: 'WORK' },
		{ email: 'test@whatsapp.com', type: 'HOME' },
	],
	urls: [
		{ url: 'https://www.facebook.com', type: 'WORK' },
		{ url: 'https://www.whatsapp.com', type: 'HOME' },
	],
	addresses: [
		{
			street: '1 Hacker Way',
			city: 'Menlo Park',
			state: 'CA',
			zip: '94025',
			country: 'United States',
			country_code: 'us',
			type: 'HOME',
		},
		{
			street: '200 Jefferson Dr',
			city: 'Menlo Park',
			state: 'CA',
			zip: '94025',
			country: 'United States',
			country_code: 'us',
			type: 'WORK',
		},
	],
	org: { company: 'WhatsApp', department: 'Design', title: 'Manager' },
	birthday: '2012-08-18',
};

function sent(contacts: IDataObject[], more: IDataObject = {}): IDataObject {
	return {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to,
		...more,
		type: 'contacts',
		contacts,
	};
}

function contactCase(name: string, contact: INodeParameters, expected: IDataObject): RequestCase {
	return {
		name,
		parameters: { to, contacts: { contact: [contact] } },
		request: { method: 'POST', path, body: sent([expected]) },
	};
}

function rejectedContact(name: string, contact: INodeParameters, message: RegExp): RejectedCase {
	return { name, parameters: { to, contacts: { contact: [contact] } }, message };
}

export const cases: RequestCase[] = [
	contactCase(
		'smallest',
		{ firstName: 'Barbara' },
		{ name: { formatted_name: 'Barbara', first_name: 'Barbara' } },
	),
	{
		name: 'fullest',
		parameters: {
			to,
			contacts: {
				contact: [john, { lastName: 'Johnson', phones: { phone: [{ number: '112' }] } }],
			},
			sender: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			options: {
				replyToMessageId: replyTo,
				callbackData: 'contact-1',
				omittedKeys: [],
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: sent(
				[
					johnSent,
					{
						name: { formatted_name: 'Johnson', last_name: 'Johnson' },
						phones: [{ phone: '112' }],
					},
				],
				{ context: { message_id: replyTo }, biz_opaque_callback_data: 'contact-1' },
			),
		},
	},
	contactCase(
		'name put together from its parts',
		{ prefix: 'Dr.', firstName: 'Barbara', middleName: 'J.', lastName: 'Johnson', suffix: 'Esq.' },
		{
			name: {
				formatted_name: 'Dr. Barbara J. Johnson Esq.',
				prefix: 'Dr.',
				first_name: 'Barbara',
				middle_name: 'J.',
				last_name: 'Johnson',
				suffix: 'Esq.',
			},
		},
	),
	...(
		[
			['of the date picker', '1999-01-23T00:00:00'],
			['with a time zone, in which it is still the day before', '1999-01-22T23:30:00.000Z'],
			['with an offset', '1999-01-23T06:00:00+05:30'],
		] as const
	).map(([name, birthday]) =>
		contactCase(
			`birthday ${name}`,
			{ firstName: 'Barbara', moreFields: { birthday } },
			{ name: { formatted_name: 'Barbara', first_name: 'Barbara' }, birthday: '1999-01-23' },
		),
	),
	{
		name: 'example: contact',
		example: 'Send Contact Message',
		parameters: { to, contacts: { contact: [john] }, options: { omittedKeys: ['recipient_type'] } },
		request: {
			method: 'POST',
			path,
			body: { messaging_product: 'whatsapp', to, type: 'contacts', contacts: [johnSent] },
		},
	},
	{
		name: 'example: reply',
		example: 'Send Reply to Contact Message',
		parameters: {
			to,
			contacts: { contact: [john] },
			options: { omittedKeys: ['recipient_type'], replyToMessageId: replyTo },
		},
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				to,
				context: { message_id: replyTo },
				type: 'contacts',
				contacts: [johnSent],
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing contact', parameters: { to, contacts: {} }, message: /'Contacts' is empty/ },
	{
		name: 'too many contacts',
		parameters: { to, contacts: { contact: Array.from({ length: 258 }, () => john) } },
		message: /'Contacts' has 258 entries/,
	},
	rejectedContact(
		'no part of the name',
		{ moreFields: { formattedName: 'Barbara' } },
		/'Contact 1 → First Name' and the other parts of the name are empty/,
	),
	rejectedContact(
		'phone without a number',
		{ firstName: 'Barbara', phones: { phone: [{ number: '112' }, { type: 'HOME' }] } },
		/'Contact 1 → Phone 2 → Number' is empty/,
	),
	rejectedContact(
		'WhatsApp number without country code',
		{
			firstName: 'Barbara',
			phones: { phone: [{ number: '112', whatsAppNumber: '0171 1234567' }] },
		},
		/'Contact 1 → Phone 1 → WhatsApp Number' has no country code/,
	),
	rejectedContact(
		'email without @',
		{ firstName: 'Barbara', moreFields: { emails: { email: [{ address: 'barbara' }] } } },
		/'Contact 1 → Email 1 → Address' has the wrong format/,
	),
	rejectedContact(
		'URL without scheme',
		{ firstName: 'Barbara', moreFields: { urls: { url: [{ address: 'example.com' }] } } },
		/'Contact 1 → URL 1 → Address' is not a valid URL/,
	),
	rejectedContact(
		'empty address',
		{ firstName: 'Barbara', moreFields: { addresses: { address: [{ type: 'HOME' }] } } },
		/'Contact 1 → Address 1 → Street' and the rest of the address are empty/,
	),
	rejectedContact(
		'country code of three letters',
		{ firstName: 'Barbara', moreFields: { addresses: { address: [{ countryCode: 'USA' }] } } },
		/'Contact 1 → Address 1 → Country Code' has the wrong format/,
	),
	rejectedContact(
		'an invalid birthday',
		{ firstName: 'Barbara', moreFields: { birthday: 'next May' } },
		/'Contact 1 → Birthday' is not a date/,
	),
	rejectedContact(
		'birthday that does not exist',
		{ firstName: 'Barbara', moreFields: { birthday: '1999-02-30' } },
		/'Contact 1 → Birthday' is not a date/,
	),
];
