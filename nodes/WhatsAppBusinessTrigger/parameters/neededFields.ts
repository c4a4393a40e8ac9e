import type { FieldNeed } from '../../shared/publishedTriggers';
import { isFollowUp } from '../../shared/events/eventKinds';
import type { EventKind } from '../../shared/events/eventKinds';
import { echoKinds, kindsByOption } from './conversationSettings';
import { eventsField } from './fields';
import type { Settings } from './settings';

/** The webhook fields that the chosen events need, and those that each chosen option needs. */
export interface TriggerNeed extends FieldNeed {
	/** Those of them that only the callback URL of the Meta app receives. */
	onlyToApp: string[];
	/** Whether the option does something without them, too. */
	isExtra: boolean;
}

/** Returns what needs webhook fields, the events first. */
export function needsOf({ kinds, options }: Pick<Settings, 'kinds' | 'options'>): TriggerNeed[] {
	// What a person writes to the customer counts as well.
	const events = kinds.some(isFollowUp) ? [...kinds, ...echoKinds()] : kinds;
	const ofEvents = { neededBy: eventsField.displayName, kinds: events, isExtra: false };
	return [ofEvents, ...kindsByOption(options)]
		.map(({ neededBy, kinds: needed, isExtra }) => ({
			...{ neededBy, isExtra },
			fields: fieldsOf(needed),
			onlyToApp: fieldsOf(needed.filter(({ overridable }) => !overridable)),
		}))
		.filter(({ fields }) => fields.length > 0);
}

/** Returns all fields of these needs, each once. */
export function allFields(needs: ReadonlyArray<Pick<FieldNeed, 'fields'>>): string[] {
	return [...new Set(needs.flatMap(({ fields }) => fields))];
}

function fieldsOf(kinds: readonly EventKind[]): string[] {
	return [...new Set(kinds.map(({ field }) => field).filter((field) => field !== undefined))];
}
