import { asObject, asText, getPath } from '../../graphApi/coerce';
import type { WebhookMessage } from '../events/payload';
import { isCustomerChange } from '../events/splitPayload';

/** The number and the IDs of a customer before and after they changed. Null: as before, or Meta does not tell. */
export interface IdentityChange {
	phoneNumber: string | null;
	userId: string | null;
	parentUserId: string | null;
	previousPhoneNumber: string | null;
	previousUserId: string | null;
	previousParentUserId: string | null;
}

/**
 * Reads a system message about a new number or user ID.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system
 */
export function identityChangeIn(message: WebhookMessage): IdentityChange | null {
	if (!isCustomerChange(message)) return null;
	const system = asObject(message.system);
	return {
		phoneNumber: asText(system.wa_id),
		userId: asText(system.user_id),
		parentUserId: asText(system.parent_user_id),
		previousPhoneNumber: asText(message.from),
		previousUserId: asText(system.previous_user_id),
		previousParentUserId: asText(system.previous_parent_user_id),
	};
}

/** Reads an entry of `user_id_update`, which Meta documented until August 2026. */
export function identityChangeOf(entry: object): IdentityChange {
	const text = (path: string) => asText(getPath(entry, path));
	return {
		phoneNumber: text('wa_id'),
		userId: text('user_id.current'),
		parentUserId: text('parent_user_id.current'),
		previousPhoneNumber: null,
		previousUserId: text('user_id.previous'),
		previousParentUserId: text('parent_user_id.previous'),
	};
}
