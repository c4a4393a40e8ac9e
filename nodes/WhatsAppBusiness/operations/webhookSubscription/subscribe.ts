import type { Operation } from '../../operation';
import { messageOptions } from '../../sharedFields/message';
import { readWaba, wabaField } from '../../sharedFields/waba';
import { subscribeRequest } from '../../webhookRequests';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api */
export const operation: Operation = {
	displayName: 'Subscribe',
	action: 'Subscribe the app to webhooks',
	description:
		'Subscribe your app to the webhooks of a WhatsApp Business Account. A webhook address set for the account with Set Override ends with it.',
	fields: [messageOptions([wabaField])],
	request: (parameters, account) => subscribeRequest(readWaba(parameters, account)),
};
