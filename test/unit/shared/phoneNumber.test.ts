import fc from 'fast-check';

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
	])('reads %s', (_name, text, expected) => {
		expect(parsePhoneNumber(text, problem)).toBe(expected);
	});

	it.each([
		['a name instead of a number', 'Anna', /is not a phone number/],
		['an extension', '+1 650 555 1234 ext. 5', /is not a phone number/],
		['an extension in brackets', '+1 650 555 1234 (2)', /more than one phone number/],
		['the last digit of a second number', '+1 650 555 1234/5', /more than one phone number/],
		['a zero before the area code', '+49 (0151) 1234567', /zero in front of the area/],
		['two numbers', '+16505551234, +16505551235', /is not a phone number/],
		['a second plus', '+1+6505551234', /is not a phone number/],
		['a group ID', 'Y2FwaV9ncm91cDox', /is not a phone number/],
		['a plus alone', '+', /is not a phone number/],
		['an empty text', '', /is not a phone number/],
		['a national number', '0171 1234567', /has no country code/],
		['a national number after the plus', '+0171 1234567', /has no country code/],
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
				fc.constantFrom('+', '', '00', 'tel:+', 'whatsapp:'),
				fc.array(separator, { minLength: 15, maxLength: 15 }),
				(digits, prefix, separators) => {
					const separated = [...digits].map((digit, index) => digit + separators[index]);
					expect(parsePhoneNumber(prefix + separated.join(''), problem)).toBe(`+${digits}`);
				},
			),
		);
	});

	it('gives the E.164 form or an InputError, whatever the text is', () => {
		const characters = fc.constantFrom(...'+0123456789 ()-./x');
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
