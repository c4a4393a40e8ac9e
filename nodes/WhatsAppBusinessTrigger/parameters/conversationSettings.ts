import { asTextOrNumber } from '../../graphApi/coerce';
import { InputError } from '../../shared/inputError';
import { defaultOptInWords, readWords } from './preferenceWords';
import type { PreferenceWords } from './preferenceWords';
import { kindsOf } from '../../shared/events/eventKinds';
import type { EventKind } from '../../shared/events/eventKinds';
import {
	defaultPause,
	longestPause,
	noteOptOutsField,
	pauseField,
	rememberTextsField,
} from './conversationFields';
import type { WhilePaused } from './conversationFields';

/** The options about conversations, as stored. An expression may return any type. */
export interface ConversationOptions {
	noteOptOuts?: unknown;
	optInWords?: unknown;
	pauseWhilePersonReplies?: unknown;
	rememberTexts?: boolean;
	whilePaused?: WhilePaused;
}

/** The options about conversations, parsed. */
export interface ConversationSettings {
	/** Milliseconds for which a message of a person pauses the conversation. Undefined: it does not. */
	pauseLength: number | undefined;
	/** What messages do while the conversation is paused. Undefined: they start the workflow as always. */
	whilePaused: WhilePaused | undefined;
	/** Undefined: what customers write is no opt-out. */
	words: PreferenceWords | undefined;
	/** Whether what is written in both directions is remembered. */
	remembersTexts: boolean;
}

/** Milliseconds. */
const minute = 60_000;

/** Reads the options. A pause of an invalid length lasts as long as by default: better than a bot that interrupts. */
export function readConversationSettings(options: ConversationOptions): ConversationSettings {
	const { pauseWhilePersonReplies: pause, whilePaused, noteOptOuts, optInWords } = options;
	const minutes = pause === undefined ? undefined : (pauseMinutes(pause) ?? defaultPause);
	const written = asTextOrNumber(optInWords) ?? defaultOptInWords.join();
	return {
		pauseLength: minutes === undefined ? undefined : minutes * minute,
		whilePaused: whilePaused ?? (pause === undefined ? undefined : 'startNothing'),
		words:
			noteOptOuts === undefined
				? undefined
				: { stop: readWords(asTextOrNumber(noteOptOuts) ?? ''), resume: readWords(written) },
		remembersTexts: options.rememberTexts === true,
	};
}

/** @throws InputError for a pause of an invalid length. */
export function checkConversationOptions({ pauseWhilePersonReplies }: ConversationOptions): void {
	if (pauseWhilePersonReplies === undefined) return;
	if (pauseMinutes(pauseWhilePersonReplies) !== undefined) return;
	throw new InputError(
		pauseField.displayName,
		`is not a number from 1 to ${longestPause}`,
		`Enter for how many minutes a message of a person pauses the chat, e.g. ${defaultPause}.`,
	);
}

/** Kinds of events that each chosen option needs, or that add to it. Unless they are chosen, they start nothing. */
export function kindsByOption({
	pauseWhilePersonReplies,
	noteOptOuts,
	rememberTexts,
}: ConversationOptions): Array<{ neededBy: string; kinds: EventKind[]; isExtra: boolean }> {
	const options = [
		{
			isChosen: pauseWhilePersonReplies !== undefined,
			field: pauseField,
			kinds: echoKinds(),
			isExtra: false,
		},
		{
			isChosen: noteOptOuts !== undefined,
			field: noteOptOutsField,
			kinds: kindsOf(['user_preferences']),
			isExtra: true,
		},
		{
			isChosen: rememberTexts === true,
			field: rememberTextsField,
			kinds: echoKinds(),
			isExtra: true,
		},
	];
	return options
		.filter(({ isChosen }) => isChosen)
		.map(({ field, kinds, isExtra }) => ({ neededBy: field.displayName, kinds, isExtra }));
}

/** The events that report what a person writes to a customer. */
export function echoKinds(): EventKind[] {
	return kindsOf(['smb_message_echoes', 'message_echoes']);
}

function pauseMinutes(stored: unknown): number | undefined {
	const minutes = Number(asTextOrNumber(stored) ?? NaN);
	return minutes >= 1 && minutes <= longestPause ? minutes : undefined;
}
