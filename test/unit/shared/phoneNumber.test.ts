import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';

import { InputError } from '../../../nodes/shared/inputError';
import type { NumberSettings } from '../../../nodes/shared/phoneNumber';
import { parsePhoneNumber } from '../../../nodes/shared/phoneNumber';

function rejection(text: string, settings?: NumberSettings): InputError {
	try {
		parsePhoneNumber(text, problem, settings);
	} catch (error) {
		if (error instanceof InputError) return error;
	}
	throw new Error(`${text} is not rejected`);
}

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
		[
			'brackets around an area code',
			'(659) 123-4567',
			/without its country code, .* \+6591234567 in Singapore$/,
		],
		[
			'brackets around a short area code',
			'(11) 98765-4321',
			/without its country code, .* \+11987654321 under \+1$/,
		],
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

	it.each([
		[
			'a number of Mexico City',
			'5512345678',
			/as \+5512345678, which does not exist in Brazil, or/,
		],
		[
			'a number of São Paulo',
			'11987654321',
			/which does not exist under \+1, or as a number without/,
		],
		['a number of São José', '12987654321', /which does not exist under \+1/],
		['a code that no country has', '2101234567', /\+2101234567, which does not exist, or/],
	])('rejects %s without its country code, and names both readings', (_name, text, message) => {
		const error = rejection(text);
		expect(error.message).toMatch(message);
		expect(error.todo).toMatch(/Put \+ and the country code in front.*'Default Country'/);
	});

	it.each(['0171 1234567', '(11) 98765-4321'])('says for %s where the country is set', (text) => {
		expect(rejection(text).todo).toMatch(/'Default Country' in the credential/);
	});

	it.each([
		['a group', '120363041234567890@g.us', /a group .*software/, /'Group: Get Many'/],
		['a hidden ID', '123456789012@lid', /the hidden ID/, /@s\.whatsapp\.net/],
		['a channel', '120363041234567890@newsletter', /a channel/, /does not send to channels/],
		['the status', 'status@broadcast', /a broadcast list or the status/, /phone number/],
	])('says what to do about %s of other software', (_name, text, message, todo) => {
		expect(rejection(text).message).toMatch(message);
		expect(rejection(text).todo).toMatch(todo);
	});

	it.each(['+99912345678', '00999 1234567', '+551234567', '+1 200 000 0000'])(
		'takes %s, whatever the library knows',
		(text) => {
			expect(parsePhoneNumber(text, problem)).toBe(
				`+${text.replace(/\D/g, '').replace(/^00/, '')}`,
			);
		},
	);

	it.each([
		['Brazil without its 9', '553188765432'],
		['Mexico with its old 1', '5215512345678'],
		['Mexico without it', '525512345678'],
		['Argentina', '5491123456789'],
		['Argentina without its 9', '541123456789'],
		['Germany', '4915123456789'],
		['a range that the exact metadata lacks', '447700900123'],
		["the area code of Meta's own numbers", '15550783881'],
	])('reads a number that WhatsApp writes, of %s', (_name, waId) => {
		expect(parsePhoneNumber(waId, problem)).toBe(`+${waId}`);
	});

	it('reads any number that WhatsApp itself wrote as it is', () => {
		const settings: NumberSettings = { defaultCountry: 'BR', isFromWhatsApp: () => true };
		expect(parsePhoneNumber('51987654321', problem, settings)).toBe('+51987654321');
		expect(parsePhoneNumber('12987654321', problem, settings)).toBe('+12987654321');
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
					expect(parsePhoneNumber(written, problem)).toBe(parsePhoneNumber(`+${digits}`, problem));
				},
			),
		);
	});

	it('keeps the zero of a number that would be too short without it', () => {
		expect(parsePhoneNumber('+4301000', problem)).toBe('+4301000');
	});

	it('changes nothing of what it returned', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[1-9]\d{6,14}$/), (digits) => {
				const number = parsePhoneNumber(`+${digits}`, problem);
				expect(parsePhoneNumber(number, problem)).toBe(number);
				expect(parsePhoneNumber(number, problem, { defaultCountry: 'BR' })).toBe(number);
				const settings = { isFromWhatsApp: () => true };
				expect(parsePhoneNumber(number.slice(1), problem, settings)).toBe(number);
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

describe('parsePhoneNumber with a default country', () => {
	it.each([
		['MX', '5512345678', '+525512345678'],
		['MX', '55 1234 5678', '+525512345678'],
		['MX', '415-555-0123', '+524155550123'],
		['BR', '(11) 98765-4321', '+5511987654321'],
		['BR', '12987654321', '+5512987654321'],
		['BR', '011 98765-4321', '+5511987654321'],
		['MX', '12462501234', '+12462501234'],
		['BR', '+1 650 555 1234', '+16505551234'],
		['BR', '5511987654321', '+5511987654321'],
		['BR', '553188765432', '+553188765432'],
		['BR', '34612345678', '+34612345678'],
		['DE', '0171 1234567', '+491711234567'],
		['DE', '(0171) 1234567', '+491711234567'],
		['DE', '171 1234567', '+491711234567'],
		['DE', '491711234567', '+491711234567'],
		['DE', '0044 7911 123456', '+447911123456'],
		['AR', '011 15 2345-6789', '+5491123456789'],
		['AR', '11 15 2345 6789', '+5491123456789'],
		['AR', '5491123456789', '+5491123456789'],
		['IN', '011 2345 6789', '+911123456789'],
		['IN', '98765 43210', '+919876543210'],
		['US', '(659) 123-4567', undefined],
		['US', '650 555 1234', '+16505551234'],
		['US', '1 650 555 1234', '+16505551234'],
		['US', '011 44 20 7946 0958', '+442079460958'],
		['US', '4791234567', '+4791234567'],
		['GB', '07911 123456', '+447911123456'],
		['AU', '0011 44 20 7946 0958', '+442079460958'],
		['FR', '06 12 34 56 78', '+33612345678'],
		['IT', '312 345 6789', '+393123456789'],
	] as const)('reads in %s the number %s as %s', (defaultCountry, text, expected) => {
		const read = () => parsePhoneNumber(text, problem, { defaultCountry });
		if (expected === undefined) expect(read).toThrow(/without its country code/);
		else expect(read()).toBe(expected);
	});

	it.each([
		['a mobile number here and abroad', 'BR', '51987654321', '+5551987654321'],
		['a mobile number abroad, a landline here', 'DE', '4917112345', '+494917112345'],
		['a mobile number here, a landline abroad', 'BR', '34987654321', '+5534987654321'],
		['a landline here that begins with the own country code', 'DE', '4930123456', '+4930123456'],
	] as const)('decides about %s', (_name, defaultCountry, text, expected) => {
		expect(parsePhoneNumber(text, problem, { defaultCountry })).toBe(expected);
	});

	it('names both readings of a number that exists in neither way', () => {
		const error = rejection('5512345678', { defaultCountry: 'ES' });
		expect(error.message).toMatch(/a number of Spain, where .*, or as \+5512345678, .* in Brazil/);
		expect(error.todo).not.toMatch(/Default Country/);
	});

	const largeCountries = ['AR', 'BR', 'DE', 'ES', 'ID', 'IN', 'IT', 'MX', 'PE', 'US'] as const;
	const countries = getCountries().filter((country) => getExampleNumber(country, examples));

	it.each(countries)('reads a mobile number of %s as it is written there', (defaultCountry) => {
		const number = getExampleNumber(defaultCountry, examples);
		const written = [number?.formatNational(), number?.nationalNumber, number?.number];
		for (const text of written) {
			expect(parsePhoneNumber(text ?? '', problem, { defaultCountry })).toBe(number?.number);
		}
	});

	it.each(countries)(
		'reads what WhatsApp writes in %s as it is, whatever the default',
		(country) => {
			const number = getExampleNumber(country, examples)?.number ?? '';
			const isFromWhatsApp = () => true;
			for (const defaultCountry of largeCountries) {
				const settings = { defaultCountry, isFromWhatsApp };
				expect(parsePhoneNumber(number.slice(1), problem, settings)).toBe(number);
			}
		},
	);

	it('takes few numbers of WhatsApp for national ones where it does not know that they are', () => {
		const taken = largeCountries.flatMap((defaultCountry) =>
			countries.filter((country) => {
				const number = getExampleNumber(country, examples)?.number ?? '';
				return parsePhoneNumber(number.slice(1), problem, { defaultCountry }) !== number;
			}),
		);
		expect(taken.length / (countries.length * largeCountries.length)).toBeLessThan(0.025);
	});
});
