import { pathSegment } from '../graphApi/safePath';
import type { Send } from '../graphApi/types';
import type { EventItem } from './items';

/**
 * Shows the customers that their messages were read and, if wanted, that somebody types.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
 * @throws GraphError of the first that failed, after all were tried.
 */
export async function markAsRead(
	send: Send,
	items: readonly EventItem[],
	typing: boolean,
): Promise<void> {
	const results = await Promise.allSettled(
		items.map(async ({ event, id, phoneNumberId }) => {
			if (event !== 'message' || id === null || phoneNumberId === null) return;
			await send({
				method: 'POST',
				path: `/${pathSegment(phoneNumberId)}/messages`,
				body: {
					messaging_product: 'whatsapp',
					status: 'read',
					message_id: id,
					typing_indicator: typing ? { type: 'text' } : undefined,
				},
				repeatable: true,
			});
		}),
	);
	const failed = results.find(({ status }) => status === 'rejected');
	if (failed?.status === 'rejected') throw failed.reason;
}
