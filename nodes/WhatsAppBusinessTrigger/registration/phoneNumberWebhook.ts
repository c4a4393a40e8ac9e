import { firstText } from '../../graphApi/coerce';
import { isJsonObject } from '../../graphApi/json';
import { textLimits } from '../../graphApi/textLimits';
import type { Send } from '../../graphApi/types';
import { numberOverrideRequest } from '../../shared/webhookRequests';
import type { Registration } from '../../graphApi/webhooks/registration';
import { path } from '../../graphApi/path';

/**
 * The webhook override of a phone number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-phone-number-alternate-callback
 */
export function phoneNumberWebhook(send: Send, id: string): Registration {
	return {
		owner: `the phone number ${id}`,
		async current() {
			const query = { fields: 'webhook_configuration,display_phone_number' };
			const { body } = await send({ method: 'GET', path: path`/${id}`, on: 'phoneNumber', query });
			const configuration = body.webhook_configuration;
			const url = isJsonObject(configuration) ? configuration.phone_number : undefined;
			const ownerName = firstText(body.display_phone_number)?.slice(0, textLimits.phoneNumber);
			return typeof url === 'string' && url !== '' ? { url, ownerName, missing: [] } : undefined;
		},
		async register(url, verifyToken) {
			await send(numberOverrideRequest(id, { url, verifyToken }));
		},
		async remove() {
			await send(numberOverrideRequest(id));
		},
	};
}
