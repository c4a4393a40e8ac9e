import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import { CancelledBeforeSending } from '../../../nodes/graphApi/errors/cancelledError';
import type { Outcome } from '../../../nodes/graphApi/errors/requestError';
import {
	countSenders,
	countsOf,
	describeOutcomes,
	itemsWith,
	runHint,
} from '../../../nodes/WhatsAppBusiness/run/runSummary';

const facts = {
	sent: 1,
	senders: new Map<string, number>(),
	earlier: 0,
	alreadySent: 0,
	asTemplate: 0,
	skipped: 0,
	failed: 0,
	unknown: 0,
	cancelled: 0,
	retries: 0,
	throttled: 0,
	waited: 0,
	seconds: 0.2,
};

describe('the run summary', () => {
	it('has no hint for one message without retries', () => {
		expect(runHint(facts)).toBeUndefined();
	});

	it.each([
		[{ ...facts, retries: 1 }, 'info', '1 sent, 0 failed · 1 retry · 0.2 s (0.0 s waiting)'],
		[{ ...facts, sent: 2 }, 'info', '2 sent, 0 failed · 0 retries · 0.2 s (0.0 s waiting)'],
		[
			{
				sent: 998,
				senders: new Map<string, number>(),
				earlier: 0,
				alreadySent: 0,
				asTemplate: 0,
				skipped: 0,
				failed: 2,
				unknown: 0,
				cancelled: 0,
				retries: 13,
				throttled: 12,
				waited: 11.44,
				seconds: 12.64,
			},
			'warning',
			'998 sent, 2 failed · 13 retries, 12 rate-limited · 12.6 s (11.4 s waiting), 79/s',
		],
		[
			{ ...facts, sent: 1000, earlier: 990, unknown: 3, seconds: 2 },
			'warning',
			'1000 sent (990 in an earlier try), 0 failed, 3 with unknown outcome · 0 retries · 2.0 s (0.0 s waiting), 5/s',
		],
		[
			{ ...facts, asTemplate: 1 },
			'info',
			'1 sent (1 as a template instead), 0 failed · 0 retries · 0.2 s (0.0 s waiting)',
		],
		[
			{ ...facts, sent: 9, earlier: 4, asTemplate: 2 },
			'info',
			'9 sent (4 in an earlier try, 2 as a template instead), 0 failed · 0 retries · 0.2 s (0.0 s waiting)',
		],
		[
			{ ...facts, senders: new Map([['106', 1]]) },
			'info',
			'1 sent from 106, 0 failed · 0 retries · 0.2 s (0.0 s waiting)',
		],
		[
			{
				...facts,
				sent: 10,
				earlier: 4,
				senders: new Map([
					['106', 3],
					['107', 7],
				]),
			},
			'info',
			'10 sent from 107 (7), 106 (3) (4 in an earlier try), 0 failed · 0 retries · 0.2 s (0.0 s waiting)',
		],
		[
			{ ...facts, sent: 6, senders: new Map(['1', '2', '3', '4', '5', '6'].map((id) => [id, 1])) },
			'info',
			'6 sent from 6 numbers, 0 failed · 0 retries · 0.2 s (0.0 s waiting)',
		],
		[
			{ ...facts, sent: 0, alreadySent: 1 },
			'info',
			'0 sent, 1 already sent earlier, 0 failed · 0 retries · 0.2 s (0.0 s waiting)',
		],
		[
			{ ...facts, sent: 998, skipped: 2 },
			'info',
			'998 sent, 2 skipped (opted out), 0 failed · 0 retries · 0.2 s (0.0 s waiting)',
		],
		[
			{ ...facts, sent: 0, skipped: 1 },
			'info',
			'0 sent, 1 skipped (opted out), 0 failed · 0 retries · 0.2 s (0.0 s waiting)',
		],
		[
			{ ...facts, sent: 230, cancelled: 770 },
			'warning',
			'230 sent, 0 failed, 770 not sent because the execution was stopped · 0 retries · 0.2 s (0.0 s waiting)',
		],
	])('sums up: %j', (run, type, message) => {
		expect(runHint(run)).toEqual({ message, type, location: 'outputPane' });
	});

	it.each<[string, Array<[number, string]>, Array<[string, number]>]>([
		[
			'of several numbers',
			[
				[0, '106'],
				[1, '107'],
				[2, '107'],
			],
			[
				['106', 1],
				['107', 2],
			],
		],
		[
			'of one other number',
			[
				[0, '107'],
				[2, '107'],
			],
			[['107', 2]],
		],
		[
			"only of the credential's",
			[
				[0, '106'],
				[1, '106'],
			],
			[],
		],
		['of nobody', [], []],
		[
			'that was sent',
			[
				[0, '106'],
				[3, '107'],
			],
			[],
		],
	])('counts what was sent by number: %s', (_name, senders, counted) => {
		const outcomes = {
			results: new Map([0, 1, 2].map((index) => [index, []])),
			failures: new Map(),
			running: new Set<number>(),
		};
		expect([...countSenders(outcomes, new Map(senders), '106')]).toEqual(counted);
	});

	it('counts cancelled items and unknown outcomes separately from failures', () => {
		const results = new Map([[0, []]]);
		const failures = new Map<number, unknown>([
			[1, failed('notAccepted')],
			[2, new CancelledBeforeSending()],
			[3, new CancelledBeforeSending()],
			[4, failed('unknown')],
		]);
		expect(countsOf({ results, failures })).toEqual({
			sent: 1,
			alreadySent: 0,
			skipped: 0,
			failed: 1,
			unknown: 1,
			cancelled: 2,
		});
	});

	it('does not count what a key kept from being sent again as sent', () => {
		const outputs = [{ alreadySent: true }, { alreadySent: false }, { alreadySent: true }];
		const results = new Map(outputs.map((json, index) => [index, [{ json }]]));
		// The last item has no key: its field is of the input.
		const alreadySent = itemsWith('alreadySent', { results }, new Set([0, 1]));
		const unsent = { alreadySent, skipped: new Set<number>() };
		expect(countsOf({ results, failures: new Map() }, unsent)).toMatchObject({
			sent: 2,
			alreadySent: 1,
		});
		const senderOf = new Map([0, 1, 2].map((index) => [index, 'other']));
		const outcomes = { results, failures: new Map(), running: new Set<number>() };
		expect(countSenders(outcomes, senderOf, 'usual', unsent)).toEqual(new Map([['other', 2]]));
	});

	it('does not count what was skipped as sent', () => {
		const results = new Map([0, 1, 2].map((index) => [index, [{ json: {} }]]));
		const skipped = new Set([1]);
		const unsent = { alreadySent: new Set<number>(), skipped };
		const outcomes = { results, failures: new Map(), running: new Set<number>() };
		expect(countsOf(outcomes, unsent)).toMatchObject({ sent: 2, skipped: 1 });
		const senderOf = new Map([0, 1, 2].map((index) => [index, 'other']));
		expect(countSenders(outcomes, senderOf, 'usual', unsent)).toEqual(new Map([['other', 2]]));
		expect(describeOutcomes(outcomes, 9, true, skipped)).toBe(
			'Sent: rows 1, 3 (2 of 9). Skipped (opted out): row 2.',
		);
	});

	const failed = (outcome: Outcome) =>
		new ApiError({ what: '', todo: '', outcome, retryable: false });

	it.each<[number[], Array<[number, unknown]>, string]>([
		[[], [[0, failed('notAccepted')]], 'No row was sent for certain.'],
		[
			[],
			[[0, failed('unknown')]],
			'No row was sent for certain. May have been sent: row 1. Check before you run it again.',
		],
		[[3], [[4, new CancelledBeforeSending()]], 'Sent: row 4 (1 of 9).'],
		[
			[2, 0, 1, 4],
			[
				[3, failed('notAccepted')],
				[5, failed('unknown')],
				[6, new Error('x')],
				[7, failed('unknown')],
			],
			'Sent: rows 1–3, 5 (4 of 9). May have been sent: rows 6, 8. Check before you run them again.',
		],
	])('names the sent rows: %j', (sent, failures, words) => {
		const results = new Map(sent.map((index) => [index, []]));
		expect(
			describeOutcomes({ results, failures: new Map(failures), running: new Set() }, 9, true),
		).toBe(words);
	});

	it('counts a row in progress as one that may have been sent', () => {
		const outcomes = { results: new Map([[0, []]]), failures: new Map(), running: new Set([1]) };
		expect(describeOutcomes(outcomes, 9, true)).toMatch(
			/^Sent: row 1 .* May have been sent: row 2\./,
		);
	});

	it('does not say sent of an operation that sends no messages', () => {
		const outcomes = {
			results: new Map([[0, []]]),
			failures: new Map(),
			running: new Set<number>(),
		};
		expect(describeOutcomes(outcomes, 2, false)).toBe('Processed: row 1 (1 of 2).');
	});
});
