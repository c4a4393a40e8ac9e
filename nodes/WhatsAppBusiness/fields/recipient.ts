import type { INodeProperties } from 'n8n-workflow';

import type { InputError } from '../../shared/inputError';
import type { Parameters } from '../parameters/parameters';
import { groupField, readGroupId } from './group';

/** A person as recipient, for messages that groups don't take. */
export const personField: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +1 650 555 1234',
	description:
		'Phone number with country code, in any usual writing, or the business-scoped user ID from a webhook, such as US.13491208655302741918',
};

/** A person or a group as recipient. */
export const recipientFields: INodeProperties[] = [
	{
		displayName: 'Recipient Type',
		name: 'recipientType',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Person',
				value: 'individual',
				description: 'One person, by phone number or business-scoped user ID',
			},
			{ name: 'Group', value: 'group', description: 'A WhatsApp group of your business number' },
		],
		default: 'individual',
	},
	{ ...personField, displayOptions: { show: { recipientType: ['individual'] } } },
	{
		...groupField,
		displayName: 'Group',
		name: 'groupId',
		displayOptions: { show: { recipientType: ['group'] } },
		description: "The group to send to. The list shows those of the credential's number.",
	},
];

/** Where a message goes, in the words of the Graph API. */
export type Recipient =
	| { recipient_type: 'individual' | 'group'; to: string }
	| { recipient_type: 'individual'; recipient: string };

/**
 * Reads the recipient fields. A business-scoped user ID goes into `recipient`, a phone number or a group into `to`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 * @throws InputError when the field is empty, or is neither a phone number nor a user ID, or no group ID.
 */
export function readRecipient(parameters: Parameters): Recipient {
	const toGroup =
		parameters.offers('recipientType') && parameters.choice('recipientType') === 'group';
	if (toGroup) return { recipient_type: 'group', to: readGroupId(parameters, 'groupId') };
	const to = parameters.text('to').trim();
	if (isUserId(to)) return { recipient_type: 'individual', recipient: to };
	return {
		recipient_type: 'individual',
		to: phoneNumber(to, (what, todo) => parameters.error('to', what, todo)),
	};
}

/** Two letters of a country, a dot and up to 128 letters or digits; a parent ID has `ENT.` in between. */
export function isUserId(text: string): boolean {
	return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(text);
}

/**
 * Brings a phone number in any usual writing into the form `+` and digits. The plus matters: without it
 * Meta puts the country code of the sender in front.
 * @param problem makes the error that is thrown.
 * @throws InputError when the text is not a phone number with a country code.
 */
export function phoneNumber(
	text: string,
	problem: (what: string, todo: string) => InputError,
): string {
	const spaced = text
		.normalize('NFKC')
		// Contacts copied from an app carry invisible direction marks.
		.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
		.replace(/^\s*(whatsapp|tel):/i, '')
		// Spreadsheets make numbers with decimals of them.
		.replace(/^\s*(\+?\d+)\.0+\s*$/, '$1')
		// "(0)" is the trunk prefix that is dialled inside the country only.
		.replace(/\(\s*0\s*\)/, '');
	if (/\d.*(\/\s*\d{1,2}|\(\s*\d{1,2}\s*\))\s*$/.test(spaced)) {
		throw problem(
			'holds more than one phone number, or an extension',
			'Enter one number alone, e.g. +1 650 555 1234.',
		);
	}
	if (/\(\s*0\d+\s*\)/.test(spaced)) {
		throw problem(
			'has a zero in front of the area code',
			'Leave the zero out, or remove the brackets if the country keeps it, as Italy does.',
		);
	}
	const plain = spaced.replace(/[\s()./\u2010-\u2015-]/g, '');
	const digits = plain.replace(/^(\+|00)/, '');
	if (!/^\d+$/.test(digits)) {
		throw problem(
			'is not a phone number',
			'Enter the number with its country code, e.g. +1 650 555 1234, or a business-scoped user ID.',
		);
	}
	if (digits.startsWith('0')) {
		throw problem(
			'has no country code',
			'Put the country code in front and leave out the leading zero, e.g. +49 171 1234567.',
		);
	}
	// E.164: at most 15 digits. The shortest numbers on WhatsApp have 7 with their country code.
	if (digits.length < 7 || digits.length > 15) {
		throw problem(
			`has ${digits.length} digits`,
			'A phone number with its country code has 7 to 15 digits.',
		);
	}
	return `+${digits}`;
}
