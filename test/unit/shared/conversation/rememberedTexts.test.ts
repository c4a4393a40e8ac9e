import { ProcessStore } from '../../../../nodes/memory/processStore';
import { Conversations } from '../../../../nodes/shared/conversation/conversations';
import { RememberedTexts } from '../../../../nodes/shared/conversation/rememberedTexts';
import type { RememberedText } from '../../../../nodes/shared/conversation/rememberedTexts';
import { newMessageId, rescopedMessageId } from '../../../../simulator/messages/message';
import { phoneNumber, phoneNumberId, userId, wamid } from '../../trigger/payloads';

const byNumber = { phoneNumberId, users: [phoneNumber] };
const byUserId = { phoneNumberId, users: [userId] };
const byBoth = { phoneNumberId, users: [phoneNumber, userId] };
const said = (text: string | null): RememberedText => ({ type: 'text', text, sentBy: 'customer' });

let store: ProcessStore;
let texts: RememberedTexts;
beforeEach(() => {
	store = new ProcessStore();
	texts = new RememberedTexts(store);
});
afterEach(() => store.close());

describe('Remembered texts', () => {
	it('are found by the ID of the message, in the chat that it is in', async () => {
		await texts.note(byNumber, wamid, said('Hi'));
		expect(await texts.find(byNumber, wamid)).toEqual(said('Hi'));
		expect(await texts.find({ ...byNumber, users: ['16505550000'] }, wamid)).toBeUndefined();
		expect(await texts.find({ ...byNumber, phoneNumberId: '1' }, wamid)).toBeUndefined();
		expect(await texts.find(byNumber, 'wamid.2')).toBeUndefined();
	});

	it('are found by the ID with the user ID in it', async () => {
		const id = newMessageId(phoneNumber, true);
		await texts.note(byNumber, id, said('Hi'));
		expect(await texts.find(byBoth, rescopedMessageId(id, userId))).toEqual(said('Hi'));
	});

	it.each<[string, typeof byBoth, typeof byBoth]>([
		['were sent to the user ID, once the number is known', byUserId, byBoth],
		['were sent to the number, once it is hidden', byNumber, byUserId],
	])('that %s', async (_what, sentTo, writes) => {
		await texts.note(sentTo, wamid, said('Hi'));
		await new Conversations(store).noteMessageIn(byBoth, new Date());
		expect(await texts.find(writes, wamid)).toEqual(said('Hi'));
	});

	it('stay as they are when a message comes again, unless it was changed', async () => {
		await texts.replace(byNumber, wamid, said('Edited'));
		await texts.note(byNumber, wamid, said('Hi'));
		expect(await texts.find(byNumber, wamid)).toEqual(said('Edited'));
		await texts.replace(byNumber, wamid, said(null));
		expect(await texts.find(byNumber, wamid)).toEqual(said(null));
	});

	it('are shortened, between two characters', async () => {
		await texts.note(byNumber, 'long', said('a'.repeat(5000)));
		expect((await texts.find(byNumber, 'long'))?.text).toBe(`${'a'.repeat(4095)}…`);
		await texts.note(byNumber, 'emoji', said(`a${'😀'.repeat(2500)}`));
		expect((await texts.find(byNumber, 'emoji'))?.text).toBe(`a${'😀'.repeat(2047)}…`);
		await texts.note(byNumber, 'fits', said('a'.repeat(4096)));
		expect((await texts.find(byNumber, 'fits'))?.text).toBe('a'.repeat(4096));
	});

	it('are kept for 7 days', async () => {
		jest.useFakeTimers({ now: 0 });
		try {
			await texts.note(byNumber, wamid, said('Hi'));
			jest.setSystemTime(7 * 86_400_000 - 1);
			expect(await texts.find(byNumber, wamid)).toBeDefined();
			jest.setSystemTime(7 * 86_400_000 + 1);
			expect(await texts.find(byNumber, wamid)).toBeUndefined();
		} finally {
			jest.useRealTimers();
		}
	});

	it('are forgotten with the conversation, whichever way the customer is named', async () => {
		const conversations = new Conversations(store);
		await conversations.noteMessageIn(byBoth, new Date());
		for (const [index, customer] of [byNumber, byUserId, byBoth].entries()) {
			await texts.note(customer, `wamid.${index}`, said('Hi'));
		}
		// Noted before the number was known.
		await store.set(`text:${phoneNumberId}:${userId}:old`, JSON.stringify(said('Hi')), 60_000);
		const others = [
			{ phoneNumberId, users: ['165055512345'] },
			{ phoneNumberId: '1', users: [phoneNumber] },
		];
		for (const other of others) await texts.note(other, wamid, said('Hi'));
		expect(await conversations.forget(byNumber)).toMatchObject({
			deletedData: expect.arrayContaining(['texts', 'lastMessages']),
		});
		expect([...(await store.entries('text:')).keys()]).toHaveLength(2);
		for (const other of others) expect(await texts.find(other, wamid)).toBeDefined();
	});

	it('ignores what is not a text', async () => {
		for (const value of ['', '{', '[]', '{"text":"Hi"}', '{"text":"Hi","sentBy":"nobody"}']) {
			await store.set(`text:${phoneNumberId}:${phoneNumber}:1`, value, 60_000);
			expect(await texts.find(byNumber, '1')).toBeUndefined();
		}
	});
});

describe('What is remembered', () => {
	it('is asked for by number, and taken back by the trigger that asked last', async () => {
		await texts.ask('1', 'one');
		await texts.ask('2', 'one');
		await texts.ask('2', 'other');
		await texts.stopAsking('one');
		expect(await texts.isAsked('1')).toBe(false);
		expect(await texts.isAsked('2')).toBe(true);
		await texts.stopAsking('other');
		expect(await texts.isAsked('2')).toBe(false);
	});
});
