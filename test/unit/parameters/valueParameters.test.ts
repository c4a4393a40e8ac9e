import type { INodeProperties } from 'n8n-workflow';

import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';

const field: INodeProperties = {
	displayName: 'Colors',
	name: 'colors',
	type: 'options',
	options: [
		{ name: 'Red', value: 'red' },
		{ name: 'Blue', value: 'blue' },
	],
	default: '',
};

function reading(value: unknown): Parameters {
	return new Parameters([field], {
		value: () => value,
		binary: () => undefined,
		timezone: 'UTC',
	});
}

const notTexts: Array<[string, unknown]> = [
	['an object', { id: '1' }],
	['an object in a list', ['red', { id: '1' }]],
	['a list in a list', ['red', ['blue']]],
];

describe('Parameters: a list of texts', () => {
	it.each(notTexts)('refuses %s', (_, value) => {
		expect(() => reading(value).texts('colors')).toThrow(
			/^'Colors' (is not a text|has an entry that is not a text)/,
		);
	});

	it('reads numbers and booleans as text and skips empty entries', () => {
		expect(reading(['red', 7, true, null, ' ']).texts('colors')).toEqual(['red', '7', 'true']);
	});
});

describe('Parameters: a choice', () => {
	it.each([...notTexts, ['a list', ['red']] as [string, unknown]])('refuses %s', (_, value) => {
		expect(() => reading(value).choice('colors')).toThrow(
			/^'Colors' has a value that does not exist/,
		);
	});

	it('is rejected in a list of choices when it is an object', () => {
		expect(() => reading(['red', {}]).choices('colors')).toThrow(
			/^'Colors' has an entry that is not a text/,
		);
	});
});

describe('Parameters: a text', () => {
	it.each(notTexts)('refuses %s', (_, value) => {
		expect(() => reading(value).text('colors')).toThrow(/^'Colors' is not a text/);
	});
});

describe('Parameters: a resource locator', () => {
	it.each([
		['an object without a value', {}],
		['an object with another object as its value', { mode: 'id', value: { id: '1' } }],
		['a boolean', true],
	])('is empty when it contains %s', (_, value) => {
		expect(reading(value).optionalLocator('colors')).toBeUndefined();
	});
});
