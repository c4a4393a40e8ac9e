import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { isJsonObject } from '../../graphApi/json';
import { holdsExpression } from '../../shared/expressions';
import { flowDataExchange, kindsOf } from '../events/eventKinds';
import type { EventKind } from '../events/eventKinds';
import { optionsName, phoneNumberField } from './fields';
import type { TriggerOptions } from './fields';
import { readFilters } from '../filters/filterValues';
import type { Filters } from '../filters/filterValues';
import { scopeFor } from './registrationScope';
import type { ScopeChoice } from './registrationScope';

/** What the user set, read once. */
export interface Settings {
	/** Stored values of the chosen kinds of events. */
	events: string[];
	kinds: EventKind[];
	registration: ScopeChoice;
	/** As chosen in the field; undefined when it is empty. */
	phoneNumberId: string | undefined;
	filters: Filters;
	options: TriggerOptions;
}

/** Reads the fields of the trigger. */
export function readSettings(context: IHookFunctions | IWebhookFunctions): Settings {
	const stored = context.getNode().parameters;
	// Evaluating is work, and each webhook would do it anew.
	const parameter = <T>(name: string, fallback: T): T =>
		holdsExpression(stored[name])
			? (context.getNodeParameter(name, fallback as object) as T)
			: ((stored[name] as T | undefined) ?? fallback);
	const events = parameter<string[]>('events', []);
	const phoneNumberId = idText(parameter<unknown>(phoneNumberField.name, ''));
	return {
		events,
		kinds: kindsOf(events),
		registration: parameter<ScopeChoice>('registration', 'automatic'),
		phoneNumberId: phoneNumberId === '' ? undefined : phoneNumberId,
		filters: readFilters(parameter<unknown>('filters', {})),
		options: parameter<TriggerOptions>(optionsName, {}),
	};
}

/**
 * The phone number whose events start the workflow, or undefined for all of them: a registration for one
 * number is for the credential's unless another one was chosen, a wider one for all.
 * @param registered the number WhatsApp was given; the credential may have been changed since.
 */
export function listenedNumber(
	{
		phoneNumberId,
		registration,
		kinds,
	}: Pick<Settings, 'phoneNumberId' | 'registration' | 'kinds'>,
	account: Account,
	registered: string | undefined,
): string | undefined {
	if (phoneNumberId !== undefined) return phoneNumberId;
	const isForOne =
		registration === 'phoneNumber' ||
		(registration === 'automatic' && scopeFor(registration, kinds) === 'phoneNumber');
	if (!isForOne) return undefined;
	return registered ?? (account.phoneNumberId === '' ? undefined : account.phoneNumberId);
}

/** Whether Flows may ask this trigger for data. */
export function answersFlows({ events }: Settings): boolean {
	return events.includes(flowDataExchange.value);
}

/** The ID in a resource locator or an expression. Any other value stays, to be refused as not an ID. */
function idText(parameter: unknown): string {
	const value = isJsonObject(parameter) ? parameter.value : parameter;
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
