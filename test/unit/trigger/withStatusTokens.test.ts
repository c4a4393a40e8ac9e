import type { GraphResponse } from '../../../nodes/graphApi/types';
import { ProcessStore } from '../../../nodes/memory/processStore';
import { splitPayload } from '../../../nodes/shared/events/splitPayload';
import type { WebhookPayload } from '../../../nodes/shared/events/payload';
import { withItem } from '../../../nodes/shared/items/toItem';
import { StatusTokens } from '../../../nodes/shared/statusTokens';
import { StillPending } from '../../../nodes/WhatsAppBusinessTrigger/duplicates/seenEvents';
import { withStatusTokens } from '../../../nodes/WhatsAppBusinessTrigger/receive/withStatusTokens';
import { messagesChange, payload, phoneNumber } from './payloads';

const message = { token: 'the token', recipient: `+${phoneNumber}`, lifetime: 60_000 };
const responseWith = (id: string): GraphResponse => ({ body: { messages: [{ id }] } });

let store: ProcessStore;
/** As each process of n8n has them. */
const tokens = (secret = 'secret') => new StatusTokens(store, secret);

const statuses = (...ids: string[]) =>
	splitPayload(
		payload(
			messagesChange({
				statuses: ids.map((id) => ({ id, status: 'delivered', recipient_id: phoneNumber })),
			}),
		) as WebhookPayload,
	).map(withItem);
const tokensIn = (received: Awaited<ReturnType<typeof withStatusTokens>>) =>
	received.map(
		({ item }) => (item.raw as { biz_opaque_callback_data?: string }).biz_opaque_callback_data,
	);

/** Sends a message. The response comes with `respond`. */
function sending(id = 'a') {
	let respond: (response: GraphResponse) => void = () => undefined;
	const response = new Promise<GraphResponse>((resolve) => (respond = resolve));
	const onSent = jest.fn(() => Promise.resolve());
	const sent = tokens().send(message, () => response, onSent);
	return { sent, onSent, respond: () => respond(responseWith(id)) };
}

describe('withStatusTokens', () => {
	beforeEach(() => {
		store = new ProcessStore();
	});
	afterEach(() => store.close());

	it('adds the token of a message that was sent, and leaves other statuses as they are', async () => {
		const { sent, onSent, respond } = sending();
		respond();
		await sent;
		expect(onSent).toHaveBeenCalledWith('a');
		const received = statuses('b', 'a');
		const known = await withStatusTokens(received, tokens());
		expect(tokensIn(known)).toEqual([undefined, 'the token']);
		expect(known[0]).toBe(received[0]);
		expect(tokensIn(await withStatusTokens(received, tokens('another')))).toEqual([
			undefined,
			undefined,
		]);
	});

	it('waits while a message is being sent to the same person', async () => {
		const { sent, respond } = sending();
		const known = withStatusTokens(statuses('a', 'b'), tokens());
		respond();
		await sent;
		expect(tokensIn(await known)).toEqual(['the token', undefined]);
	});

	it('waits no longer when the message was refused', async () => {
		const refused = tokens().send(
			message,
			() => Promise.reject(new Error('refused')),
			() => Promise.resolve(),
		);
		await expect(refused).rejects.toThrow('refused');
		const statusesOfOther = statuses('b');
		expect(await withStatusTokens(statusesOfOther, tokens())).toEqual(statusesOfOther);
	});

	describe('with time that passes at once', () => {
		beforeEach(() => jest.useFakeTimers());
		afterEach(() => jest.useRealTimers());

		it('asks for the statuses again if the message is still being sent', async () => {
			sending();
			const known = withStatusTokens(statuses('a'), tokens()).catch((error: unknown) => error);
			await jest.advanceTimersByTimeAsync(5_000);
			expect(await known).toBeInstanceOf(StillPending);
		});

		it('waits for no message that was being sent when n8n ended', async () => {
			sending();
			await jest.advanceTimersByTimeAsync(100_000);
			// Another to the same person lets what is known of the first live on.
			await tokens().send(
				message,
				() => Promise.resolve(responseWith('c')),
				() => Promise.resolve(),
			);
			await jest.advanceTimersByTimeAsync(100_000);
			expect(tokensIn(await withStatusTokens(statuses('a', 'c'), tokens()))).toEqual([
				undefined,
				undefined,
			]);
		});
	});
});
