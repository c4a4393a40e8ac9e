import { readForm } from '../../../nodes/WhatsAppBusiness/sendAndWait/formFields';
import type { FormField } from '../../../nodes/WhatsAppBusiness/sendAndWait/formFields';

const field = (type: FormField['type'], required = false): FormField => ({
	label: 'Label',
	type,
	required,
	options: ['Morning', 'Evening'],
});
const read = (one: FormField, sent: unknown) => readForm([one], { 'field-0': sent });

describe('readForm', () => {
	it.each<[FormField['type'], string, unknown]>([
		['text', ' Harbour 1 ', 'Harbour 1'],
		['textarea', 'two\nlines', 'two\nlines'],
		['number', '4.5', 4.5],
		['email', 'ada@example.com', 'ada@example.com'],
		['date', '2026-11-21', '2026-11-21'],
		['dropdown', 'Evening', 'Evening'],
		['checkbox', 'yes', true],
	])('reads a field of type %s', (type, sent, value) => {
		expect(read(field(type), sent)).toEqual({ reply: { Label: value } });
	});

	it.each<[FormField['type'], unknown]>([
		['text', null],
		['number', null],
		['dropdown', null],
		['checkbox', false],
	])('accepts an empty %s unless it is required', (type, value) => {
		expect(read(field(type), '')).toEqual({ reply: { Label: value } });
		expect(read(field(type), undefined)).toEqual({ reply: { Label: value } });
		expect(read(field(type, true), ' ')).toEqual({
			problems: new Map([[0, 'Please fill this in.']]),
		});
	});

	it.each<[FormField['type'], string, RegExp]>([
		['number', 'many', /a number/],
		['number', 'Infinity', /a number/],
		['email', 'ada at example.com', /an email address/],
		['email', 'ada@example', /an email address/],
		['email', 'ada@lovelace@example.com', /an email address/],
		['date', '21.11.2026', /a date/],
		['date', '2026-02-31', /a date/],
		['date', '2026-02-28x', /a date/],
		['dropdown', 'Night', /option from the list/],
	])('refuses for a %s: %p', (type, sent, problem) => {
		const result = read(field(type), sent);
		expect('problems' in result && result.problems.get(0)).toMatch(problem);
	});

	it.each<FormField['type']>(['text', 'textarea', 'number', 'email'])(
		'refuses more than 10,000 characters in a %s',
		(type) => {
			const { problems } = read(field(type), '1'.repeat(10_001)) as {
				problems: Map<number, string>;
			};
			expect(problems.get(0)).toBe('Please enter at most 10000 characters.');
			expect(read(field('textarea'), 'x'.repeat(10_000))).toHaveProperty('reply');
		},
	);

	it('refuses a file or a list instead of a text', () => {
		expect(read(field('text', true), ['a', 'b'])).toHaveProperty('problems');
	});
});
