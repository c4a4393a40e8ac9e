import type { Parameters } from '../parameters/parameters';
import { idLocator } from '../../shared/idLocator';
import { readId } from './readId';

/** A catalog from the list or by ID. Read with `readCatalogId`. */
export const catalogField = idLocator({
	displayName: 'Catalog',
	name: 'catalogId',
	required: true,
	description: 'A catalog that is connected to your WhatsApp Business Account',
	searchListMethod: 'searchCatalogs',
	exampleId: '146265584024623',
	hint: 'Commerce Manager shows it below the catalog name',
});

/** @throws InputError when the field is empty or the ID is invalid. */
export function readCatalogId(parameters: Parameters): string {
	return readId(parameters, catalogField.name, {
		what: 'a catalog ID',
		where: 'Commerce Manager shows it below the catalog name.',
	});
}
