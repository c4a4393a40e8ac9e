import type { INodeProperties } from 'n8n-workflow';

import type { BodyValue, RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import { templateValuesAsFields, templateValuesField } from './values/templateValuesField';
import { bodyVariablesField, readBodyVariables } from './bodyVariables';
import { readTemplateButtons, templateButtonsField } from './buttons';
import { carouselField, readCarousel } from './carousel';
import { optionalComponentOptions, readOptionalComponents } from './optionalComponents';
import { readTemplateHeader, templateHeaderField } from './header';

/** The values for the template: those it asks for, through fields, or as Meta's own list of components. */
export const componentFields: INodeProperties[] = [
	{
		displayName: 'Specify Values',
		name: 'specifyValues',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'From the Template',
				value: 'template',
				description: 'Exactly the values that the chosen template takes',
			},
			{
				name: 'Using Fields',
				value: 'fields',
				description: 'Header, variables and buttons put together by hand, for any template',
			},
			{ name: 'Using JSON', value: 'json', description: "Meta's list of components" },
		],
		default: 'template',
		description: 'How to enter the values for variables, header and buttons of the template',
	},
	{
		...templateValuesField,
		// Before a template is chosen there is nothing to ask for.
		displayOptions: { show: { specifyValues: ['template'] }, hide: { template: [''] } },
	},
	...[
		templateHeaderField(
			['document', 'gif', 'image', 'location', 'product', 'text', 'video'],
			'text',
		),
		bodyVariablesField,
		templateButtonsField,
		carouselField,
	].map((field) => ({ ...field, displayOptions: { show: { specifyValues: ['fields'] } } })),
	{
		displayName: 'Components',
		name: 'components',
		type: 'json',
		displayOptions: { show: { specifyValues: ['json'] } },
		typeOptions: { rows: 6 },
		default: '[]',
		description:
			'JSON list of components, sent as it is. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components">More information</a>.',
	},
];

/** Options that belong to the values, for what the template's definition does not tell. */
export const componentOptions: INodeProperties[] = optionalComponentOptions.map((option) => ({
	...option,
	displayOptions: { show: { '/specifyValues': ['fields', 'template'] } },
}));

/**
 * Meta's `components`, or undefined when the template needs no value.
 * @throws InputError when a value is missing or can't work, or the JSON is not a list.
 */
export function readComponents(parameters: Parameters): BodyValue[] | undefined {
	const components =
		parameters.choice('specifyValues') === 'json'
			? (parameters.optionalJsonList('components') ?? [])
			: readFields(parameters);
	return components.length === 0 ? undefined : components;
}

function readFields(parameters: Parameters): RequestBody[] {
	const fields =
		parameters.choice('specifyValues') === 'template'
			? templateValuesAsFields(parameters)
			: parameters;
	const header = readTemplateHeader(fields);
	const others = [
		...readOptionalComponents(fields.group('options'), parameters.group('options')),
		...readTemplateButtons(fields),
		readCarousel(fields),
	].filter((component) => component !== undefined);
	const alone = header === undefined && others.length === 0;
	const body = readBodyVariables(fields, alone ? limits.templateBodyAlone : limits.templateBody);
	return [header, body, ...others].filter((component) => component !== undefined);
}
