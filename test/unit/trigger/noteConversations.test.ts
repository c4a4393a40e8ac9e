import { ProcessStore } from '../../../nodes/memory/processStore';
import { Conversations } from '../../../nodes/shared/conversation/conversations';
import { noteConversations } from '../../../nodes/WhatsAppBusinessTrigger/conversations/noteConversations';
import { splitPayload } from '../../../nodes/shared/events/splitPayload';
import type { WebhookPayload } from '../../../nodes/shared/events/payload';
import { withItem } from '../../../nodes/shared/items/toItem';
import { messagesChange, payload, phoneNumber, phoneNumberId } from './payloads';

/** Seconds. */
const noon = 1_796_040_000;

class CountingStore extends ProcessStore {
	claims = 0;
	keysRead = 0;

	override async claim(...claimed: Parameters<ProcessStore['claim']>) {
		this.claims++;
		return await super.claim(...claimed);
	}

	override async getAll(keys: readonly string[]) {
		this.keysRead += keys.length;
		return await super.getAll(keys);
	}
}

it('writes the latest message of each customer once, whatever the order', async () => {
	const message = (from: string, second: number) => ({
		...{ from, id: `wamid.${from}.${second}`, type: 'text', text: { body: 'Hi' } },
		timestamp: String(noon + second),
	});
	const messages = [
		...[1, 3, 2].map((second) => message(phoneNumber, second)),
		message('16505550000', 0),
	];
	const statuses = [5, 4].map((second) => ({
		...{ id: `wamid.${second}`, status: 'sent', recipient_id: phoneNumber },
		timestamp: String(noon + second),
	}));
	const delivery = payload(messagesChange({ messages }), messagesChange({ statuses }));
	const items = splitPayload(delivery as WebhookPayload).map((event) => withItem(event).item);
	const store = new CountingStore();
	const conversations = new Conversations(store);
	await noteConversations(items, conversations);
	const at = (second: number) => new Date((noon + second) * 1000).toISOString();
	const stateOf = (user: string) => conversations.stateOf({ phoneNumberId, users: [user] });
	expect(await stateOf(phoneNumber)).toMatchObject({
		lastMessageInAt: at(3),
		lastMessageOutAt: at(5),
	});
	expect(await stateOf('16505550000')).toMatchObject({ lastMessageInAt: at(0) });
	expect(store.claims).toBe(3);
});

it('reads what is remembered of each customer once, and adds it to every message', async () => {
	const store = new CountingStore();
	const conversations = new Conversations(store);
	const customer = (user: string) => ({ phoneNumberId, users: [user] });
	await conversations.noteMessageIn(customer(phoneNumber), new Date(noon * 1000));
	await conversations.optOut(customer('16505550000'), 'Wrote Stop');
	const users = [phoneNumber, '16505550000', phoneNumber, phoneNumber];
	const summaries = await conversations.summaries(users.map(customer));
	const windows = summaries.map(({ windowOpenUntil }) => windowOpenUntil);
	const tomorrow = new Date((noon + 86_400) * 1000).toISOString();
	expect(windows).toEqual([tomorrow, null, tomorrow, tomorrow]);
	expect(summaries.map(({ optedOut }) => optedOut !== undefined)).toEqual([
		...[false, true, false, false],
	]);
	expect(store.keysRead).toBe(6);
});
