import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Account } from '../../../../graphApi/connection';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import type { TemplateHeaderType } from '../../../fields/templateHeaderType';
import { checkPlain } from './plainText';
import { isSampleType, readSample, sampleFields } from './sampleFile';
import { areNamed, namedExamples, readVariables } from './variables';

const headerTypes: INodePropertyOptions[] = [
	{ name: 'Document', value: 'document', description: 'A PDF that each message contains' },
	{
		name: 'GIF',
		value: 'gif',
		description: 'An MP4 video shown as an animated picture, for the Marketing Messages API only',
	},
	{ name: 'Image', value: 'image' },
	{ name: 'Location', value: 'location', description: 'A place on a map' },
	{ name: 'Product', value: 'product', description: 'A product of your catalog' },
	{ name: 'Text', value: 'text' },
	{ name: 'Video', value: 'video' },
];

/** The 'Header' field of a template definition, with the given types. */
export function headerField(
	types: TemplateHeaderType[],
	defaultType: TemplateHeaderType,
): INodeProperties {
	const shownFor = (...shown: TemplateHeaderType[]) => ({ show: { headerType: shown } });
	const textFields: INodeProperties[] = [
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			required: true,
			displayOptions: shownFor('text'),
			default: '',
			placeholder: 'e.g. Our {{1}} is on!',
			description: `One line without formatting, at most ${limits.templateHeaderText} characters and one variable`,
		},
		{
			displayName: 'Header Example',
			name: 'headerExample',
			type: 'string',
			displayOptions: shownFor('text'),
			default: '',
			placeholder: 'e.g. Summer Sale',
			description: "Example for the variable in the header text, for Meta's review",
		},
	];
	return {
		displayName: 'Header',
		name: 'header',
		type: 'fixedCollection',
		placeholder: 'Add Header',
		default: {},
		description: 'What is shown above the body',
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [
					{
						displayName: 'Header Type',
						name: 'headerType',
						type: 'options',
						options: headerTypes.filter(({ value }) => types.includes(value as TemplateHeaderType)),
						// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-options -- the options are derived
						default: defaultType,
					},
					...(types.includes('text') ? textFields : []),
					...sampleFields(types.filter(isSampleType)),
				],
			},
		],
	};
}

/** A header and the variables in its text. */
export interface Header {
	component: RequestBody;
	type: TemplateHeaderType;
	variables: string[];
}

/**
 * The header as Meta's component, or undefined when none was added.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 * @throws InputError when a value is missing or invalid.
 */
export function readHeader(parameters: Parameters, account: Account): Header | undefined {
	const header = parameters.entry('header', 'header');
	if (!header) return undefined;
	const type = header.choice('headerType') as TemplateHeaderType;
	const component: RequestBody = { type: 'HEADER', format: type.toUpperCase() };
	if (type === 'text') return { ...readText(header, component), type };
	if (isSampleType(type)) {
		component.example = { header_handle: [readSample(header, type, account)] };
	}
	return { component, type, variables: [] };
}

function readText(header: Parameters, component: RequestBody): Omit<Header, 'type'> {
	const text = header.text('headerText', { maxLength: limits.templateHeaderText });
	const variables = readVariables(header, 'headerText', text);
	checkPlain(header, 'headerText', text);
	if (variables.length > 1) {
		throw header.error(
			'headerText',
			`has ${variables.length} variables`,
			'Keep one: a header can have one variable.',
		);
	}
	return { component: { ...component, text, example: readExample(header, variables) }, variables };
}

function readExample(header: Parameters, [variable]: string[]): RequestBody | undefined {
	if (variable === undefined) {
		if (header.optionalText('headerExample') === undefined) return undefined;
		throw header.error(
			'headerExample',
			'is set, but the header text has no variable',
			'Remove the example, or add a variable such as {{1}} to the text.',
		);
	}
	const example = header.text('headerExample');
	return areNamed([variable])
		? { header_text_named_params: namedExamples([[variable, example]]) }
		: { header_text: [example] };
}
