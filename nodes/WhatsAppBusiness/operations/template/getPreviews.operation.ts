import { asObjects } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';
import { codeOptions, readCodeExpiration } from './definition/authentication';
import { languagesField, readLanguages } from './languages';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates#template-previews */
export const operation: Operation = {
	displayName: 'Get Previews',
	action: 'Get previews of authentication templates',
	description:
		"Get WhatsApp's fixed texts of authentication templates, before you create one. Each language becomes an item.",
	fields: [
		{ ...languagesField, description: `${languagesField.description} Leave empty for all.` },
		optionsField([...codeOptions, wabaField]),
	],
	request(parameters, account) {
		const languages = readLanguages(parameters);
		const options = parameters.group('options');
		return {
			method: 'GET',
			path: path`/${readWaba(parameters, account)}/message_template_previews`,
			on: 'waba',
			query: {
				category: 'AUTHENTICATION',
				languages: languages.length === 0 ? undefined : languages.join(','),
				add_security_recommendation: options.optionalBoolean('securityRecommendation'),
				code_expiration_minutes: readCodeExpiration(options),
				button_types: 'OTP',
			},
		};
	},
	output: ({ data }) => asObjects<JsonObject>(data),
};
