import { callersOf, unlistedEndpoints } from '../../scripts/metaEndpoints/callers';
import { documentedEndpoints } from '../../scripts/metaEndpoints/endpoints';

describe("the list of Meta's endpoints", () => {
	it('says of each what calls it: an operation by its cases, or something else by hand', () => {
		const nothing = documentedEndpoints.filter(
			(documented) => callersOf(documented).length === 0 && documented.instead === undefined,
		);
		expect(nothing.map(({ endpoint }) => endpoint)).toEqual([]);
	});

	it('names nothing else where an operation calls the endpoint', () => {
		const stale = documentedEndpoints.filter(
			(documented) => callersOf(documented).length > 0 && documented.instead !== undefined,
		);
		expect(stale.map(({ endpoint }) => endpoint)).toEqual([]);
	});

	// Meta does not document these for the Cloud API.
	it('has every endpoint that an operation calls, but for two', () => {
		expect(unlistedEndpoints()).toEqual(['GET /{message}', 'POST /{phoneNumber}/contacts']);
	});

	it("has each endpoint once, with a page of Meta's", () => {
		const endpoints = documentedEndpoints.map(({ endpoint }) => endpoint);
		expect([...new Set(endpoints)]).toEqual(endpoints);
		for (const { endpoint, page } of documentedEndpoints) {
			expect(endpoint).toMatch(/^(GET|POST|DELETE) (api\.facebook\.com)?\/\S+$/);
			expect(page).toMatch(/^https:\/\/developers\.facebook\.com\/\S+$/);
		}
	});
});
