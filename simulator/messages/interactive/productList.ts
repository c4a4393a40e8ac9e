import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { limitedList, limitedText } from '../parts';
import { body, footer, header, interactive } from './parts';

const maximumProducts = 30;

/** Sections of products, in messages and templates. */
export const productSections = limitedList(
	'sections',
	z.strictObject({
		title: limitedText('Section title', 24).optional(),
		product_items: z.array(z.strictObject({ product_retailer_id: z.string().min(1) })).min(1),
	}),
	1,
	10,
)
	.refine(
		(sections) => sections.length === 1 || sections.every(({ title }) => title !== undefined),
		metaIssue(131009, 'Section title is required when there is more than one section'),
	)
	.refine(
		(sections) => sections.flatMap((section) => section.product_items).length <= maximumProducts,
		metaIssue(131009, `Total product count exceed max allowed count: ${maximumProducts}`),
	);

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
export const productList = interactive('product_list', {
	header: header('text'),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({ catalog_id: z.string().min(1), sections: productSections }),
});
