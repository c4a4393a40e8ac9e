import { z } from 'zod';
import type { Group } from '../groups/group';
import { metaIssue } from '../graph/validation';

const maximumPins = 3;

/**
 * Pins a message in a group.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging
 */
export const pin = z
	.strictObject({
		type: z.enum(['pin', 'unpin']),
		message_id: z.string().min(1),
		expiration_days: z.number().int().min(1).max(30).optional(),
	})
	.refine(
		({ type, expiration_days }) => type === 'unpin' || expiration_days !== undefined,
		metaIssue(131008, 'expiration_days is required to pin a message'),
	);

/** One pin too many takes away the oldest. */
export function applyPin(group: Group, { type, message_id }: z.output<typeof pin>): void {
	const others = group.pinned.filter((id) => id !== message_id);
	group.pinned = type === 'unpin' ? others : [...others, message_id].slice(-maximumPins);
}
