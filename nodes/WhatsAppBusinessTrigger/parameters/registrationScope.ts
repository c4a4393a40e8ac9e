import type { INodePropertyOptions } from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import { flowDataExchange } from '../events/eventKinds';
import type { EventKind } from '../events/eventKinds';

/** Whose webhook address the trigger registers. */
export type Scope = 'phoneNumber' | 'account' | 'app';

/** What the user can choose, as stored in a workflow. */
export type ScopeChoice = 'automatic' | Scope | 'byHand';

export const scopeChoices: Array<INodePropertyOptions & { value: ScopeChoice }> = [
	{
		name: 'Automatic',
		value: 'automatic',
		description: 'The phone number where that carries the chosen events, otherwise the Meta app',
	},
	{
		name: 'By Hand',
		value: 'byHand',
		description: "You enter the trigger's address and verify token in the Meta app dashboard",
	},
	{
		name: 'Meta App',
		value: 'app',
		description: 'All events of all accounts of the app. An app has room for one such trigger.',
	},
	{
		name: 'Phone Number',
		value: 'phoneNumber',
		description: 'Events of one phone number. Each number of an app can have a trigger of its own.',
	},
	{
		name: 'WhatsApp Business Account',
		value: 'account',
		description: 'Events of all phone numbers of the account that have no trigger of their own',
	},
];

const registrationField = 'Registration';

/**
 * The narrowest scope that carries the chosen events, or the one the user wants; undefined when there is
 * nothing to register.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#supported-webhook-fields
 * @throws InputError when the wanted scope can't carry them.
 */
export function scopeFor(choice: ScopeChoice, kinds: readonly EventKind[]): Scope | undefined {
	const registered = kinds.filter((kind) => kind !== flowDataExchange);
	if (choice === 'byHand' || registered.length === 0) return undefined;
	const needApp = registered.filter(({ overridable }) => !overridable).map(({ name }) => name);
	if (choice === 'automatic') return needApp.length > 0 ? 'app' : 'phoneNumber';
	if (choice !== 'app' && needApp.length > 0) {
		throw new InputError(
			registrationField,
			`is set to '${scopeName(choice)}', where WhatsApp does not send these events: ${needApp.join(', ')}`,
			`Choose '${scopeName('automatic')}' or '${scopeName('app')}', or take these events out of 'Events'.`,
		);
	}
	return choice;
}

function scopeName(choice: ScopeChoice): string {
	return scopeChoices.find(({ value }) => value === choice)?.name ?? choice;
}
