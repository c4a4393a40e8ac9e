import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';
import { limits } from '../../shared/limits';

/** The name of a template, which all its languages share. Read with `readTemplateName`. */
export const templateNameField: INodeProperties = {
	displayName: 'Template Name',
	name: 'templateName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. order_confirmation',
};

/** @throws InputError when the name is empty or invalid. */
export function readTemplateName(parameters: Parameters): string {
	const name = parameters.text(templateNameField.name).trim();
	checkTemplateName(parameters, templateNameField.name, name);
	return name;
}

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview#names
 * @param field that contains the name.
 * @throws InputError when the name is invalid.
 */
export function checkTemplateName(parameters: Parameters, field: string, name: string): void {
	if (name.length > limits.templateName || !/^[a-z0-9_]+$/.test(name)) {
		throw parameters.error(
			field,
			'is not a valid template name',
			`Use lowercase letters, digits and underscores, at most ${limits.templateName} characters.`,
		);
	}
}

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages
 * @param field that contains the code.
 * @throws InputError when the code is invalid.
 */
export function checkLanguageCode(parameters: Parameters, field: string, code: string): void {
	if (!/^[a-z]{2,3}(_[A-Z0-9]{2,4})?$/.test(code)) {
		throw parameters.error(
			field,
			'is not a valid language code',
			'Use a code such as en, en_US or pt_BR: with an underscore, and the country in capitals.',
		);
	}
}
