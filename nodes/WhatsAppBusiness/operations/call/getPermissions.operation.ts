import { asObject, asObjects, isoTime } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { isUserId } from '../../../shared/userId';
import { optionsField } from '../../fields/options';
import { personField, readPerson } from '../../fields/person';
import { automaticNumberField, readSender } from '../../fields/sender';
import type { Operation } from '../../operation';

interface Permission {
	status?: string;
	expiration_time?: number;
}

interface Action {
	action_name?: string;
	can_perform_action?: boolean;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions#get-current-call-permission-state */
export const operation: Operation = {
	displayName: 'Get Permissions',
	action: 'Check whether a person may be called',
	description:
		'Check whether your business may call a person, until when, and whether it may ask for permission',
	fields: [personField, optionsField([automaticNumberField])],
	request(parameters, account) {
		const person = readPerson(parameters);
		return {
			method: 'GET',
			path: path`/${readSender(parameters, account, automaticNumberField)}/call_permissions`,
			on: 'phoneNumber',
			query: isUserId(person) ? { recipient: person } : { user_wa_id: person.replace(/^\+/, '') },
		};
	},
	output(response) {
		const { status, expiration_time } = asObject<Permission>(response.permission);
		return {
			status: status ?? null,
			expiresAt: isoTime(expiration_time),
			canCall: canDo(response, 'start_call'),
			canAskForPermission: canDo(response, 'send_call_permission_request'),
			actions: response.actions ?? [],
		};
	},
};

function canDo({ actions }: JsonObject, name: string): boolean {
	return asObjects<Action>(actions).some(
		({ action_name, can_perform_action }) => action_name === name && can_perform_action === true,
	);
}
