import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { catalogField, readCatalogId } from '../catalog';
import { productIdField, readProductId } from '../products/product';
import { coordinateFields, readCoordinates } from '../coordinates';
import { limits } from '../../../shared/limits';
import { documentNameField, mediaFields, readDocument, readMedia } from '../media';
import { mediaRules } from '../../../shared/mediaRules';
import type { TemplateHeaderType } from '../templateHeaderType';
import { readTextParameter, shownVariable, variableNameField } from '../templateText';
import { filePart, valueName, variablePart } from './valueNames';
import type { ValueReading } from './valueNames';

/** What the header of a template can be. */
export const headerTypes: INodePropertyOptions[] = [
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
		description: 'What the header of the template shows, if it has a variable, media or a location',
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

/** The fields of a location header besides its coordinates. */
export const placeFields: INodeProperties[] = [
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
];

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
	document: shownFor('document', [documentNameField]),
	location: shownFor('location', [...coordinateFields, ...placeFields]),
	product: shownFor('product', [productIdField, catalogField]),
};

/**
 * The header component with its one parameter, or undefined when no header was added.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 * @throws InputError for a missing or invalid value.
 */
export function readTemplateHeader(
	parameters: Parameters,
	reading: ValueReading,
): RequestBody | undefined {
	const header = parameters.entry('header', 'header');
	return header && { type: 'header', parameters: [readParameter(header, reading)] };
}

function readParameter(entry: Parameters, { place, flatten }: ValueReading): RequestBody {
	const named = (part: string) => entry.named(place + part, valueName);
	const header = named('Header');
	const type = header.choice('headerType') as TemplateHeaderType;
	switch (type) {
		case 'text':
			return readTextParameter(
				named(variablePart('Header', shownVariable(entry) ?? 1)),
				'headerText',
				{ maxLength: limits.templateHeaderText, flatten },
			);
		case 'location':
			return {
				type,
				location: {
					...readCoordinates(header),
					name: header.optionalText('locationName'),
					address: header.optionalText('address'),
				},
			};
		case 'product':
			return {
				type,
				product: {
					product_retailer_id: readProductId(header),
					catalog_id: readCatalogId(header),
				},
			};
		case 'document':
			return { type, document: readDocument(named(filePart(type)), header) };
		default:
			return { type, [type]: readMedia(named(filePart(type)), type) };
	}
}

function shownFor(type: TemplateHeaderType, fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({ ...field, displayOptions: { show: { headerType: [type] } } }));
}
