import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { wabaList } from './wabaList';

interface PhoneNumber {
	id: string;
	display_phone_number?: string;
	verified_name?: string;
}

/** The numbers of the credential's WABA, for the 'Sender Number' list. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return wabaList<PhoneNumber>(
		this,
		'phone_numbers',
		{ fields: 'id,display_phone_number,verified_name' },
		({ id, display_phone_number, verified_name }) => ({
			name: [display_phone_number ?? id, verified_name].filter(Boolean).join(' · '),
			value: id,
		}),
		filter,
	);
}
