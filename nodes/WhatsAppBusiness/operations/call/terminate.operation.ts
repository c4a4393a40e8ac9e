import { optionsField } from '../../fields/options';
import { automaticNumberField } from '../../fields/sender';
import type { Operation } from '../../operation';
import { callIdField, callRequest, readCallId } from './callRequest';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/business-initiated-calls#terminate-call */
export const operation: Operation = {
	displayName: 'Terminate',
	action: 'End a call',
	description: 'End a call, whoever started it. Not needed if the customer hangs up.',
	fields: [callIdField, optionsField([automaticNumberField])],
	request: (parameters, account) =>
		callRequest(parameters, account, 'terminate', { call_id: readCallId(parameters) }),
};
