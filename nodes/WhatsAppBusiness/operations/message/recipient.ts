import type { INodeProperties } from 'n8n-workflow';

import { isUserId } from '../../../shared/userId';
import type { Parameters } from '../../parameters/parameters';
import { personField, readPerson } from '../../fields/person';
import { groupField, readGroupId } from '../../fields/group';

/** A group as recipient, for messages that cannot go to a person. Read with `readRecipient`. */
export const groupRecipientField: INodeProperties = {
	...groupField,
	displayName: 'Group',
	name: 'groupId',
	description: "The group to send to. The list shows those of the credential's number.",
};

/** A person or a group as recipient, the person first: most messages go to one. Read with `readRecipient`. */
export const recipientFields: INodeProperties[] = [
	{ ...personField, displayOptions: { show: { recipientType: ['individual'] } } },
	{ ...groupRecipientField, displayOptions: { show: { recipientType: ['group'] } } },
	{
		displayName: 'Recipient Type',
		name: 'recipientType',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Person',
				value: 'individual',
				description: 'One person, by phone number or business-scoped user ID',
			},
			{ name: 'Group', value: 'group', description: 'A WhatsApp group of your business number' },
		],
		default: 'individual',
	},
];

/** The recipient as the Graph API takes it. */
export type Recipient =
	| { recipient_type: 'individual' | 'group'; to: string }
	| { recipient_type: 'individual'; recipient: string };

/**
 * Reads the recipient: a business-scoped user ID goes into `recipient`, a phone number or a group into `to`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 * @throws InputError when the field is empty or is not a phone number, user ID or group ID.
 */
export function readRecipient(parameters: Parameters): Recipient {
	if (isToGroup(parameters)) {
		return { recipient_type: 'group', to: readGroupId(parameters, 'groupId') };
	}
	const to = readPerson(parameters);
	return isUserId(to)
		? { recipient_type: 'individual', recipient: to }
		: { recipient_type: 'individual', to };
}

/** Whether the recipient is a group that was chosen from the list, which shows those of the credential's number. */
export function isListedGroup(parameters: Parameters): boolean {
	return (
		isToGroup(parameters) &&
		parameters.locatorMode('groupId') === 'list' &&
		!parameters.isExpression('groupId')
	);
}

/** Whether the recipient is a group. Without a choice of its type, it is if the operation has the group's field. */
export function isToGroup(parameters: Parameters): boolean {
	return parameters.hasField('recipientType')
		? parameters.choice('recipientType') === 'group'
		: parameters.hasField(groupRecipientField.name);
}
