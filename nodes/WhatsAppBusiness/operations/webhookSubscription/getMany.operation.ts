import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../operation';
import { listFields, simplifyField } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { subscribedAppsRequest } from '../../../shared/webhookRequests';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many webhook subscriptions',
	description:
		'Get the apps that are subscribed to the webhooks of a WhatsApp Business Account, with the webhook override of the account, if it has one',
	fields: [...listFields, simplifyField, optionsField([wabaField])],
	list: true,
	request: (parameters, account) => subscribedAppsRequest(readWaba(parameters, account)),
	output(entry, parameters) {
		const { whatsapp_business_api_data: app, ...rest } = entry as IDataObject;
		return parameters.boolean('simplify') ? { ...(app as IDataObject), ...rest } : entry;
	},
};
