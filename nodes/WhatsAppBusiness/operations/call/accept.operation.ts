import { readCallbackData } from '../../fields/callbackData';
import { optionsField } from '../../fields/options';
import { automaticNumberField } from '../../fields/sender';
import type { Operation } from '../../operation';
import { callDataField, callIdField, callRequest, readCallId } from './callRequest';
import { captureFields, readCapture } from './capture';
import { readSession, sdpField } from './sdp';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-initiated-calls#accept-call */
export const operation: Operation = {
	displayName: 'Accept',
	action: 'Accept an incoming call',
	description:
		'Accept an incoming call with the answer of your voice service, within 30 seconds after it comes in',
	fields: [
		callIdField,
		sdpField,
		optionsField([automaticNumberField, callDataField, ...captureFields]),
	],
	request: (parameters, account) =>
		callRequest(parameters, account, 'accept', {
			call_id: readCallId(parameters),
			session: readSession(parameters, 'answer'),
			...readCapture(parameters),
			biz_opaque_callback_data: readCallbackData(parameters),
		}),
};
