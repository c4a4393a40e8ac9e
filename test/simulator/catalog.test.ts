import { business, type Simulator } from '../../simulator';
import { call, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const list = (query = '') =>
	call(simulator, 'GET', `/v25.0/${business.catalog.id}/products?${query}`);
const filtered = async (filter: unknown) =>
	(await list(`fields=retailer_id&filter=${encodeURIComponent(JSON.stringify(filter))}`)).body.data;

describe('products of the simulator', () => {
	it('are all of the catalog, with the fields that are asked for', async () => {
		const { body } = await list('fields=retailer_id,price');
		expect(body.data).toEqual(
			business.catalog.productRetailerIds.map((retailer_id) => ({
				id: expect.any(String),
				retailer_id,
				price: expect.any(String),
			})),
		);
	});

	it('are found by name or content ID, in any case', async () => {
		const aloe = [{ id: expect.any(String), retailer_id: '2lc20305pt' }];
		expect(await filtered({ name: { i_contains: 'aloe' } })).toEqual(aloe);
		const either = (i_contains: string) => ({
			or: [{ name: { i_contains } }, { retailer_id: { i_contains } }],
		});
		expect(await filtered(either('2LC'))).toEqual(aloe);
		expect(await filtered(either('rose'))).toEqual([]);
	});

	it.each([
		['an unknown field', 'fields=color'],
		['an unknown filter', `filter=${encodeURIComponent('{"color":{"i_contains":"blue"}}')}`],
	])('are refused with %s', async (_name, query) => {
		expect((await list(query)).error.code).toBe(100);
	});

	it('need the permission catalog_management (200)', async () => {
		simulator.updateSettings({
			token: {
				permissions: [{ scope: 'whatsapp_business_management' }],
				expiresAt: 0,
				dataAccessExpiresAt: 0,
			},
		});
		expect((await list()).error.code).toBe(200);
	});
});
