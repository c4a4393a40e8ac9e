import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { asTextOrNumber } from '../../../graphApi/coerce';
import type { Path } from '../../../graphApi/path';
import type { Query } from '../../../graphApi/types';
import { pickFrom } from '../../../shared/listSearch/list';
import { onPlatform } from '../../fields/kapsoPlatform';

/** A list of Kapso's platform for a 'From List' field. */
interface KapsoList<Entry extends object> {
	/** @throws InputError when it needs a field that is empty. */
	path: (context: ILoadOptionsFunctions) => Path;
	/** `cursor`: pages are linked. `number`: pages are counted. */
	pages: 'cursor' | 'number';
	item: (entry: Entry) => INodeListSearchItems;
}

/** A method that fills a list from Kapso's platform. Credentials of other hosts are refused with a sentence. */
export function kapsoPicker<Entry extends object>({ path, pages, item }: KapsoList<Entry>) {
	const query: Query = pages === 'number' ? { limit: undefined, per_page: 100 } : {};
	return async function search(
		this: ILoadOptionsFunctions,
		filter?: string,
		page?: string,
	): Promise<INodeListSearchResult> {
		const endpoint = () => ({ path: path(this), ...onPlatform });
		return await pickFrom<Entry>(this, { endpoint, query, item }, filter, page);
	};
}

/** A phone number as people write it: Kapso leaves the plus out. */
export function withPlus(number: unknown): string | undefined {
	return asTextOrNumber(number)?.replace(/^(?=\d)/, '+');
}
