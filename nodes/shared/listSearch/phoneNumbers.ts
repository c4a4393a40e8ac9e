import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { JsonObject } from '../../graphApi/types';
import { usableNumbers } from '../account/knownAccount';
import { NotReachable, numberFields, readNumber } from '../account/reachable';
import type { ReachableNumber } from '../account/reachable';
import { ofWaba, pickFrom } from './list';

// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
const qualities: Record<string, string> = { GREEN: 'high', YELLOW: 'medium', RED: 'low' };

/** The numbers of the credential's WABA, for the 'Sender Number' list. Of several WABAs, all that the token can use. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickFrom<JsonObject>(
		this,
		{
			endpoint: ofWaba('phone_numbers'),
			manager: 'phone-numbers',
			query: { fields: numberFields },
			item: (entry) => item(readNumber(entry)),
			async ofSeveral(api) {
				const numbers = await usableNumbers(api, { wabaId: '' }).catch((error: unknown) => {
					if (error instanceof NotReachable) return [];
					throw error;
				});
				return numbers.map((number) => item(number, `account ${number.wabaId}`));
			},
		},
		filter,
		page,
	);
}

function item(
	{ id, displayNumber, verifiedName, quality }: Omit<ReachableNumber, 'wabaId'>,
	account?: string,
) {
	const rated = qualities[quality ?? ''];
	const parts = [displayNumber ?? id, verifiedName, rated && `${rated} quality`, account];
	return { name: parts.filter(Boolean).join(' · '), value: id };
}
