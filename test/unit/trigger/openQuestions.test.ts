import {
	QuestionsInMemory,
	OpenQuestions,
} from '../../../nodes/WhatsAppBusinessTrigger/replies/openQuestions';
import type { StoredQuestions } from '../../../nodes/WhatsAppBusinessTrigger/replies/openQuestions';

const phone = '106540352242922';
const customer = '16505551234';
const question = (token: string, second: number, until?: number) => ({
	token,
	messageId: `wamid.${token}`,
	sentAt: new Date(1_800_000_000_000 + second * 1000).toISOString(),
	until,
});
const tokens = (questions: OpenQuestions, now?: number) =>
	questions.of(phone, [customer], now).map(({ token }) => token);

describe('OpenQuestions', () => {
	it('returns the newest question first, in any order of statuses', () => {
		const questions = new OpenQuestions({});
		for (const [token, second] of [
			['first', 1],
			['third', 3],
			['second', 2],
		] as const) {
			questions.add(phone, customer, question(token, second));
		}
		expect(tokens(questions)).toEqual(['third', 'second', 'first']);
	});

	it('returns the last added question first if both were sent in the same second', () => {
		const stored: StoredQuestions = {};
		for (const token of ['one', 'two', 'three']) {
			new OpenQuestions(stored).add(phone, customer, question(token, 1));
		}
		expect(tokens(new OpenQuestions(stored))).toEqual(['three', 'two', 'one']);
	});

	it('writes a question once, even if it has several statuses', () => {
		const stored: StoredQuestions = {};
		const questions = new OpenQuestions(stored);
		questions.add(phone, customer, question('one', 1));
		const written = stored.openQuestions;
		expect(Object.values(written ?? {})).toEqual([[question('one', 1)]]);
		questions.add(phone, `+${customer}`, question('one', 2));
		expect(stored.openQuestions).toBe(written);
	});

	it('writes nothing for a reply to a question that was never open', () => {
		const stored: StoredQuestions = {};
		new OpenQuestions(stored).close('of a button');
		expect(stored).toEqual({});
	});

	it('keeps customers and phone numbers apart', () => {
		const questions = new OpenQuestions({});
		questions.add(phone, customer, question('one', 1));
		expect(questions.of(phone, ['16505551235'])).toEqual([]);
		expect(questions.of('999', [customer])).toEqual([]);
	});

	it('returns the same questions after a restart', () => {
		const stored: StoredQuestions = {};
		const before = new OpenQuestions(stored);
		before.add(phone, customer, question('one', 1));
		before.add(phone, customer, question('two', 2));
		before.close('two');
		const fromDatabase = JSON.parse(JSON.stringify(stored)) as StoredQuestions;
		expect(tokens(new OpenQuestions(fromDatabase))).toEqual(['one']);
	});

	it('keeps questions if another process writes at the same time', () => {
		const [one, other] = [new QuestionsInMemory(), new QuestionsInMemory()];
		new OpenQuestions({}, one).add(phone, customer, question('one', 1));
		// Written last, so the database contains nothing else.
		const database: StoredQuestions = {};
		new OpenQuestions(database, other).add(phone, customer, question('other', 2));
		const found = new OpenQuestions(database, one);
		expect(tokens(found)).toEqual(['other', 'one']);
		found.add(phone, customer, question('third', 3));
		expect(tokens(new OpenQuestions(database, other))).toEqual(['third', 'other', 'one']);
	});

	it('does not reopen a question for a status that arrives after the reply', () => {
		const [stored, known]: [StoredQuestions, QuestionsInMemory] = [{}, new QuestionsInMemory()];
		const questions = new OpenQuestions(stored, known);
		questions.add(phone, customer, question('one', 1));
		questions.close('one');
		const written = stored.openQuestions;
		new OpenQuestions(stored, known).add(phone, customer, question('one', 1));
		expect(stored.openQuestions).toBe(written);
		expect(tokens(new OpenQuestions(stored, known))).toEqual([]);
	});

	it('does not reopen a question that another process wrote before the reply', () => {
		const [one, database]: [QuestionsInMemory, StoredQuestions] = [new QuestionsInMemory(), {}];
		new OpenQuestions(database, one).add(phone, customer, question('one', 1));
		const before = JSON.parse(JSON.stringify(database)) as StoredQuestions;
		new OpenQuestions(database, one).close('one');
		expect(tokens(new OpenQuestions(before, one))).toEqual([]);
	});

	it('returns each question once, newest first, for all identifiers of the customer', () => {
		const questions = new OpenQuestions({});
		const userId = 'US.13491208655302741918';
		questions.add(phone, customer, question('one', 1));
		questions.add(phone, customer, question('two', 2));
		for (const user of [customer, userId]) questions.add(phone, user, question('three', 3));
		questions.add(phone, userId, question('four', 4));
		const found = questions.of(phone, [customer, userId]).map(({ token }) => token);
		expect(found).toEqual(['four', 'three', 'two', 'one']);
	});

	it('drops questions whose wait has ended', () => {
		const questions = new OpenQuestions({});
		const until = 1_900_000_000;
		questions.add(phone, customer, question('one', 1, until));
		expect(tokens(questions, until * 1000 - 1)).toEqual(['one']);
		expect(tokens(questions, until * 1000)).toEqual([]);
	});

	it('keeps the newest 2,000 questions, each once, for all identifiers of the customer', () => {
		const users = (index: number) => [String(10_000_000 + index), `US.${index}`];
		const full = Array.from({ length: 2000 }, (_, index) =>
			users(index).map((user) => [`${phone} ${user}`, [question(`q${index}`, index)]]),
		);
		const questions = new OpenQuestions({
			openQuestions: Object.fromEntries(full.flat()) as never,
		});
		for (const user of users(2000)) questions.add(phone, user, question('q2000', 2000));
		const left = (index: number) => users(index).map((user) => questions.of(phone, [user]).length);
		expect([0, 1, 2000].map(left)).toEqual([
			[0, 0],
			[1, 1],
			[1, 1],
		]);
	});

	it('does not open a question for a status that arrives after its failure', () => {
		const questions = new OpenQuestions({});
		questions.close('failed');
		questions.add(phone, customer, question('failed', 1));
		expect(tokens(questions)).toEqual([]);
	});
});
