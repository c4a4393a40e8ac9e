import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

type Case = [subject: string, at: string, now: string, expected: RegExp];

const days: Case[] = [
	['an hour ago', '2027-03-10T11:00', '2027-03-10T12:00', /^Today$/],
	['shortly before midnight', '2027-02-28T23:59', '2027-03-01T00:01', /^Yesterday$/],
	['a day of 23 hours', '2027-03-14T12:00', '2027-03-15T00:30', /^Yesterday$/],
	['the day before one of 23 hours', '2027-03-13T23:45', '2027-03-15T00:30', /^March 13, 2027$/],
	['the day before one of 25 hours', '2027-11-06T12:00', '2027-11-07T23:30', /^Yesterday$/],
];
const times: Case[] = [
	['later today', '2027-03-10T13:00', '2027-03-10T12:00', /^0?1:00/],
	['in a day of 23 hours', '2027-03-14T12:00', '2027-03-13T23:30', /^tomorrow 12:00/],
	['after a day of 25 hours', '2027-11-08T00:05', '2027-11-07T00:10', /^tomorrow 12:05/],
	['the day after tomorrow', '2027-03-12T00:05', '2027-03-10T23:55', /^Mar 12, 12:05/],
];

/** The page's texts, from a process in a time zone whose clocks change: jest cannot change its own. */
function inNewYork(name: 'dayOf' | 'until', cases: Case[]): string[] {
	const script = `
		const format = require('./simulator/phone/page/format')[${JSON.stringify(name)}];
		const texts = ${JSON.stringify(cases)}.map(([, at, now]) => format(Date.parse(at), Date.parse(now)));
		console.log(JSON.stringify(texts));`;
	const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
		cwd: join(__dirname, '../..'),
		env: { ...process.env, TZ: 'America/New_York', LC_ALL: 'en_US.UTF-8' },
		encoding: 'utf8',
	});
	return JSON.parse(output) as string[];
}

describe('the dates of the phone page', () => {
	it.each([
		['dayOf', days],
		['until', times],
	] as const)('stay right when the clocks change: %s', (name, cases) => {
		const texts = inNewYork(name, cases);
		expect(texts).toHaveLength(cases.length);
		for (const [index, [subject, , , expected]] of cases.entries())
			expect([subject, texts[index]]).toEqual([subject, expect.stringMatching(expected)]);
	});
});
