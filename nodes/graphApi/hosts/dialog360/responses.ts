import { errorText } from '../../errors/errorBody';
import { isJsonObject } from '../../json';
import type { GraphRequest, JsonObject, JsonValue } from '../../types';
import { edgeOf } from '../edge';
import type { Refusal } from '../host';
import { fieldsOf, health } from './fields';
import { withOwnUrl } from './media';
import { asMetas, readPage, readTemplate } from './templates';

/** A response as Meta would give it. Where 360dialog hands a call on to Meta, it is. */
export function readResponse(body: JsonObject, request: GraphRequest, host: string): JsonObject {
	switch (edgeOf(request)) {
		case 'GET media/':
			return withOwnUrl(body, host);
		case 'GET waba/message_templates':
			return readPage(body, request);
		case 'POST waba/message_templates':
			return asMetas(body);
		case 'DELETE waba/message_templates':
			return isJsonObject(body.meta) ? { success: true } : body;
		case 'GET template/':
			return readTemplate(body, request);
		case 'GET phoneNumber/':
			return withoutUnaskedHealth(body, request);
		default:
			return body;
	}
}

function withoutUnaskedHealth(body: JsonObject, { query = {} }: GraphRequest): JsonObject {
	const fields = fieldsOf(query);
	if (fields.length === 0 || fields.includes(health)) return body;
	return Object.fromEntries(Object.entries(body).filter(([name]) => name !== health));
}

/**
 * 360dialog's limit of requests, which has status 400, as Meta's for messages: not accepted, and later it is.
 * https://docs.360dialog.com/docs/support/api-error-message-list
 */
export function readError(body: JsonValue | undefined): JsonObject | undefined {
	const text = errorText(body);
	return text !== undefined && /exceeded the endpoint rate limit/i.test(text)
		? { code: 130_429, message: text }
		: undefined;
}

/**
 * What a refusal of 360dialog's own means.
 * https://docs.360dialog.com/docs/support/api-error-message-list
 */
export const statusMeanings: Readonly<Record<number, Refusal>> = {
	401: {
		what: '360dialog does not accept the API key.',
		todo: 'Generate a key for the number in the 360dialog Hub and enter it in the credential. A new key replaces all earlier ones of the number.',
	},
	403: {
		what: '360dialog does not allow this with the API key.',
		todo: 'Check that the key belongs to this number. If it does, ask 360dialog support whether the key is blocked.',
	},
	404: {
		what: '360dialog did not find what the request names.',
		todo: 'Check the IDs in the node, and the base URL in the credential.',
	},
};
