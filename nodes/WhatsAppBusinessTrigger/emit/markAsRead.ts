import type { Send } from '../../graphApi/types';
import { markAsReadRequest } from '../../shared/markAsReadRequest';
import type { EventItem } from '../../shared/items/toItem';

/**
 * Marks messages as read and, if chosen, shows the typing indicator.
 * @throws RequestError of the first failed request, after all were sent.
 */
export async function markAsRead(
	send: Send,
	items: readonly EventItem[],
	typing: boolean,
): Promise<void> {
	const results = await Promise.allSettled(
		items.map(async ({ event, id, phoneNumberId }) => {
			if (event !== 'message' || id === null || phoneNumberId === null) return;
			await send(markAsReadRequest(phoneNumberId, id, typing));
		}),
	);
	const failed = results.find(({ status }) => status === 'rejected');
	if (failed?.status === 'rejected') throw failed.reason;
}
