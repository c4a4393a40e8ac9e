import type { INodePropertyOptions } from 'n8n-workflow';

import type { HostWebhooks } from '../../graphApi/webhooks/hostWebhooks';
import { InputError } from '../../shared/inputError';
import { flowDataExchange } from '../../shared/events/eventKinds';
import type { EventKind } from '../../shared/events/eventKinds';

/** Where the trigger registers its callback URL. */
export type Scope = 'phoneNumber' | 'account' | 'app';

/** Stored values of 'Registration'. */
export type ScopeChoice = 'automatic' | Scope | 'byHand';

export const scopeChoices: Array<INodePropertyOptions & { value: ScopeChoice }> = [
	{
		name: 'Automatic',
		value: 'automatic',
		description: 'The phone number, or the Meta app if the number cannot receive the chosen events',
	},
	{
		name: 'By Hand',
		value: 'byHand',
		description:
			'You enter the webhook URL, with its verify token or secret, in the settings of the host',
	},
	{
		name: 'Meta App',
		value: 'app',
		description: 'All events of all accounts of the app, for one trigger per app. Only with Meta.',
	},
	{
		name: 'Phone Number',
		value: 'phoneNumber',
		description: 'Events of one phone number. Each number can have its own trigger.',
	},
	{
		name: 'WhatsApp Business Account',
		value: 'account',
		description: 'Events of all numbers of the account that have no trigger. Only with Meta.',
	},
];

const registrationField = 'Registration';

/**
 * Returns the chosen scope, or for 'Automatic' the narrowest scope that receives the chosen events.
 * Undefined means that there is nothing to register. Other hosts than Meta have one place for each number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#supported-webhook-fields
 * @throws InputError if the chosen scope does not receive them.
 */
export function scopeFor(
	choice: ScopeChoice,
	kinds: readonly EventKind[],
	{ registration }: Pick<HostWebhooks, 'registration'>,
): Scope | undefined {
	// The host's own events have webhooks of their own: see `hostEvents.ts`.
	const registered = kinds.filter(
		(kind) => kind !== flowDataExchange && kind.onlyFrom === undefined,
	);
	if (choice === 'byHand') return undefined;
	if (registration !== undefined) {
		if (choice === 'automatic' || choice === 'phoneNumber') {
			return registered.length === 0 ? undefined : 'phoneNumber';
		}
		throw new InputError(
			registrationField,
			`is set to '${scopeName(choice)}', which only Meta has, but the credential has another host`,
			`Choose '${scopeName('automatic')}'.`,
		);
	}
	if (registered.length === 0) return undefined;
	const needApp = registered.filter(({ overridable }) => !overridable).map(({ name }) => name);
	if (choice === 'automatic') return needApp.length > 0 ? 'app' : 'phoneNumber';
	if (choice !== 'app' && needApp.length > 0) {
		throw new InputError(
			registrationField,
			`is set to '${scopeName(choice)}', which does not receive these events: ${needApp.join(', ')}`,
			`Choose '${scopeName('automatic')}' or '${scopeName('app')}', or remove these events from 'Events'.`,
		);
	}
	return choice;
}

function scopeName(choice: ScopeChoice): string {
	return scopeChoices.find(({ value }) => value === choice)?.name ?? choice;
}
