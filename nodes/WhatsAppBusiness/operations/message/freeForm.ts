import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import { notice } from '../../../shared/notice';
import type { OperationRequest, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { readDirectSend } from './directSend';
import { messageFields, messageRequest } from './messageRequest';
import { recipientFields } from './recipient';
import { ifWindowClosedField, readIfWindowClosed, windowClosedFields } from './windowClosed';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows */
const windowNotice = notice(
	'windowNotice',
	`WhatsApp delivers this only within 24 hours of the last message from the recipient. At any other time, use Send Template, or '${ifWindowClosedField.displayName}' below.`,
);

/**
 * The fields of an operation whose message WhatsApp delivers only while the customer service window is open.
 * @param options further options of this operation.
 * @param recipient the fields of the recipient.
 */
export function freeFormFields(
	fields: INodeProperties[],
	options: INodeProperties[] = [],
	recipient: INodeProperties[] = recipientFields,
): INodeProperties[] {
	return messageFields(windowNotice, recipient, [...fields, ...windowClosedFields], options);
}

/** The `messageRequest` of such a message, with what the user wants if the window is closed. */
export function freeFormRequest(
	parameters: Parameters,
	account: Account,
	type: string,
	content: RequestBody[string],
): OperationRequest {
	const { body, ...request } = messageRequest(parameters, account, type, content);
	const directSend = readDirectSend(parameters, body);
	return {
		...request,
		body: { ...body, ...directSend },
		// Such a message needs no open window.
		ifWindowClosed: directSend ? undefined : readIfWindowClosed(parameters),
	};
}
