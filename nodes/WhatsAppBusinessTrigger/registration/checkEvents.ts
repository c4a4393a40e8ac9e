import type { Connection } from '../../graphApi/connection';
import type { HostWebhooks } from '../../graphApi/webhooks/hostWebhooks';
import { InputError } from '../../shared/inputError';
import { flowDataExchange } from '../../shared/events/eventKinds';
import type { EventKind } from '../../shared/events/eventKinds';
import { eventsField } from '../parameters/fields';
import { needsOf } from '../parameters/neededFields';
import type { Settings } from '../parameters/settings';

/**
 * Checks that the host delivers what starts the workflow, and what each option needs.
 * @throws InputError for an event that never arrives, or an option for which nothing does.
 */
export function checkEvents(
	{ kinds, options }: Pick<Settings, 'kinds' | 'options'>,
	{ registration, eventWebhooks, neverSends = () => false }: HostWebhooks,
	{ hostName }: Pick<Connection, 'hostName'>,
): void {
	const foreign = kinds.filter(({ onlyFrom }) => onlyFrom !== undefined);
	const [first] = foreign;
	if (first?.onlyFrom !== undefined && eventWebhooks === undefined) {
		throw new InputError(
			eventsField.displayName,
			`includes events that only ${first.onlyFrom} sends: ${foreign.map(({ name }) => name).join(', ')}`,
			`Remove them there, or use a credential whose host is ${first.onlyFrom}.`,
		);
	}
	if (registration === undefined) return;
	const never = ({ field, value }: EventKind) =>
		value === flowDataExchange.value || (field !== undefined && neverSends(field));
	const dead = kinds.filter(never).map(({ name }) => name);
	if (dead.length > 0) {
		throw new InputError(
			eventsField.displayName,
			`includes events that ${hostName} never sends: ${dead.join(', ')}`,
			'Remove it there, or use a credential whose host is Meta.',
		);
	}
	const needed = needsOf({ kinds: [], options }).filter(({ isExtra }) => !isExtra);
	const useless = needed.find(({ fields }) => fields.every((field) => neverSends(field)));
	if (useless !== undefined) {
		throw new InputError(
			useless.neededBy,
			`needs webhooks that ${hostName} never sends (${useless.fields.join(', ')})`,
			'Remove the option, or use a credential whose host is Meta.',
		);
	}
	const [unmet] = foreign.length > 0 && foreign.length === kinds.length ? needed : [];
	if (unmet !== undefined) {
		throw new InputError(
			unmet.neededBy,
			`needs webhooks of Meta (${unmet.fields.join(', ')}), but all chosen events are ${hostName}'s own`,
			`Add 'Message' to '${eventsField.displayName}', or remove the option.`,
		);
	}
}
