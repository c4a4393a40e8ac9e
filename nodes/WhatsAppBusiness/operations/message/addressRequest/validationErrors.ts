import type { INodeProperties } from 'n8n-workflow';

import { checkUnique } from '../../../fields/checkUnique';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { addressFields } from './addressForm';

export const validationErrorsField: INodeProperties = {
	displayName: 'Validation Errors',
	name: 'validationErrors',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Error',
	default: {},
	description:
		'What was wrong with the previous address. The form stays open until it is corrected.',
	options: [
		{
			displayName: 'Error',
			name: 'error',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'options',
					options: addressFields.map(({ displayName, key }) => ({
						name: displayName,
						value: key,
					})),
					// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-options -- the options are derived
					default: 'in_pin_code',
				},
				{
					displayName: 'Message',
					name: 'message',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. We could not find this pin code',
					description: 'Text that the recipient sees at the field',
				},
			],
		},
	],
};

export function readValidationErrors(
	parameters: Parameters,
	countryCode: string,
): RequestBody | undefined {
	const entries = parameters.list('validationErrors', 'error', 'Error');
	const errors = entries.map((entry) => {
		const field = entry.choice('field');
		const { countries = [] } = addressFields.find(({ key }) => key === field) ?? {};
		if (!countries.includes(countryCode)) {
			throw entry.error('field', 'is not in the form for the country', 'Choose another field.');
		}
		return [field, entry.text('message')] as const;
	});
	checkUnique(
		entries,
		'field',
		errors.map(([field]) => field),
	);
	return errors.length === 0 ? undefined : Object.fromEntries(errors);
}
