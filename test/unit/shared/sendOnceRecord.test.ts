import fc from 'fast-check';

import {
	readRecord,
	recipientDigest,
	recordKeyOf,
	writeRecord,
} from '../../../nodes/shared/sendOnceRecord';
import type { SendOnceRecord } from '../../../nodes/shared/sendOnceRecord';

const attempt = {
	recipient: 'digest',
	at: 1_790_000_000_000,
	execution: '7',
	until: 1_800_000_000_000,
};
const records: SendOnceRecord[] = [
	{ ...attempt, state: 'claimed', worker: { process: 'p', work: 3 } },
	{ ...attempt, state: 'unknown' },
	{ ...attempt, state: 'givenBack' },
	{ ...attempt, state: 'sent', response: { messages: [{ id: 'wamid.1' }] } },
];

describe('The record of a Send Once Key', () => {
	it.each(records)('is read as it was written: $state', (record) => {
		expect(readRecord(writeRecord(record))).toEqual(record);
	});

	it.each<[string, unknown]>([
		['no JSON', '{"state":"sent"'],
		['not an object', '[]'],
		['an unknown state', JSON.stringify({ ...attempt, state: 'read' })],
		['sent without a response', JSON.stringify({ ...attempt, state: 'sent' })],
		['claimed by nobody', JSON.stringify({ ...attempt, state: 'claimed' })],
	])('that is %s says that its message may have been sent', (_what, text) => {
		expect(readRecord(String(text)).state).toBe('unknown');
	});

	it('can be read whatever it is', () => {
		const states = ['claimed', 'unknown', 'givenBack', 'sent'];
		const damaged = fc.record(
			{ state: fc.constantFrom(...states), worker: fc.anything(), response: fc.anything() },
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.json(),
					damaged.map((value) => JSON.stringify(value)),
				),
				(text) => {
					const { state, recipient, at, until } = readRecord(text);
					expect(states).toContain(state);
					expect([typeof recipient, typeof at, typeof until]).toEqual([
						'string',
						'number',
						'number',
					]);
				},
			),
		);
	});

	it('has a key of its own for each host, number and key', () => {
		const keys = [
			recordKeyOf('https://a', '1', 'k'),
			recordKeyOf('https://b', '1', 'k'),
			recordKeyOf('https://a', '2', 'k'),
			recordKeyOf('https://a', '1', 'l'),
			recordKeyOf('https://a 1', '', 'k'),
		];
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys.every((key) => /^sendOnce:[\w-]{49}$/.test(key))).toBe(true);
	});

	it('lies beside those whose keys differ only in the end', () => {
		const keys = ['shipped-4711', 'shipped-4712', 'shipped-5711'];
		const [one, next, far] = keys.map((key) => recordKeyOf('https://a', '1', key).slice(0, 15));
		expect(next).toBe(one);
		expect(far).not.toBe(one);
	});

	it.each([
		['+16505551234', '16505551234', true],
		['+1 650 555 1234', '16505551234', true],
		// WhatsApp drops a digit of these in its webhooks.
		['+5511987654321', '551187654321', true],
		['+5215512345678', '525512345678', true],
		['+16505551234', '+16505551235', false],
		['US.13491208655302741918', 'US.13491208655302741919', false],
		['Y2FwaV9ncm91cDox', 'Y2FwaV9ncm91cDpx', false],
	])('knows whether %s and %s are one recipient: %s', (one, other, same) => {
		expect(recipientDigest('key', one) === recipientDigest('key', other)).toBe(same);
	});

	it('names no recipient, and two records of one recipient do not show it', () => {
		const digest = recipientDigest('key', '+16505551234');
		expect(digest).not.toContain('650');
		expect(recipientDigest('other key', '+16505551234')).not.toBe(digest);
	});
});
