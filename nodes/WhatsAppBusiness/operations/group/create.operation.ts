import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import type { Operation } from '../../operation';
import {
	groupDescriptionField,
	groupSubjectField,
	joinApprovalModeField,
	readDescription,
	readSubject,
} from './groupFields';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#create-group */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a group',
	description:
		'Create a group. The output has a request ID. The ID and the invite link of the group follow in a group webhook; Get Many also lists the group.',
	fields: [
		{ ...groupSubjectField, required: true },
		optionsField([groupDescriptionField, joinApprovalModeField, phoneNumberField]),
	],
	request(parameters, account) {
		const options = parameters.group('options');
		const body = {
			messaging_product: 'whatsapp',
			subject: readSubject(parameters),
			description: readDescription(options),
			join_approval_mode: options.optionalChoice('joinApprovalMode'),
		};
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/groups`,
			on: 'phoneNumber',
			body,
		};
	},
};
