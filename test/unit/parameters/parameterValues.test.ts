import {
	readBoolean,
	readDateTime,
	readJson,
} from '../../../nodes/WhatsAppBusiness/parameters/parameterValues';

describe('readBoolean', () => {
	it.each<[unknown, boolean | undefined]>([
		[true, true],
		['true', true],
		['TRUE', true],
		[' yes ', true],
		[1, true],
		['1', true],
		['on', true],
		[false, false],
		['False', false],
		[0, false],
		['0', false],
		['no', false],
		['', undefined],
		['maybe', undefined],
		[2, undefined],
		[null, undefined],
		[undefined, undefined],
		[{}, undefined],
		[[true], undefined],
	])('reads %j as %s', (value, expected) => {
		expect(readBoolean(value)).toBe(expected);
	});
});

describe('readDateTime', () => {
	it.each<[unknown, string | undefined]>([
		['2026-02-28', '2026-02-28'],
		[' 2026-02-28T10:00 ', '2026-02-28'],
		[new Date('2026-02-28T10:00Z'), '2026-02-28'],
		['2026-02-30', undefined],
		['5', undefined],
		[20260228, undefined],
		['28.02.2026', undefined],
		['tomorrow', undefined],
		['', undefined],
	])('reads %j as the day %s', (value, day) => {
		expect(readDateTime(value, 'UTC')?.toFormat('yyyy-MM-dd')).toBe(day);
	});
});

describe('readJson', () => {
	it.each([
		['{"to":"49","type":"text","text":{"body": My SECRET order of today}}'],
		['{"body": My SECRET}'],
		['My SECRET'],
	])('quotes nothing of %s', (text) => {
		const { problem } = readJson(text);
		expect(problem).toMatch(/^Unexpected token 'M'/);
		expect(problem).not.toMatch(/SECRET|body/);
	});

	it.each(['{"text": hello Ada}', '{"text": "hello Ada", }', '{"text": "hello Ada"'])(
		'rejects %s without quoting it',
		(text) => {
			const { json, problem } = readJson(text);
			expect(json).toBeUndefined();
			expect(problem).toMatch(/\w+ \w+/);
			expect(problem).not.toMatch(/hello|Ada/);
		},
	);
});
