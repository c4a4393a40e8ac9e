import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { flowIdField, readFlowId } from '../../fields/flow';
import { withValidationText } from './flowJson';
import { optionsField } from '../../fields/options';
import { phoneNumberIdFor, senderField } from '../../../shared/phoneNumberId';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#details */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a flow',
	description:
		'Get the status of a Flow and the errors in its JSON, and optionally its preview link and health',
	fields: [
		flowIdField,
		optionsField([
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'multiOptions',
				options: [
					{ name: 'Application', value: 'application', description: 'The connected Meta app' },
					{ name: 'Categories', value: 'categories' },
					{ name: 'Data API Version', value: 'data_api_version' },
					{ name: 'Endpoint URI', value: 'endpoint_uri' },
					{
						name: 'Health Status',
						value: 'health_status',
						description: 'Whether the Flow can be sent, and what prevents it',
					},
					{ name: 'JSON Version', value: 'json_version' },
					{ name: 'Name', value: 'name' },
					{
						name: 'Preview',
						value: 'preview',
						description: 'A link that shows the Flow to anyone, and when it expires',
					},
					{ name: 'Status', value: 'status' },
					{ name: 'Validation Errors', value: 'validation_errors' },
					{ name: 'WhatsApp Business Account', value: 'whatsapp_business_account' },
				],
				default: ['name', 'status', 'categories', 'validation_errors', 'preview', 'health_status'],
				description: 'What to return. Default: name, status, categories and validation errors.',
			},
			{
				...senderField,
				displayName: 'Health for Number',
				name: 'healthPhoneNumberId',
				description: 'The number that will send the Flow, to include it in the health status',
			},
			{
				displayName: 'New Preview Link',
				name: 'newPreviewLink',
				type: 'boolean',
				default: true,
				description:
					'Whether to make a new preview link with a new expiry date. The old one stops working.',
			},
		]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		const number = options.optionalLocator('healthPhoneNumberId');
		const fields = readFields(options, {
			preview: options.boolean('newPreviewLink') ? 'preview.invalidate(true)' : undefined,
			health_status:
				number === undefined
					? undefined
					: `health_status.phone_number(${phoneNumberIdFor(number, account, 'Health for Number')})`,
		});
		return {
			method: 'GET',
			path: path`/${readFlowId(parameters)}`,
			on: 'flow',
			query: fields.length === 0 ? undefined : { fields: ['id', ...fields].join(',') },
		};
	},
	output: withValidationText,
};

const defaultFields = ['name', 'status', 'categories', 'validation_errors'];

// A field with an argument is requested even if it was not chosen.
function readFields(
	options: Parameters,
	withArgument: Readonly<Record<string, string | undefined>>,
): string[] {
	const asked = Object.keys(withArgument).filter((name) => withArgument[name] !== undefined);
	const chosen = options.choices('fields');
	if (chosen.length === 0 && asked.length === 0) return [];
	const names = new Set([...(chosen.length === 0 ? defaultFields : chosen), ...asked]);
	return [...names].map((name) => withArgument[name] ?? name);
}
