import type { WebhookValue } from '../../../nodes/shared/events/payload';

/** The values of Meta's webhook reference, which its examples share. */
export const wabaId = '102290129340398';
export const phoneNumberId = '106540352242922';
export const phoneNumber = '16505551234';
export const userId = 'US.13491208655302741918';
export const wamid = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=';
export const otherWamid = 'wamid.HBgLMTQxMjU1NTA4MjkVAgASGBQzQUNCNjk5RDUwNUZGMUZEM0VBRAA=';
/** A minute ago as Unix time in seconds, and the same time as ISO 8601. Older deliveries start nothing. */
export const timestamp = String(Math.floor(Date.now() / 1000) - 60);
export const isoTimestamp = new Date(Number(timestamp) * 1000).toISOString();

const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };

export const contact = { profile: { name: 'Sheena Nelson' }, wa_id: phoneNumber };
/** A user who shows a username and hides the phone number. */
export const contactWithoutNumber = {
	profile: { name: 'Sheena Nelson', username: '@realsheenanelson' },
	user_id: userId,
};

/** A change of the field `messages`, with the metadata every such change has. */
export function messagesChange(value: object): object {
	return { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
}

/** A whole payload with one entry. */
export function payload(...changes: object[]): object {
	return { object: 'whatsapp_business_account', entry: [{ id: wabaId, changes }] };
}

/** A payload with one message from a user with a phone number. */
export function messagePayload(
	message: object,
	contacts: WebhookValue['contacts'] = [contact],
): object {
	const common = { from: phoneNumber, id: wamid, timestamp };
	return payload(messagesChange({ contacts, messages: [{ ...common, ...message }] }));
}

/** A payload with one status. */
export function statusPayload(status: object, contacts?: WebhookValue['contacts']): object {
	const common = { id: wamid, timestamp };
	return payload(messagesChange({ contacts, statuses: [{ ...common, ...status }] }));
}
