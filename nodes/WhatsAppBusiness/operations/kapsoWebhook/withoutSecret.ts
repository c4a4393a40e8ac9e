import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../../graphApi/types';
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

/** A webhook without its secret, which Kapso returns each time: whoever reads an execution could sign deliveries. */
export function withoutSecret(webhook: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(webhook).filter(([key]) => key !== 'secret_key'));
}

/** The same, for operations with Simplify. */
export function webhookOutput(webhook: JsonObject, parameters: Parameters): IDataObject {
	return simplified(withoutSecret(webhook), parameters);
}
