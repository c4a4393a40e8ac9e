import { optionsField } from '../../fields/options';
import { automaticNumberField } from '../../fields/sender';
import type { Operation } from '../../operation';
import { callIdField, callRequest, readCallId } from './callRequest';
import { readSession, sdpField } from './sdp';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-initiated-calls#pre-accept-call */
export const operation: Operation = {
	displayName: 'Pre-Accept',
	action: 'Connect an incoming call before it is accepted',
	description:
		'Connect the voice of an incoming call before it is accepted, so that the first words are not cut off',
	fields: [callIdField, sdpField, optionsField([automaticNumberField])],
	request: (parameters, account) =>
		callRequest(parameters, account, 'pre_accept', {
			call_id: readCallId(parameters),
			session: readSession(parameters, 'answer'),
		}),
};
