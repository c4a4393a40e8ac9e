import type { IDataObject } from 'n8n-workflow';

import { asObject } from '../../../graphApi/coerce';
import type { JsonObject, JsonValue } from '../../../graphApi/types';
import { simplifiedTo } from '../../fields/kapsoPlatform';
import type { Parameters } from '../../parameters/parameters';

const simplified = simplifiedTo([
	'id',
	'url',
	'kind',
	'events',
	'active',
	'payload_version',
	'phone_number_id',
]);

/**
 * A webhook without its secret, which Kapso returns each time: whoever reads an execution could sign deliveries. The values
 * of its headers may be secrets, too.
 */
export function withoutSecret(webhook: JsonObject): JsonObject {
	const shown = Object.entries(webhook).filter(([key]) => key !== 'secret_key');
	return Object.fromEntries(
		shown.map(([key, value]) => [key, key === 'headers' ? withoutValues(value) : value]),
	);
}

function withoutValues(headers: JsonValue | undefined): JsonObject {
	const names = Object.keys(asObject<JsonObject>(headers));
	return Object.fromEntries(names.map((name) => [name, '[hidden]']));
}

/** The same, for operations with Simplify. */
export function webhookOutput(webhook: JsonObject, parameters: Parameters): IDataObject {
	return simplified(withoutSecret(webhook), parameters);
}
