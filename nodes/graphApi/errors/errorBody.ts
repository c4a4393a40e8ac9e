import { asObject, asText, firstText } from '../coerce';
import { isJsonObject } from '../json';
import type { JsonObject, JsonValue } from '../types';

/** Whether a body is about a failure, whatever the HTTP status says. */
export function hasError(body: JsonValue | undefined): boolean {
	if (!isJsonObject(body)) return false;
	const { error, errors, meta } = body;
	if (isJsonObject(error) || asText(error) !== null) return true;
	if (asObject<JsonObject>(meta).success === false) return true;
	return Array.isArray(errors) && errors.length > 0 && !hasResult(body);
}

// With a result beside them, the errors are about some of the entries only, e.g. of requests to join a group.
function hasResult(body: JsonObject): boolean {
	return Object.entries(body).some(
		([key, value]) =>
			!['errors', 'meta'].includes(key) &&
			typeof value === 'object' &&
			Object.keys(value ?? {}).length > 0,
	);
}

/** What a body that is no Graph error says about the failure: hosts in front of Meta have their own forms. */
export function errorText(body: JsonValue | undefined): string | undefined {
	const { error, errors, meta } = asObject<JsonObject>(body);
	const first: JsonValue | undefined = Array.isArray(errors) ? errors[0] : undefined;
	const text = firstText(
		textOf(error),
		textOf(first),
		asObject<JsonObject>(meta).developer_message,
	);
	return text ?? undefined;
}

function textOf(error: JsonValue | undefined): string | null {
	const { title, details, message } = asObject<JsonObject>(error);
	const texts = [title, details].map(asText).filter((text) => text !== null);
	return firstText(error, texts.join(': '), message);
}
