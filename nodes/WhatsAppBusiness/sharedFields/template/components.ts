import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters';
import { limits } from '../limits';
import { bodyVariablesField, readBodyVariables } from './body';
import { readTemplateButtons, templateButtonsField } from './buttons';
import { carouselField, readCarousel } from './carousel';
import { extraOptions, readExtras } from './extras';
import { readTemplateHeader, templateHeaderField } from './header';

/** The values for the template: through fields, or as Meta's own list of components. */
export const componentFields: INodeProperties[] = [
	{
		displayName: 'Specify Values',
		name: 'specifyValues',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
		description: 'How to enter the values for variables, header and buttons of the template',
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

/** Options that belong to the fields. */
export const componentOptions: INodeProperties[] = extraOptions.map((option) => ({
	...option,
	displayOptions: { show: { '/specifyValues': ['fields'] } },
}));

/**
 * Meta's `components`, or undefined when the template needs no value.
 * @throws InputError when a value is missing or can't work, or the JSON is not a list.
 */
export function readComponents(parameters: Parameters): RequestBody[string] {
	const components =
		parameters.choice('specifyValues') === 'json'
			? (parameters.optionalJsonList('components') ?? [])
			: readFields(parameters);
	return components.length === 0 ? undefined : components;
}

function readFields(parameters: Parameters): RequestBody[] {
	const header = readTemplateHeader(parameters);
	const others = [
		...readExtras(parameters.group('options')),
		...readTemplateButtons(parameters),
		readCarousel(parameters),
	].filter((component) => component !== undefined);
	const alone = header === undefined && others.length === 0;
	const body = readBodyVariables(
		parameters,
		alone ? limits.templateBodyAlone : limits.templateBody,
	);
	return [header, body, ...others].filter((component) => component !== undefined);
}
