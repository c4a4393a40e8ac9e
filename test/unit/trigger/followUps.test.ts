import { ProcessStore } from '../../../nodes/memory/processStore';
import { Conversations } from '../../../nodes/shared/conversation/conversations';
import type { ConversationState } from '../../../nodes/shared/conversation/conversations';
import { eventNumberOf } from '../../../nodes/shared/triggerItem';
import { dueOf, silenceOf } from '../../../nodes/WhatsAppBusinessTrigger/followUps/dueOf';
import { FollowUpWatch } from '../../../nodes/WhatsAppBusinessTrigger/followUps/followUpWatch';
import type { FollowUpRequest } from '../../../nodes/WhatsAppBusinessTrigger/followUps/followUpWatch';
import type { OwnRequests } from '../../../nodes/WhatsAppBusinessTrigger/n8n/ownRequests';
import { kindsOf } from '../../../nodes/shared/events/eventKinds';
import {
	checkFollowUpFields,
	readFollowUpSettings,
} from '../../../nodes/WhatsAppBusinessTrigger/parameters/followUpSettings';
import { allFields, needsOf } from '../../../nodes/WhatsAppBusinessTrigger/parameters/neededFields';
import { phoneNumber, phoneNumberId } from './payloads';

const minute = 60_000;
const day = 1_440 * minute;
const start = Date.parse('2026-06-01T10:00:00Z');
const iso = (minutes: number | null) =>
	minutes === null ? null : new Date(start + minutes * minute).toISOString();

/** @param lastIn @param lastOut minutes after the start, null if never. */
function stateOf(lastIn: number | null, lastOut: number | null): ConversationState {
	return {
		...{ customer: phoneNumber, phoneNumberId, windowOpen: null },
		...{ lastMessageInAt: iso(lastIn), lastMessageOutAt: iso(lastOut) },
		windowOpenUntil: lastIn === null ? null : iso(lastIn + 1_440),
		...{ pausedUntil: null, pauseReason: null, optedOutAt: null, optOutReason: null },
	};
}

describe('When a conversation is inactive', () => {
	const due = (
		inactiveWhen: 'noReply' | 'nobodyWrites',
		lastIn: number | null,
		lastOut: number | null,
	) => {
		const settings = { inactiveAfter: 60 * minute, inactiveWhen, closesIn: undefined };
		return dueOf(stateOf(lastIn, lastOut), settings).map(({ event, at, before }) => {
			expect([event, before]).toEqual(['conversation_inactive', Infinity]);
			return (at - start) / minute;
		});
	};

	it.each([
		['after what we sent last', 0, 5, [65]],
		['after what we sent to somebody who never wrote', null, 5, [65]],
		['after our reply within the same second', 5, 5, [65]],
		['not if the customer wrote last', 5, 0, []],
		['not if the customer alone wrote', 5, null, []],
		['not if nothing is known', null, null, []],
	])('without a reply: %s', (_when, lastIn, lastOut, expected) => {
		expect(due('noReply', lastIn, lastOut)).toEqual(expected);
	});

	it.each([
		['after what we wrote last', 0, 5, [65]],
		['after what the customer wrote last', 5, 0, [65]],
		['after what the customer alone wrote', 5, null, [65]],
		['after what we alone wrote', null, 5, [65]],
		['not if nothing is known', null, null, []],
	])('if nobody writes: %s', (_when, lastIn, lastOut, expected) => {
		expect(due('nobodyWrites', lastIn, lastOut)).toEqual(expected);
	});
});

describe('When the window is closing', () => {
	const settings = {
		...{ inactiveAfter: undefined, inactiveWhen: 'noReply' as const, closesIn: 30 * minute },
	};

	it('is before the end of the window, and until then', () => {
		for (const state of [stateOf(0, null), stateOf(0, -5)]) {
			expect(dueOf(state, settings)).toEqual([
				{ event: 'window_closing', at: start + day - 30 * minute, before: start + day },
			]);
		}
	});

	it.each([
		['the last message has a reply', 0, 5],
		['it has one within the same second', 5, 5],
		['the customer never wrote', null, 5],
		['nothing is known', null, null],
	])('is never if %s', (_when, lastIn, lastOut) => {
		expect(dueOf(stateOf(lastIn, lastOut), settings)).toEqual([]);
	});
});

describe('A silence', () => {
	it('lasts until the customer writes', () => {
		const name = silenceOf(stateOf(0, 5), 'conversation_inactive');
		expect(silenceOf(stateOf(0, 70), 'conversation_inactive')).toBe(name);
		expect(silenceOf(stateOf(80, 70), 'conversation_inactive')).not.toBe(name);
		expect(silenceOf(stateOf(0, 5), 'window_closing')).not.toBe(name);
	});
});

describe('A clock that somebody has set back', () => {
	it('makes nothing late', async () => {
		const store = new ProcessStore();
		const sent: FollowUpRequest[] = [];
		const requests = {
			send: (request: FollowUpRequest) => {
				sent.push(request);
				return Promise.resolve(undefined);
			},
		} as unknown as OwnRequests;
		const settings = {
			...{ inactiveAfter: 60 * minute, inactiveWhen: 'noReply' as const, closesIn: undefined },
		};
		const earlier = Date.now();
		const since = earlier + day;
		const watched = { phoneNumberId, settings, since, atOnce: 100 };
		const watch = new FollowUpWatch(store, watched, requests, undefined, () => undefined);
		await watch.tick(since);
		const customer = { phoneNumberId, users: [phoneNumber] };
		await new Conversations(store).noteMessageOut(customer, new Date(earlier));
		await watch.tick(earlier + 55 * minute);
		expect(sent).toEqual([]);
		await watch.tick(earlier + 60 * minute);
		expect(sent).toMatchObject([{ due: [{ customer: phoneNumber }] }]);
	});
});

describe('The minutes', () => {
	const read = (events: string[], stored: Record<string, unknown> = {}) =>
		readFollowUpSettings(events, (name) => stored[name]);

	it('are not read unless an event needs them', () => {
		const fail = (): unknown => {
			throw new Error('read');
		};
		expect(readFollowUpSettings(['messages'], fail)).toBeUndefined();
		expect(() => checkFollowUpFields(kindsOf(['messages']), fail)).not.toThrow();
	});

	it('are those of the chosen events', () => {
		const [inactive, closing] = ['conversation_inactive', 'window_closing'];
		const defaults = { inactiveAfter: undefined, inactiveWhen: 'noReply', closesIn: undefined };
		expect(read([inactive])).toEqual({ ...defaults, inactiveAfter: 60 * minute });
		expect(read([closing], { closesIn: '5' })).toEqual({ ...defaults, closesIn: 5 * minute });
		const stored = { inactiveAfter: 10_080, inactiveWhen: 'nobodyWrites', closesIn: 1_439 };
		expect(read([inactive, closing], stored)).toEqual({
			...{ inactiveAfter: 7 * day, inactiveWhen: 'nobodyWrites', closesIn: day - minute },
		});
	});

	it.each([
		['conversation_inactive', { inactiveAfter: 0 }, 'Inactive After (Minutes)', 10_080],
		['conversation_inactive', { inactiveAfter: 10_081 }, 'Inactive After (Minutes)', 10_080],
		['conversation_inactive', { inactiveAfter: 'soon' }, 'Inactive After (Minutes)', 10_080],
		['window_closing', { closesIn: 1_440 }, 'Minutes Before the Window Closes', 1_439],
		['window_closing', { closesIn: 0.5 }, 'Minutes Before the Window Closes', 1_439],
	])('of %s are refused: %j', (event, stored: Record<string, unknown>, field, most) => {
		expect(() => checkFollowUpFields(kindsOf([event]), (name) => stored[name])).toThrow(
			`'${field}' is not a number from 1 to ${most}`,
		);
		// An expression may change later. The customer is not forgotten then.
		expect(read([event], stored)).toEqual(read([event]));
	});

	it('need the messages of both sides', () => {
		const kinds = kindsOf(['conversation_inactive']);
		expect(allFields(needsOf({ kinds, options: {} }))).toEqual([
			...['messages', 'smb_message_echoes', 'message_echoes'],
		]);
	});
});

describe('The item of a conversation', () => {
	it('names the number from which a reply goes out', () => {
		const number = { phoneNumberId, wabaId: null };
		const { raw, ...state } = { ...stateOf(0, 5), raw: {} };
		expect(eventNumberOf({ event: 'conversation_inactive', ...state })).toEqual(number);
		expect(eventNumberOf({ event: 'something', ...state })).toBeUndefined();
		expect(eventNumberOf(state)).toBeUndefined();
		expect(eventNumberOf({ event: 'message', ...state, raw })).toEqual(number);
	});
});
