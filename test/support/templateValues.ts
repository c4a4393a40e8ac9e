import type { INodeParameters } from 'n8n-workflow';

import { getTemplateFields } from '../../nodes/WhatsAppBusiness/resourceMapping/templateFields';
import { pathOf } from '../../nodes/WhatsAppBusiness/fields/templateValues/mapped/columnPath';
import { business } from '../../simulator/business';
import type { Template } from '../../simulator/templates/template';
import type { CredentialData } from '../../nodes/graphApi/connection';
import { editorWith } from './editor';

export const chosen = ({ name, language }: Pick<Template, 'name' | 'language'>) => ({
	__rl: true,
	mode: 'list',
	value: `${name}|${language}`,
});

/**
 * The parameters the editor saves for a template and its values.
 * @param valueOf the value for a path (see `TemplateColumn`); '' is left empty.
 */
export async function filledIn(
	template: Pick<Template, 'name' | 'language'>,
	credential: CredentialData,
	valueOf: (column: string) => string = sampleValue,
): Promise<INodeParameters> {
	const chosenTemplate = { template: chosen(template) };
	const { fields } = await getTemplateFields.call(editorWith(credential, chosenTemplate));
	const value = Object.fromEntries(
		fields.map(({ id, defaultValue }) => [id, defaultValue ?? valueOf(pathOf(id) ?? id)]),
	);
	const schema = fields.map((field) => ({ ...field, removed: false }));
	return {
		...chosenTemplate,
		templateValues: {
			mappingMode: 'defineBelow',
			value: Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== '')),
			matchingColumns: [],
			schema: JSON.parse(JSON.stringify(schema)) as INodeParameters[],
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		},
	};
}

const [product, secondProduct] = business.catalog.productRetailerIds;

const samples: Array<[RegExp, string]> = [
	[/header\.image\.file$/, 'https://example.com/plant.jpg'],
	[/header\.(video|gif)\.file$/, 'https://example.com/care.mp4'],
	[/header\.document\.file$/, 'https://example.com/invoice.pdf'],
	[/fileName$/, 'invoice.pdf'],
	[/latitude$/, '37.758056'],
	[/longitude$/, '-122.425332'],
	[/catalogId$/, business.catalog.id],
	[/sectionTitle$/, 'Popular Plants'],
	[/(productId|thumbnailProductId)$/i, product],
	[/productIds$/, `${product}, ${secondProduct}`],
	[/^code\.|authenticationCode$/, '123456'],
	[/offerExpiration$/, '2027-03-31T18:00'],
	[/status\.status$/, 'shipped'],
	[/flowData$/, '{"name":"Pablo"}'],
	[/validMinutes$/, '1440'],
	[/couponCode$/, '25OFF'],
	[/paymentUrl$/, 'https://pay.example.com/i/rNiAagU8y'],
	[
		/orderDetails$/,
		JSON.stringify({
			reference_id: 'order-4711',
			type: 'digital-goods',
			payment_type: 'upi',
			payment_configuration: business.paymentConfiguration,
			currency: 'INR',
			total_amount: { value: 999, offset: 100 },
			order: {
				status: 'pending',
				items: [{ name: 'Aloe', amount: { value: 999, offset: 100 }, quantity: 1 }],
				subtotal: { value: 999, offset: 100 },
				tax: { value: 0, offset: 100 },
			},
		}),
	],
];

/** A valid value for the column with that path. */
export function sampleValue(column: string): string {
	return samples.find(([pattern]) => pattern.test(column))?.[1] ?? `Value of ${column}`;
}
