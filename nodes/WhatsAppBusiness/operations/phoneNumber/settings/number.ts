import type { INodeProperties } from 'n8n-workflow';

import type { OperationRequest } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { overrideBody } from '../../../../shared/webhookRequests';
import { checkChanges } from '../../../fields/checkChanges';
import { isEmpty } from '../../../fields/isEmpty';
import { former } from '../../../fields/former';
import { limits } from '../../../../shared/limits';
import { readDisplayName } from '../displayName';
import { pinField, readOptionalPin } from '../pin';
import { readUsername, usernameField } from '../../../fields/username';
import { overrideFields, readOverride } from '../../../fields/webhookOverride';
import { path } from '../../../../graphApi/path';

/** The field that 'Username: Set' replaced. */
const formerUsernameField: INodeProperties = former({
	...usernameField,
	required: false,
	description: "Works alone only. Use 'Username: Set', which replaces this field.",
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-phone-number-api */
export const numberFields: INodeProperties[] = [
	{
		displayName: 'Update Fields',
		name: 'numberUpdate',
		type: 'collection',
		placeholder: 'Add Field',
		displayOptions: { show: { setting: ['number'] } },
		default: {},
		options: [
			{
				displayName: 'Connection Status',
				name: 'connectionStatus',
				type: 'options',
				options: [
					'CONNECTED',
					'DISCONNECTED',
					'FLAGGED',
					'MESSAGING_LIMIT_TIER_0',
					'MESSAGING_LIMIT_TIER_1',
					'MESSAGING_LIMIT_TIER_2',
					'MESSAGING_LIMIT_TIER_3',
					'MESSAGING_LIMIT_TIER_4',
					'PENDING',
					'RATE_LIMITED',
					'RESTRICTED',
				].map((value) => ({ name: inWords(value), value })),
				// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-options -- the options are derived
				default: 'CONNECTED',
				description: 'How the number is connected to its WhatsApp Business Account',
			},
			{
				displayName: 'Display Name',
				name: 'newDisplayName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Lucky Shrub',
				description: `The name people see, ${limits.displayName.min} to ${limits.displayName.max} characters. Meta reviews it. Register the number again once it is approved.`,
			},
			{
				displayName: 'Notify User Change Number',
				name: 'notifyUserChangeNumber',
				type: 'boolean',
				default: true,
				description: 'Whether you are notified when people change their phone number',
			},
			{ ...pinField, required: false },
			{
				displayName: 'Search Visibility',
				name: 'searchVisibility',
				type: 'options',
				options: [
					{ name: 'Hidden', value: 'HIDDEN' },
					{ name: 'Visible', value: 'VISIBLE' },
				],
				default: 'VISIBLE',
				description: 'Whether people can find the business by searching in WhatsApp',
			},
			{
				displayName: 'Show Security Notifications',
				name: 'showSecurityNotifications',
				type: 'boolean',
				default: true,
				description: 'Whether you are notified when the security code of a contact changes',
			},
			formerUsernameField,
			{
				displayName: 'Webhook Override',
				name: 'webhookOverride',
				type: 'fixedCollection',
				default: {},
				placeholder: 'Add Webhook Override',
				description: 'A callback URL for this number only, as with Set Override',
				options: [{ displayName: 'Override', name: 'override', values: overrideFields }],
			},
			{
				displayName: 'Webhook URL',
				name: 'webhookUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/whatsapp',
				description:
					'Where to send notifications about messages, for accounts that Meta has set up for it',
			},
		],
	},
];

/**
 * What is posted to the number, or to its username.
 * @throws InputError when nothing is changed, for an invalid value, or for a username with other changes.
 */
export function readNumber(
	parameters: Parameters,
	id: string,
): Pick<OperationRequest, 'path' | 'on' | 'body' | 'secrets'> {
	const updates = parameters.group('numberUpdate');
	const { body, secrets } = readChanges(updates);
	if (!updates.hasValue(usernameField.name)) {
		checkChanges(parameters, 'numberUpdate', body);
		return { path: path`/${id}`, on: 'phoneNumber', body, secrets };
	}
	if (!isEmpty(body)) {
		throw updates.error(
			usernameField.name,
			'cannot be set together with other fields',
			"Remove it, and set the username in another node with 'Username: Set'.",
		);
	}
	return {
		path: path`/${id}/username`,
		on: 'phoneNumber',
		body: { username: readUsername(updates) },
	};
}

function readChanges(updates: Parameters) {
	const pin = readOptionalPin(updates);
	const entry = updates.entry('webhookOverride', 'override');
	const override = entry && readOverride(entry);
	const apiData = {
		pin,
		show_security_notifications: updates.optionalBoolean('showSecurityNotifications'),
		notify_user_change_number: updates.optionalBoolean('notifyUserChangeNumber'),
	};
	const body = {
		connection_status: updates.optionalChoice('connectionStatus'),
		webhook_url: updates.hasValue('webhookUrl') ? updates.url('webhookUrl') : undefined,
		whatsapp_business_api_data: isEmpty(apiData) ? undefined : apiData,
		search_visibility: updates.optionalChoice('searchVisibility'),
		webhook_configuration: override && overrideBody(override),
		new_display_name: updates.hasValue('newDisplayName')
			? readDisplayName(updates, 'newDisplayName')
			: undefined,
	};
	const secrets = [pin, override?.verifyToken].filter((secret) => secret !== undefined);
	return { body, secrets };
}

function inWords(value: string): string {
	return value
		.toLowerCase()
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}
