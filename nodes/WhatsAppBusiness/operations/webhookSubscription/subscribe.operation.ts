import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { subscribeRequest } from '../../../shared/webhookRequests';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api */
export const operation: Operation = {
	displayName: 'Subscribe',
	action: 'Subscribe the app to webhooks',
	description:
		'Subscribe your app to the webhooks of a WhatsApp Business Account. This removes the webhook override of the account.',
	fields: [optionsField([wabaField])],
	request: (parameters, account) => subscribeRequest(readWaba(parameters, account)),
};
