import { asText } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import { fine, unknown } from '../check';
import type { Check } from '../check';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits */
const field = 'whatsapp_business_manager_messaging_limit';

export const messagingLimit: Check = {
	name: 'Messaging Limit',
	async run({ phoneNumberId, read }) {
		const limit = asText(
			(await read({ path: path`/${await phoneNumberId()}`, on: 'phoneNumber' }, field))[field],
		);
		if (limit === null) return unknown('The host does not report the messaging limit.');
		return fine(`${limit}: how many customers the business may write to first in 24 hours`);
	},
};
