import type { INodeProperties } from 'n8n-workflow';

import { checkLanguageCode } from '../../fields/templateName';
import type { ListRule } from '../../parameters/parameterRules';
import type { Parameters } from '../../parameters/parameters';

/** Several languages. Read with `readLanguages`. */
export const languagesField: INodeProperties = {
	displayName: 'Language Codes',
	name: 'languageCodes',
	type: 'string',
	default: '',
	placeholder: 'e.g. en_US, es_ES, fr',
	description:
		'One or more codes, separated by commas. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages">All codes</a>.',
};

/**
 * The codes, each once.
 * @throws InputError when there are too few, or one is invalid.
 */
export function readLanguages(parameters: Parameters, rule: ListRule = {}): string[] {
	const codes = parameters.texts(languagesField.name, rule);
	for (const code of codes) checkLanguageCode(parameters, languagesField.name, code);
	return [...new Set(codes)];
}
