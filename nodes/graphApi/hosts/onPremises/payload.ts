import { asObject, asObjects, asText } from '../../coerce';
import { isJsonObject } from '../../json';
import type { JsonObject, JsonValue } from '../../types';
import { metasCode } from './errors';

/** The lists of a webhook. */
const lists = ['contacts', 'messages', 'statuses', 'errors'] as const;

/**
 * A webhook of the On-Premises format as Meta's Cloud API would deliver it. It has no envelope, as one server has one
 * number.
 * https://developers.facebook.com/docs/whatsapp/on-premises/webhooks/inbound
 * @param phoneNumberId of that number, '' if the credential has none.
 * @returns undefined if it has none of the lists.
 */
export function metaPayload(body: JsonObject, phoneNumberId: string): JsonObject | undefined {
	if (!lists.some((list) => Array.isArray(body[list]))) return undefined;
	const { messages, statuses, errors, ...others } = body;
	const value: JsonObject = {
		messaging_product: 'whatsapp',
		metadata: phoneNumberId === '' ? {} : { phone_number_id: phoneNumberId },
		...others,
		...mapped('messages', messages, metaMessage),
		...mapped('statuses', statuses, metaStatus),
		...mapped('errors', errors, metaError),
	};
	return {
		object: 'whatsapp_business_account',
		entry: [{ changes: [{ field: 'messages', value }] }],
	};
}

function mapped(
	name: string,
	list: JsonValue | undefined,
	map: (entry: JsonObject) => JsonObject,
): JsonObject {
	return Array.isArray(list) ? { [name]: asObjects<JsonObject>(list).map(map) } : {};
}

function metaMessage(message: JsonObject): JsonObject {
	const { from_bsuid, voice, errors, system, ...others } = message;
	return {
		...others,
		// https://whatsapp.turn.io/docs/api/webhooks: of a person who hides the phone number.
		...(from_bsuid !== undefined && { from_user_id: from_bsuid }),
		...(voice !== undefined && { type: 'audio', audio: { ...asObject(voice), voice: true } }),
		...(system !== undefined && { system: metaSystem(system) }),
		...mapped('errors', errors, metaError),
	};
}

/** Tells of a new number under another name. */
function metaSystem(system: JsonValue): JsonValue {
	if (!isJsonObject(system) || system.new_wa_id === undefined) return system;
	const { new_wa_id, ...others } = system;
	return { wa_id: new_wa_id, ...others };
}

/** A business-scoped user ID has its country in front. */
const userId = /^[A-Z]{2}\./;

function metaStatus({ errors, ...status }: JsonObject): JsonObject {
	const { recipient_id, ...others } = status;
	const isUser = userId.test(asText(recipient_id) ?? '');
	return {
		...(isUser ? { ...others, recipient_user_id: recipient_id } : status),
		...mapped('errors', errors, metaError),
	};
}

/** As the errors of refused messages: the code is Meta's where it has one, and the server's own is in the details. */
function metaError({ details, ...error }: JsonObject): JsonObject {
	const ownCode = Number(error.code);
	const code = metasCode(ownCode);
	if (code !== undefined) {
		const words = [`${ownCode}`, asText(error.title), asText(details)];
		const own = words.filter((text) => text !== null).join(': ');
		return { ...error, code, error_data: { details: own } };
	}
	return asText(details) === null ? { details, ...error } : { error_data: { details }, ...error };
}
