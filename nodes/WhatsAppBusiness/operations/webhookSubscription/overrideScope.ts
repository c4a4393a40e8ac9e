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
			description: 'The webhooks of all numbers of the account that have no address of their own',
		},
	],
	default: 'phoneNumber',
	description: 'Whose webhooks it is about',
};

/** The fields of an operation on an override: whose it is, and the operation's own. */
export function overrideScopeFields(own: INodeProperties[] = []): INodeProperties[] {
	return [
		scopeField,
		...own,
		optionsField([
			{ ...phoneNumberField, displayOptions: { show: { '/scope': ['phoneNumber'] } } },
			{ ...wabaField, displayOptions: { show: { '/scope': ['account'] } } },
		]),
	];
}

/** The request that sets the override of the chosen scope, or removes it when none is given. */
export function overrideRequest(
	parameters: Parameters,
	account: Account,
	override?: WebhookOverride,
): OperationRequest {
	return parameters.choice('scope') === 'account'
		? subscribeRequest(readWaba(parameters, account), override)
		: numberOverrideRequest(readPhoneNumberId(parameters, account), override);
}
