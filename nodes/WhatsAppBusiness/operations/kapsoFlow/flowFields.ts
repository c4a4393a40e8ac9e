import type { INodeProperties } from 'n8n-workflow';

import { kapsoNumberField, readOptionalKapsoNumber, uuidLocator } from '../../fields/kapsoIds';
import { optionsField } from '../../fields/options';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** Meta has the same Flow under another ID. Read with `readUuid`. */
export const kapsoFlowField: INodeProperties = uuidLocator({
	displayName: 'Flow',
	name: 'kapsoFlow',
	required: true,
	description: "The Flow to work on. Its ID is Kapso's, not Meta's.",
	searchListMethod: 'searchKapsoFlows',
});

/** The number whose encryption it is about. Read with `readFlowNumber`. */
export const flowNumberOptions: INodeProperties = optionsField([
	{
		...kapsoNumberField,
		required: false,
		description: "A number of the Flow's account. If empty, the number of the Flow is used.",
	},
]);

/** @throws InputError for an invalid number. */
export function readFlowNumber(parameters: Parameters): RequestBody {
	return { phone_number_id: readOptionalKapsoNumber(parameters.group('options')) };
}
