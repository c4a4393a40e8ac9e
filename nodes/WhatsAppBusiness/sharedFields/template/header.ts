import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters';
import { limits } from '../limits';
import { mediaFields, readMedia } from '../media';
import { mediaRules } from '../mediaRules';
import { readTextParameter, variableNameField } from './text';

/** What a header can show, in Meta's words. */
export type TemplateHeaderType =
	'document' | 'gif' | 'image' | 'location' | 'product' | 'text' | 'video';

const headerTypes: INodePropertyOptions[] = [
	{ name: 'Document', value: 'document' },
	{
		name: 'GIF',
		value: 'gif',
		description: 'An MP4 video shown as an animated picture, for the Marketing Messages API only',
	},
	{ name: 'Image', value: 'image' },
	{ name: 'Location', value: 'location' },
	{ name: 'Product', value: 'product', description: 'A product of your catalog' },
	{ name: 'Text', value: 'text', description: 'Value of the variable in the header text' },
	{ name: 'Video', value: 'video' },
];

/** The 'Header' field with the given types. */
export function templateHeaderField(
	types: TemplateHeaderType[],
	defaultType: TemplateHeaderType,
): INodeProperties {
	const options = headerTypes.filter(({ value }) => types.includes(value as TemplateHeaderType));
	return {
		displayName: 'Header',
		name: 'header',
		type: 'fixedCollection',
		placeholder: 'Add Header',
		default: {},
		description: 'What the header of the template shows, if it has a variable, media, or a place',
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [
					{
						displayName: 'Header Type',
						name: 'headerType',
						type: 'options',
						options,
						default: defaultType,
					},
					...mediaFields({ headerType: types.filter((type) => type in mediaRules) }),
					...types.flatMap((type) => valueFields[type] ?? []),
				],
			},
		],
	};
}

const valueFields: Partial<Record<TemplateHeaderType, INodeProperties[]>> = {
	text: shownFor('text', [
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Summer Sale',
			description: `Value of the variable in the header, at most ${limits.templateHeaderText} characters`,
		},
		variableNameField,
	]),
	document: shownFor('document', [
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. invoice.pdf',
			description: 'Name of the document as the recipient sees it',
		},
	]),
	location: shownFor('location', [
		{
			displayName: 'Latitude',
			name: 'latitude',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 37.4847',
			description: 'Degrees north, negative for south',
		},
		{
			displayName: 'Longitude',
			name: 'longitude',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. -122.1473',
			description: 'Degrees east, negative for west',
		},
		{
			displayName: 'Location Name',
			name: 'locationName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Lucky Shrub',
			description: 'Shown below the map',
		},
		{
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1 Hacker Way, Menlo Park',
			description: 'Shown below the name',
		},
	]),
	product: shownFor('product', [
		{
			displayName: 'Product ID',
			name: 'productId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 2lc20305pt',
			description: 'Content ID of the product in your catalog (Meta calls it retailer ID, too)',
		},
		{
			displayName: 'Catalog ID',
			name: 'catalogId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 146265584024623',
			description: 'ID of the catalog that is connected to your WhatsApp Business Account',
		},
	]),
};

/**
 * The header component with its one parameter, or undefined when no header was added.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 * @throws InputError when a value is missing or can't work.
 */
export function readTemplateHeader(parameters: Parameters): RequestBody | undefined {
	const header = parameters.entry('header', 'header');
	return header && { type: 'header', parameters: [readParameter(header)] };
}

function readParameter(header: Parameters): RequestBody {
	const type = header.choice('headerType') as TemplateHeaderType;
	switch (type) {
		case 'text':
			return readTextParameter(header, 'headerText', limits.templateHeaderText);
		case 'location':
			return {
				type,
				location: {
					latitude: header.number('latitude', { min: -90, max: 90 }),
					longitude: header.number('longitude', { min: -180, max: 180 }),
					name: header.optionalText('locationName'),
					address: header.optionalText('address'),
				},
			};
		case 'product':
			return {
				type,
				product: {
					product_retailer_id: header.text('productId').trim(),
					catalog_id: header.text('catalogId').trim(),
				},
			};
		case 'document':
			return {
				type,
				document: { ...readMedia(header, type), filename: header.optionalText('fileName') },
			};
		default:
			return { type, [type]: readMedia(header, type) };
	}
}

function shownFor(type: TemplateHeaderType, fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({ ...field, displayOptions: { show: { headerType: [type] } } }));
}
