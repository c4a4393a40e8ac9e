import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { checkLanguageCode, checkTemplateName } from '../templateName';

/** Separates name and language in the value of a template from the list. Neither can contain it. */
export const languageSeparator = '|';

/** A language code in any writing, so that an error can say which one is right. */
const languageLike = /^[a-z]{2,3}([_-][a-z0-9]{2,4})?$/i;

/** The template and its language. Read with `readTemplate`. */
export const templateChoiceFields: INodeProperties[] = [
	{
		displayName: 'Template',
		name: 'template',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description:
			'The approved template to send. A name can include the language, such as order_confirmation, en_US.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. order_confirmation',
			},
		],
	},
	{
		displayName: 'Language Code',
		name: 'languageCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. en_US',
		description: "Language of the template. Leave it empty if 'Template' includes the language.",
		// A template from the list has its language. By its whole path, n8n finds the mode: by its name only the value.
		displayOptions: { hide: { '/template.mode': ['list'] } },
	},
];

/** The option for recipients who use another language. */
export const languagePolicyOption: INodeProperties = {
	displayName: 'Language Policy',
	name: 'languagePolicy',
	type: 'options',
	options: [
		{
			name: 'Deterministic',
			value: 'deterministic',
			description: 'Send exactly the chosen language, whatever the recipient has set',
		},
	],
	default: 'deterministic',
	description: 'How the language is chosen. WhatsApp has only this policy and uses it by default.',
};

/**
 * `name` and `language` of Meta's template object.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 * @throws InputError when the name or the language is missing or invalid.
 */
export function readTemplate(parameters: Parameters): RequestBody {
	const { name, code } = readTemplateIdentity(parameters);
	const options = parameters.group('options');
	const policy = options.optionalChoice('languagePolicy');
	return { name, language: { code, policy } };
}

/** The error for a template that the account does not have. */
export function unknownTemplate({ name, code }: { name: string; code: string }): InputError {
	return new InputError(
		'Template',
		`'${name}' does not exist in the language ${code}`,
		'Check the name and the language, or select the template from the list.',
		'templates',
	);
}

/**
 * The name of the template and the code of its language.
 * @throws InputError as `readTemplate`.
 */
export function readTemplateIdentity(parameters: Parameters): { name: string; code: string } {
	const { name, ownLanguage } = namedTemplate(parameters.optionalLocator('template') ?? '');
	if (name === '') {
		throw parameters.error('template', 'is empty', 'Select a template, or enter its name.');
	}
	checkTemplateName(parameters, 'template', name);
	const code = ownLanguage ?? parameters.optionalText('languageCode')?.trim();
	if (code === undefined) {
		throw parameters.error(
			'languageCode',
			'is empty',
			`Enter the language code of the template, such as en_US, or write it behind the name: ${name}, en_US.`,
		);
	}
	checkLanguageCode(parameters, 'languageCode', code);
	return { name, code };
}

/**
 * A template from the list, or as a person or a language model writes it: `order_confirmation`, with its language
 * `order_confirmation, en_US` or `order_confirmation (en_US)`.
 */
function namedTemplate(text: string): { name: string; ownLanguage?: string } {
	const [fromList = '', listLanguage] = text.split(languageSeparator);
	if (listLanguage !== undefined) return { name: fromList, ownLanguage: listLanguage };
	const [name = '', language, ...more] = text.split(/[\s,/()]+/).filter((part) => part !== '');
	if (language === undefined || more.length > 0 || !languageLike.test(language))
		return { name: text };
	return { name, ownLanguage: language };
}
