import type { IHookFunctions } from 'n8n-workflow';

import { webhooksOf } from '../../graphApi/hosts';
import type { EventWebhooks, WantedEvents } from '../../graphApi/webhooks/eventWebhooks';
import { memoryOf } from '../../memory/memoryOf';
import { KnownAccount } from '../../shared/account/knownAccount';
import { readCredential } from '../../shared/credential';
import type { EventKind } from '../../shared/events/eventKinds';
import {
	kapsoEvents,
	kapsoMessageReceived,
	kapsoStatusEvents,
} from '../../shared/events/kapsoEvents';
import { InputError } from '../../shared/inputError';
import { phoneNumberIdFor } from '../../shared/phoneNumberId';
import { eventsField, phoneNumberField } from '../parameters/fields';
import { kapsoVersionField } from '../parameters/kapsoFields';
import { readKapsoDelivery } from '../parameters/kapsoSettings';
import { readSettings } from '../parameters/settings';
import { registrationApi, webhookUrlOf } from './activationPlan';
import { checkCallbackUrl } from './callbackUrl';
import { cancelRemoval, scheduleRemoval } from './deferredRemoval';
import { staticDataOf } from './staticData';

/** The host's own events that a trigger listens to. */
export interface HostEvents {
	webhooks: EventWebhooks;
	/** The number whose events they are. '' if all are of the project. */
	phoneNumberId: string;
}

/**
 * The host's own events that are chosen. They have webhooks beside the registration of Meta's.
 * @returns undefined if there are none, or if the URL is entered by hand.
 * @throws InputError for an invalid setting, or if it is not known which of several numbers.
 */
export async function hostEventsOf(context: IHookFunctions): Promise<HostEvents | undefined> {
	const { kinds, registration, phoneNumberId, options } = readSettings(context);
	const own = kinds.filter(({ onlyFrom }) => onlyFrom !== undefined);
	if (own.length === 0) return undefined;
	const delivery = readKapsoDelivery(options);
	if (registration === 'byHand') return undefined;
	checkVersion(own, delivery.version);
	const credential = await readCredential(context);
	const api = registrationApi(context)(credential);
	checkCallbackUrl(webhookUrlOf(context), api.connection.baseUrl, webhooksOf(credential));
	const ofNumber = own.filter(({ ofProject }) => !ofProject);
	const number =
		ofNumber.length === 0
			? undefined
			: await new KnownAccount(api).use((account) =>
					phoneNumberIdFor(phoneNumberId, account, phoneNumberField.displayName),
				);
	const webhooks = await webhooksFor(context, {
		phoneNumberId: number,
		ofNumber: withStatuses(ofNumber.map(nameAtHost), kinds),
		ofProject: own.filter(({ ofProject }) => ofProject).map(nameAtHost),
		delivery,
	});
	return webhooks && { webhooks, phoneNumberId: number ?? '' };
}

/** @throws InputError for an event that never arrives with this version of the payload. */
function checkVersion(kinds: readonly EventKind[], version: string): void {
	for (const { value, name } of kinds) {
		const onlyWith = kapsoEvents.find((each) => each.value === value)?.onlyWith ?? version;
		if (onlyWith === version) continue;
		const { displayName, options } = kapsoVersionField;
		const needed = options.find((option) => option.value === onlyWith)?.name;
		throw new InputError(
			eventsField.displayName,
			`includes '${name}', which Kapso sends with '${needed}' of the payload only`,
			`Choose '${needed}' in the option '${displayName}', or remove the event. With the other version, 'Kapso Phone Number Created' says the same.`,
		);
	}
}

function nameAtHost({ value }: EventKind): string {
	return value;
}

/**
 * Adds the statuses to the messages, unless Meta's webhook brings both: only the status of a question says that it waits
 * for what the customer writes next, and others wait for a delivery.
 */
function withStatuses(events: readonly string[], kinds: readonly EventKind[]): string[] {
	const bringsBoth = kinds.some(({ field }) => field === 'messages');
	const isAlone = events.includes(kapsoMessageReceived) && !bringsBoth;
	return [...new Set([...events, ...(isAlone ? kapsoStatusEvents : [])])];
}

/** Undefined for a host without events of its own. */
async function webhooksFor(
	context: IHookFunctions,
	wanted: WantedEvents,
): Promise<EventWebhooks | undefined> {
	const credential = await readCredential(context);
	const { send } = registrationApi(context)(credential);
	return webhooksOf(credential).eventWebhooks?.(send, wanted);
}

/**
 * When a trigger is published again: its webhooks are not removed, unless they are those of another number or none are
 * wanted any more.
 */
export async function keepHostEvents(
	hostEvents: HostEvents | undefined,
	context: IHookFunctions,
): Promise<void> {
	await cancelRemoval(removalName(webhookUrlOf(context)), hostEvents && removalKey(hostEvents));
	noteHostEvents(hostEvents, context);
}

/** Remembers what to remove when the trigger is unpublished: the settings may have changed by then. */
export function noteHostEvents(hostEvents: HostEvents | undefined, context: IHookFunctions): void {
	const data = staticDataOf(context);
	const eventsPhoneNumberId = hostEvents?.phoneNumberId;
	// n8n stores the data again after each assignment.
	if (data.eventsPhoneNumberId !== eventsPhoneNumberId)
		Object.assign(data, { eventsPhoneNumberId });
}

/**
 * Removes the webhooks of a trigger: at once after a test run, otherwise with the delay that a new version of the workflow
 * needs. A failure is reported and not thrown.
 */
export async function removeHostEvents(
	context: IHookFunctions,
	{ isProduction, report }: { isProduction: boolean; report: (error: unknown) => void },
): Promise<void> {
	const phoneNumberId = staticDataOf(context).eventsPhoneNumberId ?? (await chosenNumber(context));
	if (phoneNumberId === undefined) return;
	const url = webhookUrlOf(context);
	const webhooks = await webhooksFor(context, {
		phoneNumberId: phoneNumberId === '' ? undefined : phoneNumberId,
		ofNumber: [],
		ofProject: [],
		delivery: readKapsoDelivery({}),
	});
	const remove = async () => {
		await webhooks?.remove(url).catch(report);
	};
	if (!isProduction) {
		await remove();
		noteHostEvents(undefined, context);
		return;
	}
	const memory = memoryOf(await readCredential(context));
	const registrationKey = removalKey({ phoneNumberId });
	scheduleRemoval(removalName(url), { registrationKey, memory, remove });
}

/** n8n stores nothing of a publication that failed. Undefined if the settings name none, or are why it failed. */
async function chosenNumber(context: IHookFunctions): Promise<string | undefined> {
	const hostEvents = await hostEventsOf(context).catch(() => undefined);
	return hostEvents?.phoneNumberId;
}

/** The removal beside that of the registration, which another trigger may take over. */
export function removalName(url: string): string {
	return `events at ${url}`;
}

function removalKey({ phoneNumberId }: Pick<HostEvents, 'phoneNumberId'>): string {
	return `events ${phoneNumberId}`;
}
