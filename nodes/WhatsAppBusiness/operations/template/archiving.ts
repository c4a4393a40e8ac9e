import type { IDataObject } from 'n8n-workflow';

import { asObject, asText, asTextOrNumber } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { optionsField } from '../../fields/options';
import { readTemplateIds, templateIdsField } from '../../fields/templateIds';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';

/**
 * Everything but the texts of an operation that archives or unarchives templates.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival
 */
export function archiving(
	edge: 'archive' | 'unarchive',
): Pick<Operation, 'fields' | 'request' | 'output'> {
	return {
		fields: [templateIdsField, optionsField([wabaField])],
		request: (parameters, account) => ({
			method: 'POST',
			base: 'api',
			path: path`/${readWaba(parameters, account)}/message_templates/${edge}`,
			on: 'waba',
			body: { hsm_ids: readTemplateIds(parameters) },
			idempotent: true,
		}),
		output: (response, parameters) =>
			readTemplateIds(parameters).map((id) => resultOf(id, response, `${edge}d_templates`)),
	};
}

/**
 * What became of one template, from a response that lists those that succeeded and gives a reason for each other.
 * @param done the key of that list.
 */
export function resultOf(id: string, response: JsonObject, done: string): IDataObject {
	const succeeded = response[done];
	const isDone = Array.isArray(succeeded) && succeeded.some((one) => asTextOrNumber(one) === id);
	if (isDone) return { id, success: true };
	const error = asText(asObject<JsonObject>(response.failed_templates)[id]);
	return { id, success: false, error: error ?? undefined };
}
