import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { searchPhoneNumbers } from '../../shared/listSearch/phoneNumbers';
import { automatic } from '../fields/sender';

/** 'Automatic' and the credential's numbers, for the 'Sender' list. */
export async function searchSenders(
	this: ILoadOptionsFunctions,
	filter = '',
	page?: string,
): Promise<INodeListSearchResult> {
	const numbers = await searchPhoneNumbers.call(this, filter, page);
	const isWanted = automatic.toLowerCase().includes(filter.trim().toLowerCase());
	if (page !== undefined || !isWanted) return numbers;
	return { ...numbers, results: [{ name: automatic, value: '' }, ...numbers.results] };
}
