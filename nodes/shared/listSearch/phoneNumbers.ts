import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ofWaba, pickFrom } from './list';

interface PhoneNumber {
	id: string;
	display_phone_number?: string;
	verified_name?: string;
	quality_rating?: string;
}

// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
const qualities: Record<string, string> = { GREEN: 'high', YELLOW: 'medium', RED: 'low' };

/** The numbers of the credential's WABA, for the 'Sender Number' list. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickFrom<PhoneNumber>(
		this,
		{
			path: ofWaba('phone_numbers'),
			query: { fields: 'id,display_phone_number,verified_name,quality_rating' },
			item: ({ id, display_phone_number, verified_name, quality_rating = '' }) => {
				const quality = qualities[quality_rating];
				return {
					name: [display_phone_number ?? id, verified_name, quality && `${quality} quality`]
						.filter(Boolean)
						.join(' · '),
					value: id,
				};
			},
		},
		filter,
		page,
	);
}
