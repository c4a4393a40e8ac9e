import type { INodeProperties } from 'n8n-workflow';

import type { BodyValue, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { flattenField } from '../templateText';
import { templateValuesAsFields, templateValuesField } from './mapped/templateValuesField';
import { bodyVariablesField, readBodyVariables } from './bodyVariables';
import { readTemplateButtons, templateButtonsField } from './buttons';
import { carouselField, readCarousel } from './carousel';
import { optionalComponentOptions, readOptionalComponents } from './optionalComponents';
import { readTemplateHeader, templateHeaderField } from './header';

/** How the values are given. */
export const specifyValuesField: INodeProperties = {
	displayName: 'Specify Values',
	name: 'specifyValues',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'From the Template',
			value: 'template',
			description: 'Only the values that the chosen template needs',
		},
		{
			name: 'Using Fields',
			value: 'fields',
			description: 'Header, variables and buttons entered by hand, for any template',
		},
		{ name: 'Using JSON', value: 'json', description: "Meta's list of components" },
	],
	default: 'template',
	description: 'How to enter the values for variables, header and buttons of the template',
};

/** The values that the chosen template needs. */
export const valuesFromTemplateField: INodeProperties = {
	...templateValuesField,
	// Without a template there are no values.
	displayOptions: { show: { specifyValues: ['template'] }, hide: { template: [''] } },
};

/** Meta's JSON. */
export const componentsJsonField: INodeProperties = {
	displayName: 'Components',
	name: 'components',
	type: 'json',
	displayOptions: { show: { specifyValues: ['json'] } },
	typeOptions: { rows: 6 },
	default: '[]',
	description:
		'JSON list of components, sent as it is. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components">More information</a>.',
};

/** The values for the template: those that it needs, using fields, or as Meta's JSON. */
export const componentFields: INodeProperties[] = [
	specifyValuesField,
	valuesFromTemplateField,
	...[
		templateHeaderField(
			['document', 'gif', 'image', 'location', 'product', 'text', 'video'],
			'text',
		),
		bodyVariablesField,
		templateButtonsField,
		carouselField,
	].map((field) => ({ ...field, displayOptions: { show: { specifyValues: ['fields'] } } })),
	componentsJsonField,
];

/** The same without 'Using Fields', whose many fields the node has only once. Read with `readComponents`, as if it had all. */
export const fewComponentFields: INodeProperties[] = [
	{
		...specifyValuesField,
		options: specifyValuesField.options?.filter(
			(option) => !('value' in option) || option.value !== 'fields',
		),
	},
	valuesFromTemplateField,
	componentsJsonField,
];

const withoutJson = (option: INodeProperties): INodeProperties => ({
	...option,
	displayOptions: { show: { '/specifyValues': ['fields', 'template'] } },
});

/** The options for how values are sent. */
export const componentOptions: INodeProperties[] = [flattenField].map(withoutJson);

/** Options for values that the definition of the template does not mention. */
export const rareComponentOptions: INodeProperties[] = optionalComponentOptions.map(withoutJson);

/**
 * Meta's `components`, or undefined if there are no values.
 * @throws InputError for a missing or invalid value, or JSON that is not a list.
 */
export function readComponents(parameters: Parameters): BodyValue[] | undefined {
	const components =
		parameters.choice('specifyValues') === 'json'
			? (parameters.optionalJsonList('components') ?? [])
			: readFields(parameters);
	return components.length === 0 ? undefined : components;
}

function readFields(parameters: Parameters): RequestBody[] {
	const flatten = parameters.group('options').boolean(flattenField.name);
	const fields =
		parameters.choice('specifyValues') === 'template'
			? templateValuesAsFields(parameters, flatten)
			: parameters;
	const reading = { place: '', flatten };
	const header = readTemplateHeader(fields, reading);
	const others = [
		...readOptionalComponents(fields.group('options'), parameters.group('options')),
		...readTemplateButtons(fields, reading),
		readCarousel(fields, flatten),
	].filter((component) => component !== undefined);
	const alone = header === undefined && others.length === 0;
	const maxLength = alone ? limits.templateBodyAlone : limits.templateBody;
	const body = readBodyVariables(fields, reading, maxLength);
	return [header, body, ...others].filter((component) => component !== undefined);
}
