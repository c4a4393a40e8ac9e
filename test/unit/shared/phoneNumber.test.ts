import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';

import { InputError } from '../../../nodes/shared/inputError';
import { parsePhoneNumber } from '../../../nodes/shared/phoneNumber';

function problem(what: string, todo: string): InputError {
	return new InputError('To', what, todo);
}

describe('parsePhoneNumber', () => {
	it.each([
		['the E.164 form', '+16505551234', '+16505551234'],
		['a number without its plus', '16505551234', '+16505551234'],
		['the international prefix 00', '0016505551234', '+16505551234'],
		['spaces between the digits', '+1 650 555 1234', '+16505551234'],
		['brackets and a hyphen', '+1 (650) 555-1234', '+16505551234'],
		['brackets around the country code', '(44) 7911 123456', '+447911123456'],
		['brackets around the code of North America', '(1) 650-555-1234', '+16505551234'],
		['dots between the digits', '+1.650.555.1234', '+16505551234'],
		['a slash before the last digits', '+49 171/1234567', '+491711234567'],
		['a trunk prefix (0)', '+44 (0)7700 900123', '+447700900123'],
		['a trunk prefix ( 0 ) with spaces', '+44 ( 0 ) 7700 900123', '+447700900123'],
		['the decimals a spreadsheet adds', '16505551234.0', '+16505551234'],
		['an extension after a hyphen', '+49 89 12345-0', '+4989123450'],
		['spaces around the number', '  +447700900123\n', '+447700900123'],
		['no-break spaces', '+33\u00a06\u202f12 34 56 78', '+33612345678'],
		['typographic dashes', '+1\u2011650\u2013555\u20141234', '+16505551234'],
		['the direction marks of a copied contact', '\u202a+1 650 555 1234\u202c', '+16505551234'],
		['full-width digits', '＋１６５０５５５１２３４', '+16505551234'],
		['a tel: link', 'tel:+1-650-555-1234', '+16505551234'],
		['a whatsapp: link', 'whatsapp:+16505551234', '+16505551234'],
		['the shortest number', '+2901234', '+2901234'],
		['the longest number', '+123456789012345', '+123456789012345'],
		['zeros inside the number', '+5511900000000', '+5511900000000'],
		['the zero that is dialled inside Germany', '+49 0171 1234567', '+491711234567'],
		['the zero that is dialled inside Britain', '0044 07911 123456', '+447911123456'],
		['a zero before the area code', '+49 (0151) 12345678', '+4915112345678'],
		['the zero that Italy keeps', '+39 (06) 1234 5678', '+390612345678'],
		['the zero that Italy keeps, in brackets', '+39 (0)6 1234 5678', '+390612345678'],
		['the zero that Ivory Coast keeps', '+225 07 07 12 34 56', '+2250707123456'],
		['a (0) where no zero is dialled', '+1 (0) 650 555 1234', '+16505551234'],
		["Russia's 8", '+7 8 916 123-45-67', '+79161234567'],
		["Argentina's 15", '+54 11 15 2345-6789', '+5491123456789'],
		["Argentina's 15 after a long area code", '+54 2901 15 12-3456', '+5492901123456'],
		["Argentina's 15 after an area code of three digits", '+54 221 15 456-7890', '+5492214567890'],
		["Argentina's 9", '+54 9 11 2345-6789', '+5491123456789'],
		["Mexico's old 1, as it is", '+52 1 55 1234 5678', '+5215512345678'],
		['a number from Mexico without it', '+52 55 1234 5678', '+525512345678'],
		["Brazil's 9, as it is", '+55 11 98765-4321', '+5511987654321'],
		['a number from Brazil without it', '+55 11 8765-4321', '+551187654321'],
		['the prefix 011 of North America', '011 44 20 7946 0958', '+442079460958'],
		['the prefix 011 in brackets', '(011) 44 20 7946 0958', '+442079460958'],
		['a country code in brackets', '(+49) 171 1234567', '+491711234567'],
		['a country code with 00 in brackets', '(0049) 171 1234567', '+491711234567'],
		['the apostrophe of a spreadsheet', "'+14155550123", '+14155550123'],
		['the apostrophe, made typographic', '’+14155550123', '+14155550123'],
		['the apostrophe before digits', "'14155550123", '+14155550123'],
		['a link to a chat', 'https://wa.me/14155550123', '+14155550123'],
		['a link with a text', 'https://wa.me/14155550123?text=Hi%20there', '+14155550123'],
		['a link without its scheme', 'wa.me/+14155550123/', '+14155550123'],
		[
			'the long link to a chat',
			'https://api.whatsapp.com/send?phone=14155550123&text=Hi',
			'+14155550123',
		],
		['a link of the app', 'whatsapp://send?phone=%2B14155550123', '+14155550123'],
		['the ID of a chat', '5511987654321@s.whatsapp.net', '+5511987654321'],
		['the ID of a chat in an older form', '14155550123@c.us', '+14155550123'],
		['the ID of a device', '14155550123:12@s.whatsapp.net', '+14155550123'],
		['a number behind a name', 'Zoë Müller <+1 415 555 0123>', '+14155550123'],
		['Arabic digits', '+٤٩ ١٧١ ١٢٣٤٥٦٧', '+491711234567'],
		['Persian digits', '۰۰۴۹ ۱۷۱ ۱۲۳۴۵۶۷', '+491711234567'],
		['Devanagari digits', '+९१ ९८७६५ ४३२१०', '+919876543210'],
	])('reads %s', (_name, text, expected) => {
		expect(parsePhoneNumber(text, problem)).toBe(expected);
	});

	it.each([
		['a name instead of a number', 'Anna', /is not a phone number/],
		['an extension', '+1 650 555 1234 ext. 5', /is not a phone number/],
		['an extension in brackets', '+1 650 555 1234 (2)', /more than one phone number/],
		['the last digit of a second number', '+1 650 555 1234/5', /more than one phone number/],
		['two numbers', '+16505551234, +16505551235', /is not a phone number/],
		['a second plus', '+1+6505551234', /is not a phone number/],
		['a group ID', 'Y2FwaV9ncm91cDox', /is not a phone number/],
		['a plus alone', '+', /is not a phone number/],
		['an empty text', '', /is not a phone number/],
		['a national number', '0171 1234567', /has no country code/],
		['a national number after the plus', '+0171 1234567', /has no country code/],
		['brackets around an area code', '(659) 123-4567', /without its country code/],
		['brackets around a short area code', '(11) 98765-4321', /without its country code/],
		['brackets around an area code that is a country code, too', '(51) 98765-4321', /without its/],
		['brackets around a zero', '(0)171 1234567', /without its country code/],
		['an area code with its zero', '(0171) 1234567', /without its country code/],
		['the groups of North America', '415-555-0123', /without its country code/],
		['the groups with dots', '415.555.0123', /without its country code/],
		['the groups with spaces', '415 555 0123', /without its country code/],
		['a number from Delhi', '011 2345 6789', /has no country code/],
		['a number from Buenos Aires', '011 15 2345-6789', /has no country code/],
		['a number from Johannesburg', '(011) 441-2345', /has no country code/],
		['a link to a group', 'https://chat.whatsapp.com/ABC123', /is not a phone number/],
		['a short link', 'https://wa.me/message/ABC123', /is not a phone number/],
		['a link elsewhere', 'https://example.com/14155550123', /is not a phone number/],
		['the hidden ID of a chat', '123456789012@lid', /is not a phone number/],
		['the ID of a group chat', '123456789012345@g.us', /is not a phone number/],
		['an email address', '14155550123@example.com', /is not a phone number/],
		['six digits', '+123456', /has 6 digits/],
		['sixteen digits', '+1234567890123456', /has 16 digits/],
	])('rejects %s', (_name, text, message) => {
		expect(() => parsePhoneNumber(text, problem)).toThrow(message);
	});

	it('keeps the number out of the error', () => {
		expect(() => parsePhoneNumber('Anna 0171', problem)).not.toThrow(/Anna|0171/);
		expect(() => parsePhoneNumber('Anna 0171', problem)).toThrow(InputError);
	});

	it('reads the same number however it is prefixed and separated', () => {
		const separator = fc.constantFrom('', ' ', '-', '\u00a0', '\u2011', ' - ');
		fc.assert(
			fc.property(
				fc.stringMatching(/^[1-9]\d{6,14}$/),
				fc.constantFrom('+', '00', 'tel:+', 'whatsapp:+', "'+", 'Anna <+'),
				fc.array(separator, { minLength: 15, maxLength: 15 }),
				(digits, prefix, separators) => {
					const separated = [...digits].map((digit, index) => digit + separators[index]);
					const written = prefix + separated.join('') + (prefix.includes('<') ? '>' : '');
					expect(parsePhoneNumber(written, problem)).toBe(parsePhoneNumber(digits, problem));
				},
			),
		);
	});

	it('changes nothing of what it returned', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[1-9]\d{6,14}$/), (digits) => {
				const number = parsePhoneNumber(digits, problem);
				expect(parsePhoneNumber(number, problem)).toBe(number);
				expect(parsePhoneNumber(number.slice(1), problem)).toBe(number);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each(getCountries())('reads a mobile number as it is written in %s', (country) => {
		const number = getExampleNumber(country, examples);
		if (number === undefined) return;
		for (const form of [number.formatNational(), number.format('NATIONAL').replace(/\D/g, '')]) {
			expect(parsePhoneNumber(`+${number.countryCallingCode} ${form}`, problem)).toBe(
				number.number,
			);
		}
		expect(parsePhoneNumber(number.number.slice(1), problem)).toBe(number.number);
	});

	it('reads the digits of every script', () => {
		const scripts = Array.from({ length: 0x1_f000 }, (_, code) => String.fromCodePoint(code))
			.filter((character) => /\p{Nd}/u.test(character))
			.filter((_, index) => index % 10 === 0);
		expect(scripts.length).toBeGreaterThan(50);
		for (const zero of scripts) {
			const digit = (value: string) =>
				String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(value));
			const written = `+${'14155550123'.replace(/\d/g, digit)}`;
			expect(parsePhoneNumber(written, problem)).toBe('+14155550123');
		}
	});

	it('gives the E.164 form or an InputError, whatever the text is', () => {
		const characters = fc.constantFrom(..."+0123456789 ()-./x<>@:'٣");
		const text = fc.oneof(fc.string({ unit: characters, maxLength: 25 }), fc.string());
		fc.assert(
			fc.property(text, (given) => {
				try {
					expect(parsePhoneNumber(given, problem)).toMatch(/^\+[1-9]\d{6,14}$/);
				} catch (error) {
					if (!(error instanceof InputError)) throw error;
				}
			}),
			{ numRuns: 1000 },
		);
	});
});
