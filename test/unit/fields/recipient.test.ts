import { InputError } from '../../../nodes/shared/inputError';
import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';
import {
	isUserId,
	readRecipient,
	recipientFields,
} from '../../../nodes/WhatsAppBusiness/fields/recipient';
import { parsePhoneNumber } from '../../../nodes/shared/phoneNumber';

function problem(what: string, todo: string): InputError {
	return new InputError('To', what, todo);
}

function recipient(values: Record<string, unknown>) {
	const all: Record<string, unknown> = { recipientType: 'individual', ...values };
	return readRecipient(
		new Parameters(recipientFields, {
			value: (name) => all[name],
			binary: () => undefined,
			timezone: 'UTC',
		}),
	);
}

describe('phoneNumber', () => {
	it.each([
		['E.164', '+16505551234', '+16505551234'],
		['without plus', '16505551234', '+16505551234'],
		['international prefix', '0016505551234', '+16505551234'],
		['spaces', '+1 650 555 1234', '+16505551234'],
		['brackets and hyphen', '+1 (650) 555-1234', '+16505551234'],
		['dots', '+1.650.555.1234', '+16505551234'],
		['slash', '+49 171/1234567', '+491711234567'],
		['trunk prefix in brackets', '+44 (0)7700 900123', '+447700900123'],
		['trunk prefix in wide brackets', '+44 ( 0 ) 7700 900123', '+447700900123'],
		['decimals of a spreadsheet', '16505551234.0', '+16505551234'],
		['an extension written on', '+49 89 12345-0', '+4989123450'],
		['space around', '  +447700900123\n', '+447700900123'],
		['no-break spaces', '+33\u00a06\u202f12 34 56 78', '+33612345678'],
		['typographic dashes', '+1\u2011650\u2013555\u20141234', '+16505551234'],
		['direction marks of a copied contact', '\u202a+1 650 555 1234\u202c', '+16505551234'],
		['full-width digits and plus', '＋１６５０５５５１２３４', '+16505551234'],
		['tel link', 'tel:+1-650-555-1234', '+16505551234'],
		['WhatsApp link of another provider', 'whatsapp:+16505551234', '+16505551234'],
		['shortest', '+2901234', '+2901234'],
		['longest', '+123456789012345', '+123456789012345'],
		['zero inside', '+5511900000000', '+5511900000000'],
	])('takes %s', (_name, text, expected) => {
		expect(parsePhoneNumber(text, problem)).toBe(expected);
	});

	it.each([
		['a name', 'Anna', /is not a phone number/],
		['an extension', '+1 650 555 1234 ext. 5', /is not a phone number/],
		['an extension in brackets', '+1 650 555 1234 (2)', /more than one phone number/],
		['the end of another number', '+1 650 555 1234/5', /more than one phone number/],
		['a zero in front of the area code', '+49 (0151) 1234567', /zero in front of the area/],
		['two numbers', '+16505551234, +16505551235', /is not a phone number/],
		['a second plus', '+1+6505551234', /is not a phone number/],
		['a group ID', 'Y2FwaV9ncm91cDox', /is not a phone number/],
		['only a plus', '+', /is not a phone number/],
		['nothing', '', /is not a phone number/],
		['a national number', '0171 1234567', /has no country code/],
		['a national number after the plus', '+0171 1234567', /has no country code/],
		['six digits', '+123456', /has 6 digits/],
		['sixteen digits', '+1234567890123456', /has 16 digits/],
	])('refuses %s', (_name, text, message) => {
		expect(() => parsePhoneNumber(text, problem)).toThrow(message);
	});

	it('does not repeat the number in the error', () => {
		expect(() => parsePhoneNumber('Anna 0171', problem)).not.toThrow(/Anna|0171/);
		expect(() => parsePhoneNumber('Anna 0171', problem)).toThrow(InputError);
	});
});

describe('isUserId', () => {
	it.each(['US.13491208655302741918', 'GB.ENT.1349', 'DE.aB9', `BR.${'9'.repeat(128)}`])(
		'takes %s',
		(text) => expect(isUserId(text)).toBe(true),
	);

	it.each(['us.1349', 'USA.1349', 'US.', 'US.ENT.', 'US.13-49', `BR.${'9'.repeat(129)}`, '1349'])(
		'refuses %s',
		(text) => expect(isUserId(text)).toBe(false),
	);
});

describe('readRecipient', () => {
	it('puts a phone number into `to`', () => {
		expect(recipient({ to: ' +1 650 555 1234 ' })).toEqual({
			recipient_type: 'individual',
			to: '+16505551234',
		});
	});

	it('takes a phone number that an expression gives as a number', () => {
		expect(recipient({ to: 16505551234 })).toEqual({
			recipient_type: 'individual',
			to: '+16505551234',
		});
	});

	it('puts a business-scoped user ID into `recipient`', () => {
		expect(recipient({ to: ' US.13491208655302741918 ' })).toEqual({
			recipient_type: 'individual',
			recipient: 'US.13491208655302741918',
		});
	});

	it('takes a group ID as it is', () => {
		expect(recipient({ recipientType: 'group', groupId: ' Y2FwaV9ncm91cDox ' })).toEqual({
			recipient_type: 'group',
			to: 'Y2FwaV9ncm91cDox',
		});
	});

	it.each([
		['no recipient', { to: ' ' }, /^'To' is empty/],
		['no group', { recipientType: 'group', groupId: '' }, /^'Group' is empty/],
		[
			'the name of a group',
			{ recipientType: 'group', groupId: 'Plant lovers' },
			/^'Group' is not a group ID/,
		],
		[
			'the invite link of a group',
			{ recipientType: 'group', groupId: 'https://chat.whatsapp.com/ABC' },
			/^'Group' is not a group ID/,
		],
		[
			'another type',
			{ recipientType: 'channel', to: '+16505551234' },
			/^'Recipient Type' has a value/,
		],
		['an object', { to: { phone: '+16505551234' } }, /^'To' is not a text/],
	])('refuses %s', (_name, values, message) => {
		expect(() => recipient(values)).toThrow(message);
	});
});
