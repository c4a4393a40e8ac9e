import type { Memory } from '../../../../nodes/memory/memory';
import { Conversations } from '../../../../nodes/shared/conversation/conversations';
import { cutOff, Log, memoryIn } from '../../../support/stores/outage';
import type { Place } from '../../../support/stores/place';
import { createPlace } from '../../../support/stores/sqlite';
import { until } from '../../../support/until';

const pablo = { phoneNumberId: '106540352242922', users: ['16505551234'] };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe('Conversations, after the store could not be reached', () => {
	let place: Place;
	let memory: Memory;

	beforeEach(() => {
		place = createPlace();
		memory = memoryIn(place.at, new Log());
	});
	afterEach(async () => {
		await memory.close();
		await place.remove();
	});

	it('know the opt-out and the message of the time without it', async () => {
		const conversations = new Conversations(memory);
		await conversations.optIn(pablo, minutesAgo(20));
		await conversations.noteMessageIn(pablo, minutesAgo(20));
		const end = cutOff(place.at);
		const at = minutesAgo(10);
		try {
			await conversations.optOut(pablo, 'Wrote STOP', at);
			await conversations.noteMessageIn(pablo, at);
			expect(memory.weakness).toBeDefined();
		} finally {
			end();
		}
		await until(() => memory.weakness === undefined);
		expect(await conversations.stateOf(pablo)).toMatchObject({
			lastMessageInAt: at.toISOString(),
			optOutReason: 'Wrote STOP',
		});
	});
});
