import type { INodeProperties } from 'n8n-workflow';

function textField(
	displayName: string,
	name: string,
	placeholder: string,
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return { displayName, name, type: 'string', default: '', placeholder, ...more };
}

const kindField = textField('Type', 'type', 'e.g. WORK', {
	description: 'Label, such as HOME or WORK',
});

export function listField(
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

export const nameFields: INodeProperties[] = [
	textField('Prefix', 'prefix', 'e.g. Dr.'),
	textField('First Name', 'firstName', 'e.g. Barbara'),
	textField('Middle Name', 'middleName', 'e.g. J.'),
	textField('Last Name', 'lastName', 'e.g. Johnson'),
	textField('Suffix', 'suffix', 'e.g. Jr.'),
];

export const phonesField = listField('Phones', 'phones', {
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
				'The same number with country code, if it is on WhatsApp. The message then has a button to open a chat, otherwise one to invite the contact.',
		}),
	],
});

const emailsField = listField('Emails', 'emails', {
	displayName: 'Email',
	name: 'email',
	values: [textField('Address', 'address', 'e.g. anna@example.com', { required: true }), kindField],
});

const urlsField = listField('URLs', 'urls', {
	displayName: 'URL',
	name: 'url',
	values: [
		textField('Address', 'address', 'e.g. https://example.com', { required: true }),
		kindField,
	],
});

const addressesField = listField('Addresses', 'addresses', {
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

export const moreContactFields: INodeProperties[] = [
	addressesField,
	{
		displayName: 'Birthday',
		name: 'birthday',
		type: 'dateTime',
		default: '',
		description: 'Date of birth; the time of day is ignored',
	},
	textField('Company', 'company', 'e.g. Lucky Shrub'),
	textField('Department', 'department', 'e.g. Design'),
	emailsField,
	textField('Formatted Name', 'formattedName', 'e.g. Barbara J. Johnson', {
		description: 'Name shown in the message. By default, the parts of the name in order.',
	}),
	textField('Job Title', 'jobTitle', 'e.g. Manager'),
	urlsField,
];
