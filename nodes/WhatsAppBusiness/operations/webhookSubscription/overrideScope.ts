import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { numberOverrideRequest, subscribeRequest } from '../../../shared/webhookRequests';
import type { WebhookOverride } from '../../../shared/webhookRequests';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { readWaba, wabaField } from '../../fields/waba';

const scopeField: INodeProperties = {
	displayName: 'Scope',
	name: 'scope',
	type: 'options',
	options: [
		{
			name: 'Phone Number',
			value: 'phoneNumber',
			description: 'The webhooks of one number',
		},
		{
			name: 'WhatsApp Business Account',
			value: 'account',
			description: 'The webhooks of all numbers of the account that have no override',
		},
	],
	default: 'phoneNumber',
	description: 'Whose webhooks to redirect',
};

/** The fields of an operation on an override: its scope, and the operation's other fields. */
export function overrideScopeFields(fields: INodeProperties[] = []): INodeProperties[] {
	return [
		scopeField,
		...fields,
		optionsField([
			{ ...phoneNumberField, displayOptions: { show: { '/scope': ['phoneNumber'] } } },
			{ ...wabaField, displayOptions: { show: { '/scope': ['account'] } } },
		]),
	];
}

/** The request that sets the override of the chosen scope, or removes it without `override`. */
export function overrideRequest(
	parameters: Parameters,
	account: Account,
	override?: WebhookOverride,
): OperationRequest {
	return parameters.choice('scope') === 'account'
		? subscribeRequest(readWaba(parameters, account), override)
		: numberOverrideRequest(readPhoneNumberId(parameters, account), override);
}
