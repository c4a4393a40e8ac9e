import { path } from '../../../graphApi/path';
import { limits } from '../../../shared/limits';
import { checkChanges } from '../../fields/checkChanges';
import { alphabetical, optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { optimizationFields, readOptimizations } from './creativeOptimizations';

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/whatsapp-business-account-api
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics#confirming-template-analytics
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages
 */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update an account',
	description:
		'Turn on template insights, which Get Analytics of templates needs, or change name, time zone or marketing messages of a WhatsApp Business Account',
	fields: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: alphabetical([
				...optimizationFields,
				{
					displayName: 'Marketing on Cloud API',
					name: 'marketingOnCloudApi',
					type: 'boolean',
					default: true,
					description:
						'Whether marketing templates may go out through the Cloud API. If not, only the Marketing Messages API sends them.',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Lucky Shrub',
					description: `Name of the account in Meta's tools, at most ${limits.accountName} characters. Customers don't see it.`,
				},
				{
					displayName: 'Template Insights',
					name: 'templateInsights',
					type: 'boolean',
					default: true,
					description:
						'Whether Meta collects how templates are read and clicked. Once on, they cannot be turned off.',
				},
				{
					displayName: 'Time Zone ID',
					name: 'timezoneId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1',
					description: "Meta's number of the time zone, as Get returns it",
				},
			]),
		},
		optionsField([wabaField]),
	],
	request(parameters, account) {
		const body = readChanges(parameters.group('updateFields'));
		checkChanges(parameters, 'updateFields', body);
		return {
			method: 'POST',
			path: path`/${readWaba(parameters, account)}`,
			on: 'waba',
			body,
			idempotent: true,
		};
	},
};

function readChanges(updates: Parameters): RequestBody {
	const marketing = updates.optionalBoolean('marketingOnCloudApi');
	const insights = updates.optionalBoolean('templateInsights');
	if (insights === false) {
		throw updates.error(
			'templateInsights',
			'cannot be turned off',
			'Remove the field, or turn it on.',
		);
	}
	return {
		is_enabled_for_insights: insights,
		name: updates.optionalText('name', { convert: trimmed, maxLength: limits.accountName }),
		timezone_id: updates.optionalText('timezoneId', {
			convert: trimmed,
			pattern: { regex: /^\d+$/, description: 'digits only' },
		}),
		disable_marketing_messages_on_cloud_api: marketing === undefined ? undefined : !marketing,
		degrees_of_freedom_spec: readOptimizations(updates),
	};
}

function trimmed(text: string): string {
	return text.trim();
}
