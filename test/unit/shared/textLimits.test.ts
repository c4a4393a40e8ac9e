import { errorFromResponse } from '../../../nodes/graphApi/errors/responseError';
import { textLimits } from '../../../nodes/graphApi/textLimits';
import { declaredMimeType } from '../../../nodes/shared/fileTypes';
import { InputError } from '../../../nodes/shared/inputError';
import { parsePhoneNumber } from '../../../nodes/shared/phoneNumber';
import { readReplyToken, replyToken } from '../../../nodes/shared/replyToken';
import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';
import { readDateTime } from '../../../nodes/WhatsAppBusiness/parameters/parameterValues';
import { fieldName, readForm } from '../../../nodes/WhatsAppBusiness/sendAndWait/formFields';
import type { FormField } from '../../../nodes/WhatsAppBusiness/sendAndWait/formFields';
import { questionPage } from '../../../nodes/WhatsAppBusiness/sendAndWait/replyPage';

/** Long enough that a pattern which backtracks would not end. */
const huge = 3_000_000;

function parameters(value: unknown): Parameters {
	const field = { displayName: 'Text', name: 'text', type: 'string', default: '' } as const;
	return new Parameters([field], { value: () => value, binary: () => undefined, timezone: 'UTC' });
}

describe('a text of a parameter', () => {
	const longest = 'a'.repeat(textLimits.parameter);

	it('is refused when it is longer than anything WhatsApp takes', () => {
		expect(parameters(longest).text('text')).toBe(longest);
		expect(() => parameters(`${longest}a`).text('text')).toThrow(/^'Text' has 100001 characters$/);
		expect(() => parameters([`${longest}a`]).texts('text')).toThrow(/^'Text' has an entry/);
		expect(() => parameters('a'.repeat(huge)).optionalLocator('text')).toThrow(/^'Text' has/);
	});
});

describe('a date', () => {
	it('is not read when it is longer than a date', () => {
		const date = '2026-03-31T18:00:00.000+01:00';
		expect(readDateTime(date, 'UTC')).toBeDefined();
		expect(readDateTime(date.padEnd(huge, ' '), 'UTC')).toBeUndefined();
	});
});

describe('a phone number', () => {
	const problem = (what: string, todo: string) => new InputError('To', what, todo);

	it.each(['1'.repeat(huge), ' '.repeat(huge), '('.repeat(huge), '(0'.repeat(huge / 2)])(
		'is refused before it is searched: %#',
		(text) => {
			expect(() => parsePhoneNumber(text, problem)).toThrow(/^'To' has 3000000 characters$/);
		},
	);
});

describe('a reply page', () => {
	const field: FormField = { label: 'Name', type: 'text', required: true, options: [] };
	const sent = { [fieldName(0)]: 'a'.repeat(huge) };

	it('refuses a longer entry, and gives back no more than it takes', () => {
		const read = readForm([field], sent);
		expect(read).toEqual({ problems: new Map([[0, expect.stringContaining('10000')]]) });
		const page = { title: '', text: '', submit: '', thanks: '' };
		const question = { responseType: 'customForm', choices: [], fields: [field] } as const;
		const html = questionPage({ ...question, choices: [], fields: [field] }, page, {
			sent,
			problems: new Map([[0, 'Too long']]),
		});
		expect(html.length).toBeLessThan(2 * textLimits.formField);
	});

	it('reads the fields of the form and nothing else', () => {
		const others = Array.from({ length: 10_000 }, (_, index) => [fieldName(index), 'x'] as const);
		expect(readForm([field], Object.fromEntries(others))).toEqual({ reply: { Name: 'x' } });
	});
});

describe('the token of a reply', () => {
	it('is not read when it is longer than any ID', () => {
		const payload = {
			executionId: '1'.repeat(textLimits.replyToken),
			nodeId: 'node',
			resumeSignature: 'ab',
			questionId: 'question',
			choice: 0,
			until: undefined,
		};
		const token = replyToken(payload, '16505551234', 'secret');
		expect(readReplyToken(token, ['16505551234'], 'secret')).toBeUndefined();
	});
});

describe('a MIME type', () => {
	it('counts as not declared when it is longer than one may be', () => {
		expect(declaredMimeType(`image/${'a'.repeat(249)}`)).toHaveLength(255);
		expect(declaredMimeType(`image/${'a'.repeat(250)}`)).toBeUndefined();
		expect(declaredMimeType(`image/png;${'a'.repeat(huge)}`)).toBe('image/png');
	});
});

describe("a text in Meta's error", () => {
	it('is shortened after the secrets in it are hidden', () => {
		const message = `${'a'.repeat(textLimits.errorText - 4)}TOKEN${'a'.repeat(huge)}`;
		const { facts } = errorFromResponse({
			status: 400,
			body: { error: { code: 424_242, message, error_user_msg: message, type: 'OAuthException' } },
			secrets: ['TOKEN'],
			idempotent: true,
		});
		expect(facts.details).toHaveLength(textLimits.errorText);
		expect(facts.details).toMatch(/a\[hi…$/);
		expect(JSON.stringify(facts)).not.toContain('TOK');
		expect(facts.what.length).toBeLessThan(2 * textLimits.errorText);
	});
});
