import { optionsField } from '../../fields/options';
import { automaticNumberField } from '../../fields/sender';
import type { Operation } from '../../operation';
import { callIdField, callRequest, readCallId } from './callRequest';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-initiated-calls#reject-call */
export const operation: Operation = {
	displayName: 'Reject',
	action: 'Reject an incoming call',
	description: 'Reject an incoming call, for example to send the caller a message instead',
	fields: [callIdField, optionsField([automaticNumberField])],
	request: (parameters, account) =>
		callRequest(parameters, account, 'reject', { call_id: readCallId(parameters) }),
};
