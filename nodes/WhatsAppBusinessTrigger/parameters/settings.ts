import type { CountryCode } from 'libphonenumber-js/min';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { isJsonObject } from '../../graphApi/json';
import type { HostWebhooks } from '../../graphApi/webhooks/hostWebhooks';
import type { Signer } from '../../graphApi/webhooks/signer';
import { holdsExpression } from '../../shared/expressions';
import { flowDataExchange, kindsOf } from '../../shared/events/eventKinds';
import type { EventKind } from '../../shared/events/eventKinds';
import { nodeOf } from '../n8n/trigger';
import { optionsName, phoneNumberField } from './fields';
import type { TriggerOptions } from './fields';
import { readFilters } from '../filters/filterValues';
import type { Filters } from '../filters/filterValues';
import { readFollowUpSettings } from './followUpSettings';
import type { FollowUpSettings } from './followUpSettings';
import { scopeFor } from './registrationScope';
import type { ScopeChoice } from './registrationScope';

/** The parameters of the trigger. */
export interface Settings {
	/** Stored values of the chosen kinds of events. */
	events: string[];
	kinds: EventKind[];
	registration: ScopeChoice;
	/** The chosen phone number ID; undefined if the field is empty. */
	phoneNumberId: string | undefined;
	filters: Filters;
	options: TriggerOptions;
	/** Undefined if no event comes from what the memory knows. */
	followUps: FollowUpSettings | undefined;
}

/**
 * Reads the parameters of the trigger.
 * @param defaultCountry of senders without country code. Needed for the filters alone.
 */
export function readSettings(
	context: IHookFunctions | IWebhookFunctions,
	defaultCountry?: CountryCode,
): Settings {
	const parameter = parameterReader(context);
	const events = parameter<string[]>('events', []);
	const phoneNumberId = idText(parameter<unknown>(phoneNumberField.name, ''));
	return {
		events,
		kinds: kindsOf(events),
		registration: parameter<ScopeChoice>('registration', 'automatic'),
		phoneNumberId: phoneNumberId === '' ? undefined : phoneNumberId,
		filters: readFilters(parameter<unknown>('filters', {}), defaultCountry),
		options: parameter<TriggerOptions>(optionsName, {}),
		followUps: readFollowUpSettings(events, (name) => parameter<unknown>(name, undefined)),
	};
}

/** Returns what reads a parameter of the trigger. */
export function parameterReader(
	context: IHookFunctions | IWebhookFunctions,
): <T>(name: string, fallback: T) => T {
	const stored = nodeOf(context).parameters;
	// Evaluating expressions is slow, and every webhook reads the parameters.
	return <T>(name: string, fallback: T): T =>
		holdsExpression(stored[name])
			? (context.getNodeParameter(name, fallback) as T)
			: ((stored[name] as T | undefined) ?? fallback);
}

/**
 * Returns the ID of the phone number whose events start the workflow, or undefined for all numbers. Without
 * a chosen number, a registration for one number uses the credential's, and a wider one uses all. A host of one number
 * delivers for no other.
 * @param registered the registered phone number IDs; the credential may have changed since.
 */
export function listenedNumber(
	{
		phoneNumberId,
		registration,
		kinds,
	}: Pick<Settings, 'phoneNumberId' | 'registration' | 'kinds'>,
	webhooks: HostWebhooks,
	account: Account,
	registered: { phoneNumberId?: string; eventsPhoneNumberId?: string },
): string | undefined {
	if (webhooks.isOfOneNumber) return undefined;
	if (phoneNumberId !== undefined) return phoneNumberId;
	const isForOne =
		registration === 'phoneNumber' ||
		(registration === 'automatic' &&
			(kinds.some(({ onlyFrom }) => onlyFrom !== undefined) ||
				scopeFor(registration, kinds, webhooks) === 'phoneNumber'));
	if (!isForOne) return undefined;
	const ofAccount = account.phoneNumberId === '' ? undefined : account.phoneNumberId;
	// Only the number of the host's own events is of this publication if nothing else was registered with it.
	return (registered.eventsPhoneNumberId || undefined) ?? registered.phoneNumberId ?? ofAccount;
}

/**
 * Returns the ID of the WhatsApp Business Account whose events start the workflow, or undefined for all
 * accounts of the app. Meta signs the webhooks of all of them with the same secret.
 * @param registered the registered ID; the credential may have changed since.
 */
export function listenedAccount(
	{ registration }: Pick<Settings, 'registration'>,
	account: Account,
	registered: string | undefined,
): string | undefined {
	if (registration !== 'account') return undefined;
	return registered ?? (account.wabaId === '' ? undefined : account.wabaId);
}

/** Whether this trigger handles requests of Flows. */
export function handlesFlows({ events }: Settings): boolean {
	return events.includes(flowDataExchange.value);
}

/** The ID in a resource locator or an expression. An object is kept as JSON, to be refused as an ID later. */
function idText(parameter: unknown): string {
	const value = isJsonObject(parameter) ? parameter.value : parameter;
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}

/** Whether a webhook without a signature is taken: only if nobody's can be checked, and the option says so. */
export function acceptsUnsigned(context: IWebhookFunctions, signer: Signer | undefined): boolean {
	return signer === undefined && readSettings(context).options.acceptUnsigned === true;
}
