import { ProcessStore } from '../../../nodes/memory/processStore';
import {
	SeenEvents,
	StillPending,
} from '../../../nodes/WhatsAppBusinessTrigger/duplicates/seenEvents';

const lifetime = 8 * 86_400_000;
let store: ProcessStore;
/** The events of a trigger as each process of n8n knows them. */
const seen = () => new SeenEvents(store, 'seen:a trigger:', lifetime);
const takenOf = async (events: string[]) => [...(await seen().take(events)).names];

beforeEach(() => {
	jest.useFakeTimers();
	store = new ProcessStore();
});
afterEach(() => jest.useRealTimers());

describe('SeenEvents', () => {
	it('takes each event once, also if a delivery has it twice', async () => {
		const first = await seen().take(['a', 'b', 'a']);
		expect([...first.names]).toEqual(['a', 'b']);
		await first.finish();
		expect(await takenOf(['a', 'b', 'c'])).toEqual(['c']);
	});

	it('keeps triggers apart', async () => {
		await (await seen().take(['a'])).finish();
		const other = new SeenEvents(store, 'seen:another:', lifetime);
		expect([...(await other.take(['a'])).names]).toEqual(['a']);
	});

	it('takes what was released again', async () => {
		await (await seen().take(['a'])).release();
		await jest.advanceTimersByTimeAsync(1);
		expect(await takenOf(['a'])).toEqual(['a']);
	});

	it('waits for somebody who has an event in hand, and starts nothing with it', async () => {
		const first = await seen().take(['a']);
		const second = takenOf(['a', 'b']);
		await jest.advanceTimersByTimeAsync(1_000);
		await first.finish();
		await jest.advanceTimersByTimeAsync(2_000);
		expect(await second).toEqual(['b']);
	});

	it('takes over an event that somebody releases', async () => {
		const first = await seen().take(['a']);
		const second = takenOf(['a']);
		await jest.advanceTimersByTimeAsync(1_000);
		await first.release();
		await jest.advanceTimersByTimeAsync(2_000);
		expect(await second).toEqual(['a']);
	});

	it('gives up after 3 seconds, and leaves the other events to the next delivery', async () => {
		await seen().take(['a']);
		const second = expect(takenOf(['a', 'b'])).rejects.toThrow(StillPending);
		await jest.advanceTimersByTimeAsync(3_000);
		await second;
		await jest.advanceTimersByTimeAsync(1);
		expect(await takenOf(['b'])).toEqual(['b']);
	});

	it('holds an event while its process lives, however long that takes', async () => {
		await seen().take(['a']);
		for (let minute = 0; minute < 10; minute++) {
			await jest.advanceTimersByTimeAsync(60_000);
			expect(await seen().state('a')).toBe('pending');
		}
	});

	it('takes an event 30 seconds after its process has ended', async () => {
		await seen().take(['a']);
		// It renews nothing any more.
		jest.clearAllTimers();
		await jest.advanceTimersByTimeAsync(29_000);
		expect(await seen().state('a')).toBe('pending');
		await jest.advanceTimersByTimeAsync(1_000);
		expect(await takenOf(['a'])).toEqual(['a']);
	});

	it('does not release what somebody else has in hand by now', async () => {
		const first = await seen().take(['a']);
		jest.clearAllTimers();
		await jest.advanceTimersByTimeAsync(30_000);
		const second = await seen().take(['a']);
		await first.release();
		await jest.advanceTimersByTimeAsync(1);
		expect(await seen().state('a')).toBe('pending');
		await second.finish();
		expect(await seen().state('a')).toBe('done');
	});

	it('knows an event as long as Meta may deliver it', async () => {
		await (await seen().take(['a'])).finish();
		jest.setSystemTime(Date.now() + lifetime - 1);
		expect(await seen().state('a')).toBe('done');
		jest.setSystemTime(Date.now() + 1);
		expect(await seen().state('a')).toBeUndefined();
	});

	it('marks an event once, until it is forgotten', async () => {
		expect([await seen().markSeen('a'), await seen().markSeen('a')]).toEqual([true, false]);
		await seen().forget('a');
		expect(await seen().markSeen('a')).toBe(true);
	});
});
