import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import { path } from '../../../graphApi/path';
import { limits } from '../../../shared/limits';
import { callbackDataField } from '../../fields/callbackData';
import { automaticNumberField, readSender } from '../../fields/sender';
import type { OperationRequest, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** The call that an operation acts on. Read with `readCallId`. */
export const callIdField: INodeProperties = {
	displayName: 'Call ID',
	name: 'callId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. wacid.ABGGFjFVU2AfAgo6V-Hc5eCgK5Gh',
	description: "ID of the call, from the trigger's event Call or from Initiate",
};

/** @throws InputError when the field is empty. */
export function readCallId(parameters: Parameters): string {
	return parameters.text(callIdField.name).trim();
}

export const callDataField: INodeProperties = {
	...callbackDataField,
	description: `Text that WhatsApp returns in the events of this call, for example an order number. At most ${limits.callbackData} characters.`,
};

/**
 * The request that starts or changes a call.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/calling-api
 */
export function callRequest(
	parameters: Parameters,
	account: Account,
	action: 'connect' | 'pre_accept' | 'accept' | 'reject' | 'terminate',
	body: RequestBody,
): OperationRequest {
	return {
		method: 'POST',
		path: path`/${readSender(parameters, account, automaticNumberField)}/calls`,
		on: 'phoneNumber',
		body: { messaging_product: 'whatsapp', action, ...body },
	};
}
