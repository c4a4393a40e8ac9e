import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';
import {
	limitWaitTime,
	readWaitLimit,
} from '../../../nodes/WhatsAppBusiness/sendAndWait/waitLimit';

const now = Date.parse('2026-11-21T12:00:00Z');
const read = (values: Record<string, unknown> | undefined, timezone = 'UTC') =>
	readWaitLimit(
		new Parameters([limitWaitTime], {
			value: () => (values === undefined ? undefined : { values }),
			binary: () => undefined,
			timezone,
		}),
		now,
	);
const interval = (resumeAmount: unknown, resumeUnit = 'days') =>
	read({ limitType: 'afterTimeInterval', resumeAmount, resumeUnit });
const at = (maxDateAndTime: string, timezone?: string) =>
	read({ limitType: 'atSpecifiedTime', maxDateAndTime }, timezone)?.toISOString();

describe('readWaitLimit', () => {
	it('has no limit without the option', () => {
		expect(read(undefined)).toBeUndefined();
	});

	it.each([
		[30, 'minutes', '2026-11-21T12:30:00.000Z'],
		[1.5, 'hours', '2026-11-21T13:30:00.000Z'],
		['2', 'days', '2026-11-23T12:00:00.000Z'],
		[366, 'days', '2027-11-22T12:00:00.000Z'],
	])('ends after %p %s', (amount, unit, end) => {
		expect(interval(amount, unit)?.toISOString()).toBe(end);
	});

	it.each([
		[-1, 'days'],
		[367, 'days'],
		[366 * 24 + 1, 'hours'],
		[366 * 24 * 60 + 1, 'minutes'],
	])('refuses an interval of %p %s', (amount, unit) => {
		expect(() => interval(amount, unit)).toThrow(/'Amount' is out of range/);
	});

	it.each([
		['2026-11-22T09:00:00', 'Europe/Berlin', '2026-11-22T08:00:00.000Z'],
		['2026-11-22T09:00:00', 'America/New_York', '2026-11-22T14:00:00.000Z'],
		['2026-11-22T09:00:00+05:30', 'America/New_York', '2026-11-22T03:30:00.000Z'],
		['2026-11-22T09:00:00Z', 'America/New_York', '2026-11-22T09:00:00.000Z'],
	])('ends at %s in the time zone %s', (time, timezone, end) => {
		expect(at(time, timezone)).toBe(end);
	});

	it.each([
		['2026-11-21T12:30:00', 'Europe/Berlin', /'Max Date and Time' is in the past/],
		['2026-11-21T12:00:00Z', 'UTC', /'Max Date and Time' is in the past/],
		['', 'UTC', /'Max Date and Time' is empty/],
		['tomorrow', 'UTC', /'Max Date and Time'/],
	])('refuses the time %p in the time zone %s', (time, timezone, problem) => {
		expect(() => at(time, timezone)).toThrow(problem);
	});
});
