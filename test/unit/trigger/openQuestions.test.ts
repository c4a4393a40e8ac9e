import { LoggerProxy } from 'n8n-workflow';

import { parseJson } from '../../../nodes/graphApi/json';
import { ProcessStore } from '../../../nodes/memory/processStore';
import {
	OpenQuestions,
	questionsPerCustomer,
	type StoredQuestions,
} from '../../../nodes/shared/openQuestions';

const phone = '106540352242922';
const customer = '16505551234';
const userId = 'US.13491208655302741918';
const question = (token: string, second: number, until?: number) => ({
	token,
	messageId: `wamid.${token}`,
	sentAt: new Date(1_800_000_000_000 + second * 1000).toISOString(),
	until,
});
let store: ProcessStore;
/** The questions of a trigger as each process of n8n knows them. */
const open = () => new OpenQuestions(store, 'a trigger');
const tokens = async (users = [customer], now?: number) =>
	(await open().of(phone, users, now)).map(({ token }) => token);

const damaged: Array<[string, string]> = [
	['no JSON', '{"token":'],
	['nothing', 'null'],
	['a list', '[]'],
	['a question without a time', '{"token":"t","messageId":"m"}'],
	['a question with a wrong time', '{"token":"t","messageId":"m","sentAt":"soon"}'],
	['a question with a wrong token', '{"token":{},"messageId":"m","sentAt":"2026-01-01T00:00:00Z"}'],
];
/** The static data of an earlier version, with something else in the place of a question. */
const damagedQuestions = (text: string) =>
	({ openQuestions: { [`${phone} 9`]: [parseJson(text)] } }) as unknown as StoredQuestions;

beforeEach(() => {
	jest.spyOn(LoggerProxy, 'warn').mockImplementation(() => undefined);
	store = new ProcessStore();
});

describe('OpenQuestions', () => {
	it('returns the newest question first, in any order of statuses', async () => {
		for (const [token, second] of [
			['first', 1],
			['third', 3],
			['second', 2],
		] as const) {
			await open().add(phone, customer, question(token, second));
		}
		expect(await tokens()).toEqual(['third', 'second', 'first']);
	});

	it('returns the last added question first if both were sent in the same second', async () => {
		for (const token of ['one', 'two', 'three']) {
			await open().add(phone, customer, question(token, 1));
		}
		expect(await tokens()).toEqual(['three', 'two', 'one']);
	});

	it('writes a question once, even if it has several statuses', async () => {
		const push = jest.spyOn(store, 'push');
		await open().add(phone, customer, question('one', 1));
		await open().add(phone, `+${customer}`, question('one', 2));
		expect(push).toHaveBeenCalledTimes(1);
		expect(await open().of(phone, [customer])).toEqual([question('one', 1)]);
	});

	it('keeps customers, phone numbers and triggers apart', async () => {
		await open().add(phone, customer, question('one', 1));
		expect(await tokens(['16505551235'])).toEqual([]);
		expect(await open().of('999', [customer])).toEqual([]);
		expect(await new OpenQuestions(store, 'another').of(phone, [customer])).toEqual([]);
	});

	it('does not reopen a question for a status that arrives after the reply', async () => {
		await open().add(phone, customer, question('one', 1));
		await open().close('one', undefined);
		await open().add(phone, customer, question('one', 1));
		expect(await tokens()).toEqual([]);
	});

	it('does not open a question for a status that arrives after its failure', async () => {
		await open().close('failed', undefined);
		await open().add(phone, customer, question('failed', 1));
		expect(await tokens()).toEqual([]);
	});

	it('returns each question once, newest first, for all identifiers of the customer', async () => {
		await open().add(phone, customer, question('one', 1));
		await open().add(phone, customer, question('two', 2));
		for (const user of [customer, userId]) await open().add(phone, user, question('three', 3));
		await open().add(phone, userId, question('four', 4));
		expect(await tokens([customer, userId])).toEqual(['four', 'three', 'two', 'one']);
	});

	it('drops questions whose wait has ended', async () => {
		const until = Math.floor(Date.now() / 1000) + 3600;
		await open().add(phone, customer, question('one', 1, until));
		expect(await tokens([customer], until * 1000 - 1)).toEqual(['one']);
		expect(await tokens([customer], until * 1000)).toEqual([]);
	});

	it('forgets them when the last wait has ended, and those without a limit after a year', async () => {
		jest.useFakeTimers();
		const in1Hour = Math.floor(Date.now() / 1000) + 3600;
		await open().add(phone, customer, question('for ever', 1));
		await open().add(phone, customer, question('an hour', 2, in1Hour));
		await open().add(phone, userId, question('closed', 3, in1Hour));
		await open().close('closed', in1Hour);
		jest.setSystemTime(in1Hour * 1000 + 1);
		expect(await tokens([customer, userId])).toEqual(['for ever']);
		jest.setSystemTime(Date.now() + 366 * 86_400_000);
		const everything = await store.entries('');
		expect([everything.size, await tokens()]).toEqual([0, []]);
		jest.useRealTimers();
	});

	it('keeps the newest questions to each customer', async () => {
		for (let index = 0; index <= questionsPerCustomer; index++) {
			await open().add(phone, customer, question(`q${index}`, index));
		}
		const found = await tokens();
		expect([found.length, found[0], found.at(-1)]).toEqual([20, 'q20', 'q1']);
	});

	it.each(damaged)('ignores %s that somebody has put there', async (_what, text) => {
		const push = jest.spyOn(store, 'push');
		await open().add(phone, customer, question('one', 1));
		const [key = ''] = push.mock.calls[0] ?? [];
		await store.push(key, text, 60_000, 10);
		expect(await tokens()).toEqual(['one']);
		await open().takeOver(damagedQuestions(text));
		expect(await tokens(['9'])).toEqual([]);
	});

	it('takes over what earlier versions have stored, once each', async () => {
		const stored = {
			openQuestions: {
				[`${phone} ${customer}`]: [question('one', 1), question('two', 1)],
				[`${phone} ${userId}`]: [question('two', 1), question('three', 2)],
			},
		};
		await open().add(phone, customer, question('one', 1));
		await open().close('three', undefined);
		await Promise.all([open().takeOver(stored), open().takeOver(stored)]);
		expect(await tokens([customer, userId])).toEqual(['two', 'one']);
		expect(await tokens([userId])).toEqual(['two']);
	});
});
