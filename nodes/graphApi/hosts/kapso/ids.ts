import { asObjects, asText, asTextOrNumber } from '../../coerce';
import { allPages } from '../../pages';
import { path } from '../../path';
import type { GraphRequest, JsonObject } from '../../types';
import type { HostIds, HostNumber } from '../hostIds';

/** A key is one project's, which has several numbers of several accounts. */
export const kapsoIds: HostIds = {
	owner: 'the API key',
	isOfOneNumber: false,
	unneeded: ['appId'],
	where: {
		phoneNumberId:
			'Kapso shows it at app.kapso.ai under WhatsApp → Phone numbers. It is not the phone number itself.',
		wabaId: 'Kapso shows it at app.kapso.ai under WhatsApp → Phone numbers, with the number.',
	},
	ifRight: 'If it is right, use an API key of the Kapso project in which the number is connected.',
	ownedBy: ['media', 'flow', 'message', 'template'],
	async numbers(send) {
		const entries = asObjects<JsonObject>(await allPages(send, listOfNumbers));
		return entries.map(readNumber).filter(({ id }) => id !== '');
	},
};

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/list-phone-numbers */
const listOfNumbers: GraphRequest = {
	method: 'GET',
	base: 'platform',
	on: 'fixed',
	path: path`/whatsapp/phone_numbers`,
	query: { per_page: 100 },
};

function readNumber(entry: JsonObject): HostNumber {
	return {
		id: asTextOrNumber(entry.phone_number_id) ?? '',
		displayNumber: asText(entry.display_phone_number),
		verifiedName: asText(entry.verified_name) ?? asText(entry.name),
		quality: asText(entry.quality_rating),
		wabaId: asTextOrNumber(entry.business_account_id) ?? '',
	};
}
