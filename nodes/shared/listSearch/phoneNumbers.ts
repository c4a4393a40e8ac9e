import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { GraphApi } from '../../graphApi/graphApi';
import type { HostNumber } from '../../graphApi/hosts/hostIds';
import type { JsonObject } from '../../graphApi/types';
import { whereIs } from '../account/credentialId';
import { usableNumbers } from '../account/knownAccount';
import { NotReachable, numberFields, readNumber } from '../account/reachable';
import { InputError } from '../inputError';
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
			ofOtherHost: async (api) => (await numbersAtHost(api)).map((number) => item(number)),
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

/** @throws InputError if the host does not name its numbers, RequestError. */
async function numbersAtHost(api: GraphApi): Promise<HostNumber[]> {
	const { account } = api.connection;
	return await usableNumbers(api, account).catch((error: unknown) => {
		if (!(error instanceof NotReachable)) throw error;
		throw new InputError(
			'From List',
			`has no numbers, as ${error.message}`,
			`Leave the field as it is to use the credential's number. ${whereIs('phoneNumberId', account)}`,
		);
	});
}

function item(
	{ id, displayNumber, verifiedName, quality }: Omit<HostNumber, 'wabaId'>,
	account?: string,
) {
	const rated = qualities[quality ?? ''];
	const parts = [displayNumber ?? id, verifiedName, rated && `${rated} quality`, account];
	return { name: parts.filter(Boolean).join(' · '), value: id };
}
