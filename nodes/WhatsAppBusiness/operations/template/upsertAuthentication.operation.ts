import { asObjects } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { optionsField } from '../../fields/options';
import { readTemplateName, templateNameField } from '../../fields/templateName';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import { authenticationFields, codeOptions, readAuthentication } from './definition/authentication';
import { lifetimeOption, readLifetime } from './definition/settings';
import { languagesField, readLanguages } from './languages';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/bulk-management */
export const operation: Operation = {
	displayName: 'Upsert Authentication',
	action: 'Create or update authentication templates',
	description:
		'Create an authentication template in several languages at once, or update those that exist. Each language becomes an item.',
	fields: [
		{ ...templateNameField, placeholder: 'e.g. verification_code' },
		{ ...languagesField, required: true },
		...authenticationFields,
		optionsField([...codeOptions, ...lifetimeOption, wabaField]),
	],
	request(parameters, account) {
		return {
			method: 'POST',
			path: path`/${readWaba(parameters, account)}/upsert_message_templates`,
			on: 'waba',
			body: {
				name: readTemplateName(parameters),
				languages: readLanguages(parameters, { min: 1 }),
				category: 'AUTHENTICATION',
				message_send_ttl_seconds: readLifetime(parameters.group('options'), 'AUTHENTICATION'),
				components: readAuthentication(parameters),
			},
		};
	},
	output: ({ data }) => asObjects<JsonObject>(data),
};
