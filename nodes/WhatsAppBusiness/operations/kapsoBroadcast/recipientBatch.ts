import { asNumber, asText, getPath } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import { limits } from '../../../shared/limits';
import { readUuid } from '../../fields/kapsoIds';
import type { Batch, BatchRefusal, RequestBody } from '../../operation';
import { broadcastField } from './broadcastField';

/** Such as "Recipient 7: invalid phone number format". */
const refusal = /^Recipient (\d{1,4}): (.+)$/s;

/** https://docs.kapso.ai/api/platform/v1/broadcasts/add-recipients */
export const recipientBatch: Batch = {
	size: limits.broadcastRecipients,
	merge([first, ...others]) {
		const recipients = [first, ...others].flatMap(
			({ body }) => getPath(body, 'whatsapp_broadcast.recipients') as RequestBody[],
		);
		return { ...first, body: { whatsapp_broadcast: { recipients } } };
	},
	refusals: (response) =>
		new Map(
			errorsIn(response).flatMap((error): Array<[number, BatchRefusal]> => {
				const [, position, details = ''] = refusal.exec(error) ?? [];
				return position === undefined ? [] : [[Number(position) - 1, { ...notAdded, details }]];
			}),
		),
	sum: (responses, parameters) => ({
		id: readUuid(parameters, broadcastField),
		added: total(responses, 'added'),
		duplicates: total(responses, 'duplicates'),
		errors: responses.flatMap(errorsIn).filter((error) => !refusal.test(error)),
	}),
};

const notAdded = {
	what: 'Kapso did not add the recipient.',
	todo: "Correct the number or the values, and add the recipient again. Choose the broadcast's template under 'Template' to see which values it needs.",
};

function errorsIn({ errors }: JsonObject): string[] {
	return Array.isArray(errors) ? errors.flatMap((error) => asText(error) ?? []) : [];
}

function total(responses: readonly JsonObject[], key: string): number {
	return responses.reduce((sum, response) => sum + (asNumber(response[key]) ?? 0), 0);
}
