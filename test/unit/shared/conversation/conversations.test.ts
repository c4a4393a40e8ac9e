import { LoggerProxy } from 'n8n-workflow';

import { ProcessStore } from '../../../../nodes/memory/processStore';
import {
	collectedKey,
	collectionName,
	collectionWayKey,
} from '../../../../nodes/shared/conversation/collectionKeys';
import { Conversations } from '../../../../nodes/shared/conversation/conversations';
import type { Customer } from '../../../../nodes/shared/conversation/conversations';
import { windowLength } from '../../../../nodes/shared/conversation/lifetimes';
import { Listening } from '../../../../nodes/shared/conversation/listening';

const phoneNumberId = '106540352242922';
const userId = 'US.13491208655302741918';
const minute = 60_000;

const numbered = (number: string): Customer => ({ phoneNumberId, users: [number] });
const pablo: Customer = { phoneNumberId, users: ['16505551234', userId] };
const byUserId: Customer = { phoneNumberId, users: [userId] };

function remembered() {
	const store = new ProcessStore();
	return { store, conversations: new Conversations(store) };
}

describe('Conversations', () => {
	it('knows nothing at first', async () => {
		expect(await remembered().conversations.stateOf(pablo)).toEqual({
			customer: '16505551234',
			phoneNumberId,
			windowOpen: null,
			windowOpenUntil: null,
			lastMessageInAt: null,
			lastMessageOutAt: null,
			pausedUntil: null,
			pauseReason: null,
			optedOutAt: null,
			optOutReason: null,
		});
	});

	it('opens the window for 24 hours after the last message of the customer', async () => {
		const { conversations } = remembered();
		const at = new Date();
		await conversations.noteMessageIn(pablo, at);
		const openUntil = at.getTime() + windowLength;
		expect(await conversations.stateOf(pablo, openUntil - 1)).toMatchObject({
			windowOpen: true,
			windowOpenUntil: new Date(openUntil).toISOString(),
			lastMessageInAt: at.toISOString(),
		});
		expect(await conversations.stateOf(pablo, openUntil)).toMatchObject({ windowOpen: false });
		expect(await conversations.isWindowClosed(pablo, openUntil - 1)).toBe(false);
		expect(await conversations.isWindowClosed(pablo, openUntil)).toBe(true);
	});

	describe('when no trigger was published for a while', () => {
		const twoDaysAgo = new Date(Date.now() - 2 * windowLength);

		it.each([
			['of the number', phoneNumberId],
			['of all numbers', undefined],
		])('does not know whether the window is closed (a trigger %s)', async (_what, number) => {
			const { store, conversations } = remembered();
			const listening = new Listening(store);
			await conversations.noteMessageIn(pablo, twoDaysAgo);
			await listening.begin(number);
			expect(await conversations.isWindowClosed(pablo)).toBe(true);
			await listening.end(number);
			for (const step of ['while it is off', 'after it is on again']) {
				expect([step, await conversations.isWindowClosed(pablo)]).toEqual([step, false]);
				expect(await conversations.stateOf(pablo)).toMatchObject({ windowOpen: null });
				expect(await conversations.all(phoneNumberId)).toMatchObject([{ windowOpen: null }]);
				await listening.begin(number);
			}
		});

		it('knows again after 24 hours', async () => {
			const { store, conversations } = remembered();
			const listening = new Listening(store);
			await conversations.noteMessageIn(pablo, twoDaysAgo);
			await listening.end(phoneNumberId);
			await listening.begin(phoneNumberId);
			jest.useFakeTimers({ now: Date.now() + windowLength, doNotFake: ['performance'] });
			expect(await conversations.isWindowClosed(pablo)).toBe(true);
			jest.useRealTimers();
		});

		it('knows an open window all the same', async () => {
			const { store, conversations } = remembered();
			await conversations.noteMessageIn(pablo, new Date());
			await new Listening(store).end(phoneNumberId);
			expect(await conversations.stateOf(pablo)).toMatchObject({ windowOpen: true });
		});
	});

	it('does not take the window for closed if nothing is remembered', async () => {
		expect(await remembered().conversations.isWindowClosed(pablo, Infinity)).toBe(false);
	});

	it.each([
		['noteMessageIn', 'lastMessageInAt'],
		['noteMessageOut', 'lastMessageOutAt'],
	] as const)('keeps the latest time of %s, in whichever order they come', async (note, key) => {
		const { conversations } = remembered();
		const times = [2, 5, 1, 4, 3].map((minutes) => new Date(Date.now() - minutes * minute));
		await Promise.all(times.map((at) => conversations[note](pablo, at)));
		const latest = new Date(Math.max(...times.map((at) => at.getTime())));
		expect((await conversations.stateOf(pablo))[key]).toBe(latest.toISOString());
	});

	it.each([
		['+52 1 55 1234 5678', '525512345678'],
		['+54 9 11 1234-5678', '541112345678'],
		['+55 11 98765-4321', '551187654321'],
		[userId, '16505551234'],
	])('finds %s, however the customer is named', async (one, other) => {
		const { conversations } = remembered();
		await conversations.noteMessageIn(pablo, new Date());
		await conversations.optOut(numbered(other), 'Wrote STOP');
		expect(await conversations.optedOut(numbered(one))).toMatchObject({ reason: 'Wrote STOP' });
	});

	it('does not mix up customers or numbers of the business', async () => {
		const { conversations } = remembered();
		await conversations.optOut(pablo, 'Wrote STOP');
		expect(await conversations.optedOut(numbered('16505551235'))).toBeUndefined();
		expect(await conversations.optedOut({ ...pablo, phoneNumberId: '1' })).toBeUndefined();
	});

	it('ends a pause by itself, by resuming, and by a pause in the past', async () => {
		const { conversations } = remembered();
		const until = new Date(Date.now() + minute);
		await conversations.pause(pablo, until, 'Ada takes over');
		expect(await conversations.pausedUntil(byUserId)).toBeUndefined();
		expect(await conversations.pausedUntil(pablo)).toBe(until.toISOString());
		await conversations.resume(pablo);
		expect(await conversations.pausedUntil(pablo)).toBeUndefined();
		await conversations.pause(pablo, until, 'Ada takes over');
		await conversations.pause(pablo, new Date(Date.now() - 1), 'Over');
		expect(await conversations.pausedUntil(pablo)).toBeUndefined();
	});

	it('keeps the first opt-out until the customer opts in', async () => {
		const { conversations } = remembered();
		await conversations.optOut(pablo, 'Wrote STOP');
		await conversations.optOut(pablo, 'Asked on the phone');
		expect(await conversations.optedOut(pablo)).toMatchObject({ reason: 'Wrote STOP' });
		await conversations.optIn(pablo);
		expect(await conversations.optedOut(pablo)).toBeUndefined();
	});

	describe('knows the latest choice of the customer, in whichever order they come', () => {
		const [early, late] = [new Date('2026-11-01T10:00:00Z'), new Date('2026-11-01T11:00:00Z')];
		type Step = (conversations: Conversations) => Promise<void>;
		const out =
			(at: Date): Step =>
			(conversations) =>
				conversations.optOut(pablo, 'Wrote STOP', at);
		const back =
			(at: Date): Step =>
			(conversations) =>
				conversations.optIn(pablo, at);
		const refused =
			(at: Date): Step =>
			(conversations) =>
				conversations.noteRefusal(pablo, 'Refused', at);

		it.each<[string, Step[], string | undefined]>([
			['out, in', [out(early), back(late)], undefined],
			['in, out', [back(early), out(late)], 'Wrote STOP'],
			['an older opt-out comes again after the opt-in', [back(late), out(early)], undefined],
			['an older opt-in comes again after the opt-out', [out(late), back(early)], 'Wrote STOP'],
			['out in the second of the opt-in', [back(new Date(+late + 400)), out(late)], 'Wrote STOP'],
			['refused, in', [refused(early), back(late)], undefined],
			['refused after the opt-in', [back(early), refused(late)], 'Refused'],
			['an older refusal after the opt-in', [back(late), refused(early)], undefined],
			['refused, out', [refused(early), out(late)], 'Wrote STOP'],
			['out, refused', [out(early), refused(late)], 'Wrote STOP'],
		])('%s', async (_what, steps, reason) => {
			const { conversations } = remembered();
			for (const step of steps) await step(conversations);
			expect((await conversations.optedOut(pablo))?.reason).toBe(reason);
			const state = await conversations.stateOf(pablo);
			expect([state.optOutReason, state.optedOutAt === null]).toEqual([
				reason ?? null,
				reason === undefined,
			]);
		});
	});

	it('makes a pause longer, never shorter', async () => {
		const { conversations } = remembered();
		const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minute);
		await conversations.pauseAtLeast(pablo, inMinutes(-1), 'Over');
		expect(await conversations.pausedUntil(pablo)).toBeUndefined();
		const [short, long] = [inMinutes(5), inMinutes(60)];
		await conversations.pauseAtLeast(pablo, short, 'Wrote');
		expect(await conversations.pausedUntil(pablo)).toBe(short.toISOString());
		await conversations.pauseAtLeast(pablo, long, 'Wrote');
		await conversations.pauseAtLeast(pablo, short, 'Wrote');
		expect(await conversations.pausedUntil(pablo)).toBe(long.toISOString());
	});

	it('forgets all of a customer and nothing of others, by whichever name', async () => {
		const { store, conversations } = remembered();
		const other = numbered('4915112345678');
		for (const customer of [pablo, other]) {
			await conversations.noteMessageIn(customer, new Date());
			await conversations.noteMessageOut(customer, new Date());
			await conversations.pause(customer, new Date(Date.now() + minute), 'Ada takes over');
			await conversations.optOut(customer, 'Wrote STOP');
		}
		expect(await conversations.forget(numbered('16505551234'))).toMatchObject({
			deleted: true,
			deletedData: ['lastMessages', 'pause', 'preference', 'userId'],
		});
		const keys = [...(await store.entries('')).keys()];
		expect(keys).toHaveLength(4);
		expect(keys.every((key) => key.includes('4915112345678'))).toBe(true);
	});

	it('forgets what is collected, in every trigger, and leaves what others wrote', async () => {
		const { store, conversations } = remembered();
		const keysOf = (scope: string, name: string) => {
			const collection = collectionName(phoneNumberId, name);
			return [collectedKey(scope, collection), collectionWayKey(scope, collection)] as const;
		};
		for (const scope of ['one', 'other']) {
			for (const name of ['16505551234', '216505551234', userId]) {
				const [list, way] = keysOf(scope, name);
				await store.push(list, 'message', minute, 10);
				await store.set(way, '{}', minute);
			}
		}
		await conversations.noteMessageIn(pablo, new Date());
		const { deletedData } = await conversations.forget(byUserId);
		expect(deletedData).toEqual(['lastMessages', 'collectedMessages', 'userId']);
		for (const scope of ['one', 'other']) {
			for (const name of ['16505551234', userId]) {
				const [list, way] = keysOf(scope, name);
				expect(await store.list(list)).toEqual([]);
				expect(await store.get(way)).toBeUndefined();
			}
			const [list, way] = keysOf(scope, '216505551234');
			expect(await store.list(list)).toEqual(['message']);
			expect(await store.get(way)).toBe('{}');
		}
	});

	it('forgets one number after the other, also by the user ID', async () => {
		const { store, conversations } = remembered();
		const other = { phoneNumberId: `${phoneNumberId}0` };
		await conversations.noteMessageIn(pablo, new Date());
		await conversations.noteMessageIn({ ...pablo, ...other }, new Date());
		expect((await conversations.forget(byUserId)).deletedData).toEqual(['lastMessages']);
		const last = { ...byUserId, ...other };
		expect((await conversations.forget(last)).deletedData).toEqual(['lastMessages', 'userId']);
		expect(await store.entries('')).toEqual(new Map());
		expect(await conversations.forget(last)).toMatchObject({ deleted: false, deletedData: [] });
	});

	it('forgets the user ID of a customer who has not written for long', async () => {
		const { store, conversations } = remembered();
		await conversations.noteMessageIn(pablo, new Date());
		await store.delete(`conversation:${phoneNumberId}:16505551234:in`);
		const { deletedData } = await conversations.forget(numbered('16505551234'));
		expect(deletedData).toEqual(['userId']);
		expect(await store.entries('')).toEqual(new Map());
	});

	it('forgets what was noted before the number was known', async () => {
		const { store, conversations } = remembered();
		await conversations.optOut(byUserId, 'Wrote STOP');
		await conversations.noteMessageIn(pablo, new Date());
		await conversations.forget(numbered('16505551234'));
		expect(await store.entries('')).toEqual(new Map());
	});

	it.each([
		['no JSON', 'no JSON'],
		['a list', '[]'],
		['a wrong time', '{"at":"soon","until":"soon"}'],
		['a time that is too late', '{"at":"+275760-09-13T00:00:00Z","until":7}'],
	])('knows nothing if what it has is %s', async (_what, text) => {
		const warn = jest.spyOn(LoggerProxy, 'warn').mockImplementation(() => undefined);
		const { store, conversations } = remembered();
		const customer = numbered('4');
		for (const part of ['in', 'out', 'paused']) {
			await store.set(`conversation:${phoneNumberId}:4:${part}`, text, minute);
		}
		expect(await conversations.windowOpenUntil(customer)).toBeNull();
		expect(await conversations.isWindowClosed(customer)).toBe(false);
		expect(await conversations.pausedUntil(customer)).toBeUndefined();
		expect(await conversations.stateOf(customer)).toMatchObject({ windowOpenUntil: null });
		expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
		warn.mockRestore();
	});

	it('lists the conversations of a number, and survives what it cannot read', async () => {
		const { store, conversations } = remembered();
		await conversations.noteMessageIn(numbered('2'), new Date());
		await conversations.optOut(numbered('1'), 'Wrote STOP');
		await conversations.optOut({ phoneNumberId: `${phoneNumberId}0`, users: ['3'] }, 'Wrote STOP');
		await store.set(`conversation:${phoneNumberId}:4:in`, 'no JSON', minute);
		await store.set(`conversation:${phoneNumberId}:4:somethingNew`, '{}', minute);
		const listed = await conversations.all(phoneNumberId);
		expect(listed.map(({ customer }) => customer)).toEqual(['1', '2', '4']);
		expect(listed[2]).toMatchObject({ windowOpen: null, lastMessageInAt: null });
	});
});
