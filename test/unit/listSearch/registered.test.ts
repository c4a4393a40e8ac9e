import { WhatsAppBusiness } from '../../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { WhatsAppBusinessTrigger } from '../../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';

/** Where a node registers the methods that its fields name. */
const properties: Readonly<Record<string, string>> = {
	loadOptionsMethod: 'loadOptions',
	resourceMapperMethod: 'resourceMapping',
	searchListMethod: 'listSearch',
};

/** The methods that fields name anywhere in the description, e.g. "listSearch: searchFlows". */
function namedIn(description: unknown): string[] {
	if (typeof description !== 'object' || description === null) return [];
	return Object.entries(description).flatMap(([key, value]) =>
		key in properties ? [`${properties[key]}: ${String(value)}`] : namedIn(value),
	);
}

describe('list search methods', () => {
	it.each([new WhatsAppBusiness(), new WhatsAppBusinessTrigger()])(
		'$description.displayName has every method that its fields name, and no other',
		({ description, methods }) => {
			const registered = Object.entries(methods)
				.filter(([property]) => Object.values(properties).includes(property))
				.flatMap(([property, functions]) =>
					Object.keys(functions).map((name) => `${property}: ${name}`),
				);
			expect(registered.sort()).toEqual([...new Set(namedIn(description.properties))].sort());
		},
	);
});
