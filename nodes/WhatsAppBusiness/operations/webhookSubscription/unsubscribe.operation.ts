import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { unsubscribeRequest } from '../../../shared/webhookRequests';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api */
export const operation: Operation = {
	displayName: 'Unsubscribe',
	action: 'Unsubscribe the app from webhooks',
	description:
		'Unsubscribe your app from the webhooks of a WhatsApp Business Account. No trigger of this app then receives anything from it.',
	fields: [optionsField([wabaField])],
	request: (parameters, account) => unsubscribeRequest(readWaba(parameters, account)),
};
