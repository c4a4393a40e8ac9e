import { business } from '../business';

type RetailerId = (typeof business.catalog.productRetailerIds)[number];

const names: Record<RetailerId, string> = {
	'2lc20305pt': 'Blue Elf Aloe',
	nqryix03ez: 'Terracotta Pot',
	flxa9b2z8t: 'Echeveria',
	kx7u1m4q0w: 'Watering Can',
};

/** The products of the catalog. */
export const products = business.catalog.productRetailerIds.map((retailer_id, index) => ({
	id: `30012345678${index}`,
	retailer_id,
	name: names[retailer_id],
	description: `${names[retailer_id]} of Lucky Shrub`,
	availability: 'in stock',
	brand: 'Lucky Shrub',
	category: undefined,
	condition: 'new',
	price: `€${12 + index}.99`,
	sale_price: undefined,
	currency: 'EUR',
	url: `https://www.luckyshrub.com/plants/${retailer_id}`,
	image_url: `https://www.luckyshrub.com/plants/${retailer_id}.jpg`,
	inventory: 10 + index,
	review_status: 'approved',
	visibility: 'published',
}));
