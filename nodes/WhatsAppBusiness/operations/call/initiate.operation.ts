import { asObjects, asText } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import { isUserId } from '../../../shared/userId';
import { readCallbackData } from '../../fields/callbackData';
import { optionsField } from '../../fields/options';
import { personField, readPerson } from '../../fields/person';
import { automaticNumberField } from '../../fields/sender';
import type { Operation } from '../../operation';
import { callDataField, callRequest } from './callRequest';
import { captureFields, readCapture } from './capture';
import { readSession, sdpField } from './sdp';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/business-initiated-calls#initiate-call */
export const operation: Operation = {
	displayName: 'Initiate',
	action: 'Call a person',
	description:
		"Call a person who has given your business permission. The trigger's event Call brings the SDP answer for your voice service.",
	fields: [
		personField,
		{
			...sdpField,
			displayName: 'SDP Offer',
			description: 'The offer of your voice service, which carries the voice',
		},
		optionsField([automaticNumberField, callDataField, ...captureFields]),
	],
	request(parameters, account) {
		const person = readPerson(parameters);
		return callRequest(parameters, account, 'connect', {
			...(isUserId(person) ? { recipient: person } : { to: person }),
			session: readSession(parameters, 'offer'),
			...readCapture(parameters),
			biz_opaque_callback_data: readCallbackData(parameters),
		});
	},
	output(response) {
		const [call] = asObjects<JsonObject>(response.calls);
		return { callId: asText(call?.id) };
	},
};
