import type { EventWithItem } from '../../shared/items/toItem';
import { withItem } from '../../shared/items/toItem';
import type { StatusTokens } from '../../shared/statusTokens';
import { pausesUntilDone, StillPending } from '../duplicates/seenEvents';
import { customerIdsOf, statusToken } from '../replies/aboutEvent';

/** A status, and the ID of its message. */
interface Status {
	entry: EventWithItem;
	id: string;
}

/**
 * Adds the tokens of awaited messages to their statuses, for a host that does not return them. Waits a moment while such a
 * message is being sent to the same person: only the response to it says its ID.
 * @throws StillPending if it is still being sent then, so that the host delivers the statuses again.
 */
export async function withStatusTokens(
	received: readonly EventWithItem[],
	tokens: StatusTokens,
): Promise<EventWithItem[]> {
	const found = new Map<EventWithItem, EventWithItem>();
	let open = received.flatMap((entry): Status[] => {
		const { event, item } = entry;
		if (item.event !== 'status' || item.id === null || statusToken(event, item) !== null) return [];
		return [{ entry, id: item.id }];
	});
	if (open.length === 0) return [...received];
	for (const pause of [...pausesUntilDone, undefined]) {
		// First, as what is no longer being sent has a token.
		const sendingTo = await customersSentTo(open, tokens);
		const known = await tokens.of(open.map(({ id }) => id));
		open = open.filter(({ entry }, index) => {
			const token = known[index];
			if (token !== undefined) found.set(entry, withToken(entry, token));
			return token === undefined && sendingTo.has(entry.item.customer ?? '');
		});
		if (open.length === 0) return received.map((entry) => found.get(entry) ?? entry);
		if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
	}
	throw new StillPending();
}

/** Which of the customers are being sent a message that is waited for, by `EventItem.customer`. */
async function customersSentTo(
	statuses: readonly Status[],
	tokens: StatusTokens,
): Promise<ReadonlySet<string>> {
	const customers = new Map(
		statuses.map(({ entry: { item } }) => [item.customer ?? '', customerIdsOf(item)]),
	);
	const sending = await Promise.all(
		[...customers].map(async ([customer, ids]) => {
			const any = await Promise.all(ids.map((id) => tokens.isSendingTo(id)));
			return any.includes(true) ? [customer] : [];
		}),
	);
	return new Set(sending.flat());
}

function withToken({ event }: EventWithItem, token: string): EventWithItem {
	return withItem({ ...event, raw: { ...event.raw, biz_opaque_callback_data: token } });
}
