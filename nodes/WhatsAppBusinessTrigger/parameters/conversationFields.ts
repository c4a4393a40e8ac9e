import type { INodeProperties } from 'n8n-workflow';

import { textLifetime } from '../../shared/conversation/rememberedTexts';
import { defaultOptInWords, defaultOptOutWords } from './preferenceWords';

/** Minutes. */
export const defaultPause = 60;

/** Minutes. Nobody means a pause of more than 30 days after the last message. */
export const longestPause = 43_200;

export const pauseField: INodeProperties = {
	// With the unit, n8n would cut it off.
	displayName: 'Pause While a Person Replies',
	name: 'pauseWhilePersonReplies',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: longestPause },
	default: defaultPause,
	hint: 'In minutes, from the last message of that person on',
	description:
		"How long messages of a customer start nothing after somebody wrote to the customer in the WhatsApp Business app or another tool. Replies that 'Send and Wait for Response' waits for still arrive.",
};

/** Values of `whilePausedField`. */
export type WhilePaused = 'startNothing' | 'startPaused';

export const whilePausedField: INodeProperties = {
	displayName: 'While Paused',
	name: 'whilePaused',
	type: 'options',
	options: [
		{
			name: 'Start Nothing',
			value: 'startNothing',
			description: 'Messages of the customer do not start the workflow',
		},
		{
			name: 'Start With Paused: True',
			value: 'startPaused',
			description: "The workflow starts, and the item says 'paused' true",
		},
	],
	default: 'startNothing',
	description:
		"What messages of a customer do while the chat is paused, by a person who replies or by Conversation: Pause. Without this option and 'Pause While a Person Replies', a pause changes nothing.",
};

export const noteOptOutsField: INodeProperties = {
	displayName: 'Note Opt-Outs',
	name: 'noteOptOuts',
	type: 'string',
	default: defaultOptOutWords.join(', '),
	description:
		'What a customer writes or taps to get no more marketing messages, separated by commas. Only the whole message counts. Also notes who stops them in WhatsApp itself. Send Template then skips marketing templates to these customers.',
	hint: 'Words with which a customer opts out, separated by commas',
};

export const optInWordsField: INodeProperties = {
	displayName: 'Words for Opting In Again',
	name: 'optInWords',
	type: 'string',
	default: defaultOptInWords.join(', '),
	description:
		"What a customer writes to get marketing messages again, separated by commas. Has no effect without 'Note Opt-Outs'.",
	hint: 'Words with which a customer opts in again, separated by commas',
};

export const rememberTextsField: INodeProperties = {
	displayName: 'Remember Texts',
	name: 'rememberTexts',
	type: 'boolean',
	default: true,
	description: `Whether 'context' says the 'type' and the 'text' of the message that a customer quotes, and who sent it. All texts that are written to and from the number are then kept for ${textLifetime} days, including what the WhatsApp Business node sends. Conversation: Forget deletes those of a customer.`,
};
