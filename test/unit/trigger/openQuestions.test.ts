import { OpenQuestions } from '../../../nodes/WhatsAppBusinessTrigger/answers/openQuestions';
import type { Stored } from '../../../nodes/WhatsAppBusinessTrigger/answers/openQuestions';

const phone = '106540352242922';
const customer = '16505551234';
const question = (token: string, second: number, until?: number) => ({
	token,
	messageId: `wamid.${token}`,
	sentAt: new Date(1_800_000_000_000 + second * 1000).toISOString(),
	until,
});
const tokens = (questions: OpenQuestions, stored: Stored, now?: number) =>
	questions.of(phone, customer, stored, now).map(({ token }) => token);

it('gives the newest question first, whichever status came first', () => {
	const [questions, stored] = [new OpenQuestions(), {}];
	for (const [token, second] of [
		['first', 1],
		['third', 3],
		['second', 2],
	] as const) {
		expect(questions.add(phone, customer, question(token, second), stored)).toBe(true);
	}
	expect(tokens(questions, stored)).toEqual(['third', 'second', 'first']);
});

it('writes once, however many statuses a question has', () => {
	const [questions, stored] = [new OpenQuestions(), {}];
	expect(questions.add(phone, customer, question('one', 1), stored)).toBe(true);
	expect(questions.add(phone, `+${customer}`, question('one', 2), stored)).toBe(false);
});

it('tells customers and numbers apart', () => {
	const [questions, stored] = [new OpenQuestions(), {}];
	questions.add(phone, customer, question('one', 1), stored);
	expect(questions.of(phone, '16505551235', stored)).toEqual([]);
	expect(questions.of('999', customer, stored)).toEqual([]);
});

it('knows after a restart what it knew before', () => {
	const stored: Stored = {};
	const before = new OpenQuestions();
	before.add(phone, customer, question('one', 1), stored);
	before.add(phone, customer, question('two', 2), stored);
	before.close('two', stored);
	const fromDatabase = JSON.parse(JSON.stringify(stored)) as Stored;
	expect(tokens(new OpenQuestions(), fromDatabase)).toEqual(['one']);
});

it('loses nothing to another process that wrote at the same time', () => {
	const [one, other] = [new OpenQuestions(), new OpenQuestions()];
	const loadedByOne: Stored = {};
	const loadedByOther: Stored = {};
	one.add(phone, customer, question('one', 1), loadedByOne);
	// Written last, and so all that the database has.
	other.add(phone, customer, question('other', 2), loadedByOther);
	expect(tokens(one, loadedByOther)).toEqual(['other', 'one']);
	one.add(phone, customer, question('third', 3), loadedByOther);
	expect(tokens(other, loadedByOther)).toEqual(['third', 'other', 'one']);
});

it('is not opened again by a status that comes after the answer', () => {
	const [questions, stored] = [new OpenQuestions(), {}];
	questions.add(phone, customer, question('one', 1), stored);
	questions.close('one', stored);
	expect(questions.add(phone, customer, question('one', 1), stored)).toBe(false);
	expect(tokens(questions, stored)).toEqual([]);
});

it('forgets what is waited for no longer', () => {
	const [questions, stored] = [new OpenQuestions(), {} as Stored];
	const until = 1_900_000_000;
	questions.add(phone, customer, question('one', 1, until), stored);
	expect(tokens(questions, stored, until * 1000 - 1)).toEqual(['one']);
	expect(tokens(questions, stored, until * 1000)).toEqual([]);
});

it('keeps the newest 2,000', () => {
	const [questions, stored] = [new OpenQuestions(), {}];
	for (let index = 0; index <= 2000; index++) {
		questions.add(phone, String(10_000_000 + index), question(`q${index}`, index), stored);
	}
	expect(questions.of(phone, '10000000', stored)).toEqual([]);
	expect(questions.of(phone, '10000001', stored)).toHaveLength(1);
	expect(questions.of(phone, '10002000', stored)).toHaveLength(1);
});
