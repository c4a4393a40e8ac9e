import type { INodeProperties } from 'n8n-workflow';

import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { isEmpty } from '../../fields/isEmpty';
import { limits } from '../../../shared/limits';
import { messageFields, messageRequest } from './messageRequest';
import { parsePhoneNumber } from '../../../shared/phoneNumber';

const emailAddress = {
	regex: /^\s*[^\s@]+@[^\s@]+\s*$/,
	description: 'an email address, e.g. anna@example.com',
};

const countryCode = {
	regex: /^\s*[a-z]{2}\s*$/i,
	description: 'the two letters of a country, e.g. US',
};

function textField(
	displayName: string,
	name: string,
	placeholder: string,
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return { displayName, name, type: 'string', default: '', placeholder, ...more };
}

const kindField = textField('Type', 'type', 'e.g. WORK', {
	description: 'What it is used for, such as HOME or WORK, shown next to it',
});

function listField(
	displayName: string,
	name: string,
	entry: { displayName: string; name: string; values: INodeProperties[] },
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: `Add ${entry.displayName}`,
		default: {},
		options: [entry],
	};
}

const nameParts: INodeProperties[] = [
	textField('Prefix', 'prefix', 'e.g. Dr.'),
	textField('First Name', 'firstName', 'e.g. Barbara'),
	textField('Middle Name', 'middleName', 'e.g. J.'),
	textField('Last Name', 'lastName', 'e.g. Johnson'),
	textField('Suffix', 'suffix', 'e.g. Jr.'),
];

const phones = listField('Phones', 'phones', {
	displayName: 'Phone',
	name: 'phone',
	values: [
		textField('Number', 'number', 'e.g. +1 650 555 1234', {
			required: true,
			description: 'Number as the recipient sees it',
		}),
		kindField,
		textField('WhatsApp Number', 'whatsAppNumber', 'e.g. +1 650 555 1234', {
			description:
				'The same number with country code, when it is on WhatsApp. With it the message has a button that opens a chat, without it one that invites the contact to WhatsApp.',
		}),
	],
});

const emails = listField('Emails', 'emails', {
	displayName: 'Email',
	name: 'email',
	values: [textField('Address', 'address', 'e.g. anna@example.com', { required: true }), kindField],
});

const urls = listField('URLs', 'urls', {
	displayName: 'URL',
	name: 'url',
	values: [
		textField('Address', 'address', 'e.g. https://example.com', { required: true }),
		kindField,
	],
});

const addresses = listField('Addresses', 'addresses', {
	displayName: 'Address',
	name: 'address',
	values: [
		textField('Street', 'street', 'e.g. 1 Lucky Shrub Way'),
		textField('City', 'city', 'e.g. Menlo Park'),
		textField('State', 'state', 'e.g. CA'),
		textField('ZIP', 'zip', 'e.g. 94025'),
		textField('Country', 'country', 'e.g. United States'),
		textField('Country Code', 'countryCode', 'e.g. US', { description: 'Two letters, ISO 3166' }),
		kindField,
	],
});

const moreFields: INodeProperties[] = [
	addresses,
	{
		displayName: 'Birthday',
		name: 'birthday',
		type: 'dateTime',
		default: '',
		description: 'Day of birth; a time of day is ignored',
	},
	textField('Company', 'company', 'e.g. Lucky Shrub'),
	textField('Department', 'department', 'e.g. Design'),
	emails,
	textField('Formatted Name', 'formattedName', 'e.g. Barbara J. Johnson', {
		description: 'Name as the message shows it. When empty, the parts of the name in order.',
	}),
	textField('Job Title', 'jobTitle', 'e.g. Manager'),
	urls,
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
export const operation: Operation = {
	displayName: 'Send Contacts',
	action: 'Send a contacts message',
	description: 'Send one or more contacts that the recipient can save',
	fields: messageFields([
		{
			...listField('Contacts', 'contacts', {
				displayName: 'Contact',
				name: 'contact',
				values: [
					...nameParts,
					phones,
					{
						displayName: 'More Fields',
						name: 'moreFields',
						type: 'collection',
						placeholder: 'Add Field',
						default: {},
						options: moreFields,
					},
				],
			}),
			required: true,
			description: `At most ${limits.contacts}. Each needs a part of its name.`,
		},
	]),
	request(parameters, account) {
		const contacts = parameters
			.list('contacts', 'contact', 'Contact', { min: 1, max: limits.contacts })
			.map(readContact);
		return messageRequest(parameters, account, 'contacts', contacts);
	},
};

function readContact(contact: Parameters): RequestBody {
	const more = contact.group('moreFields');
	return {
		name: readName(contact, more),
		phones: filled(contact.list('phones', 'phone', 'Phone').map(readPhone)),
		emails: filled(more.list('emails', 'email', 'Email').map(readEmail)),
		urls: filled(more.list('urls', 'url', 'URL').map(readUrl)),
		addresses: filled(more.list('addresses', 'address', 'Address').map(readAddress)),
		org: readOrganization(more),
		birthday: more.optionalDay('birthday'),
	};
}

function readName(contact: Parameters, more: Parameters): RequestBody {
	const parts = nameParts.flatMap(({ name }) => contact.optionalText(name)?.trim() ?? []);
	if (parts.length === 0) {
		throw contact.error(
			'firstName',
			'and the other parts of the name are empty',
			'Fill in at least one of them; a company can go into First Name.',
		);
	}
	return {
		formatted_name: more.optionalText('formattedName') ?? parts.join(' '),
		prefix: contact.optionalText('prefix'),
		first_name: contact.optionalText('firstName'),
		middle_name: contact.optionalText('middleName'),
		last_name: contact.optionalText('lastName'),
		suffix: contact.optionalText('suffix'),
	};
}

function readPhone(phone: Parameters): RequestBody {
	const whatsAppNumber = phone.optionalText('whatsAppNumber');
	return {
		phone: phone.text('number'),
		type: phone.optionalText('type'),
		wa_id:
			whatsAppNumber &&
			parsePhoneNumber(whatsAppNumber, (what, todo) =>
				phone.error('whatsAppNumber', what, todo),
			).slice(1),
	};
}

function readEmail(email: Parameters): RequestBody {
	return {
		email: email.text('address', { pattern: emailAddress }).trim(),
		type: email.optionalText('type'),
	};
}

function readUrl(url: Parameters): RequestBody {
	return { url: url.url('address'), type: url.optionalText('type') };
}

function readAddress(address: Parameters): RequestBody {
	const parts = {
		street: address.optionalText('street'),
		city: address.optionalText('city'),
		state: address.optionalText('state'),
		zip: address.optionalText('zip'),
		country: address.optionalText('country'),
		country_code: address.optionalText('countryCode', { pattern: countryCode })?.trim(),
	};
	if (isEmpty(parts)) {
		throw address.error(
			'street',
			'and the rest of the address are empty',
			'Fill in a part of the address, or remove it.',
		);
	}
	return { ...parts, type: address.optionalText('type') };
}

function readOrganization(more: Parameters): RequestBody | undefined {
	const organization = {
		company: more.optionalText('company'),
		department: more.optionalText('department'),
		title: more.optionalText('jobTitle'),
	};
	return isEmpty(organization) ? undefined : organization;
}

function filled(list: RequestBody[]): RequestBody[] | undefined {
	return list.length === 0 ? undefined : list;
}
