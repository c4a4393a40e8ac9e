import { indexRanges, runHint } from '../../nodes/WhatsAppBusiness/runHint';

const facts = { sent: 1, failed: 0, retries: 0, throttled: 0, seconds: 0.2 };

it('says nothing about one message that went through', () => {
	expect(runHint(facts)).toBeUndefined();
});

it.each([
	[{ ...facts, retries: 1 }, 'info', '1 sent, 0 failed, 1 tried again, 0.2 s'],
	[
		{ sent: 998, failed: 2, retries: 13, throttled: 12, seconds: 12.64 },
		'warning',
		'998 sent, 2 failed, 13 tried again, 12 times too fast for WhatsApp, 12.6 s, 79 per second',
	],
])('sums a run up: %j', (run, type, message) => {
	expect(runHint(run)).toEqual({ message, type, location: 'outputPane' });
});

it.each([
	[[], ''],
	[[3], '3'],
	[[2, 0, 1, 4], '0–2, 4'],
])('gives the items %j as "%s"', (indexes, text) => {
	expect(indexRanges(indexes)).toBe(text);
});
