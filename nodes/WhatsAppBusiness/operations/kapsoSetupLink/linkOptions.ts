import type { INodeProperties } from 'n8n-workflow';

import { readCountryCodes } from '../../fields/countryCodes';
import { kapsoNumberField, readOptionalKapsoNumber } from '../../fields/kapsoIds';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

const reconnectField: INodeProperties = {
	...kapsoNumberField,
	displayName: 'Reconnect Number',
	name: 'reconnectNumber',
	required: false,
	description: 'The number of the customer to connect again',
};

/** What the page of a setup link offers. Read with `readLink`. https://docs.kapso.ai/docs/platform/setup-links/create-and-configure */
export const linkOptions: INodeProperties[] = [
	{
		displayName: 'Area Code',
		name: 'areaCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 415',
		description: 'Area code of a number that Kapso provides',
	},
	{
		displayName: 'Connection Types',
		name: 'connectionTypes',
		type: 'multiOptions',
		options: [
			{
				name: 'Coexistence',
				value: 'coexistence',
				description: 'A number that stays in the WhatsApp Business app',
			},
			{ name: 'Dedicated', value: 'dedicated', description: 'A number for the API alone' },
		],
		default: [],
		description: 'Which numbers the customer can connect. If none is chosen, both.',
	},
	{
		displayName: 'Countries',
		name: 'countries',
		type: 'string',
		default: '',
		placeholder: 'e.g. US, BR',
		description: 'Countries of a number that Kapso provides, as two-letter codes',
	},
	{
		displayName: 'Failure URL',
		name: 'failureUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/failed',
		description: 'Page that opens if the number was not connected, with error_code',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Arabic', value: 'ar' },
			{ name: 'English', value: 'en' },
			{ name: 'Hindi', value: 'hi' },
			{ name: 'Indonesian', value: 'id' },
			{ name: 'Portuguese', value: 'pt' },
			{ name: 'Spanish', value: 'es' },
		],
		default: 'en',
		description: 'Language of the page',
	},
	{
		displayName: 'Provide Number',
		name: 'provideNumber',
		type: 'boolean',
		default: true,
		description: 'Whether Kapso provides a number for the customer',
	},
	reconnectField,
	{
		displayName: 'Success URL',
		name: 'successUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/connected',
		description: 'Page that opens when the number is connected, with phone_number_id',
	},
	{
		displayName: 'Theme',
		name: 'theme',
		type: 'json',
		default: '{}',
		description: 'Colors of the page, such as { "primary_color": "#3b82f6" }',
	},
];

/** @throws InputError for an invalid value. */
export function readLink(options: Parameters): RequestBody {
	const types = options.choices('connectionTypes');
	const countries = readCountryCodes(options, 'countries', {});
	return {
		success_redirect_url: readUrl(options, 'successUrl'),
		failure_redirect_url: readUrl(options, 'failureUrl'),
		language: options.optionalChoice('language'),
		allowed_connection_types: types.length === 0 ? undefined : types,
		provision_phone_number: options.optionalBoolean('provideNumber'),
		phone_number_country_isos: countries.length === 0 ? undefined : countries,
		phone_number_area_code: readAreaCode(options),
		theme_config: options.optionalJsonObject('theme'),
		reconnect_phone_number: readOptionalKapsoNumber(options, reconnectField),
	};
}

function readUrl(options: Parameters, name: string): string | undefined {
	return options.hasValue(name) ? options.url(name) : undefined;
}

function readAreaCode(options: Parameters): string | undefined {
	return options
		.optionalText('areaCode', {
			convert: (text) => text.trim(),
			pattern: { regex: /^\d{1,6}$/, description: 'digits only, such as 415' },
		})
		?.trim();
}
