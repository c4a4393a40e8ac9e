import { listFields, readPageOptions } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import type { ConversationState } from '../../../shared/conversation/conversations';
import type { Operation } from '../../operation';
import { aboutMemory } from './customerFields';

const kinds: Readonly<Record<string, (state: ConversationState) => boolean>> = {
	optedOut: ({ optedOutAt }) => optedOutAt !== null,
	paused: ({ pausedUntil }) => pausedUntil !== null,
	windowOpen: ({ windowOpen }) => windowOpen === true,
};

export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many conversations',
	description:
		"Get what the nodes remember of a number's chats, for example to export opt-outs to a CRM",
	fields: [
		aboutMemory,
		...listFields,
		{
			displayName: 'Only',
			name: 'only',
			type: 'multiOptions',
			options: [
				{ name: 'Opted Out', value: 'optedOut' },
				{ name: 'Paused', value: 'paused' },
				{ name: 'Window Open', value: 'windowOpen' },
			],
			default: [],
			description: 'Only chats that are at least one of these. Leave empty for all.',
		},
		optionsField([phoneNumberField]),
	],
	recall(parameters, account) {
		const { limit = Infinity } = readPageOptions(parameters);
		const only = parameters.choices('only');
		const phoneNumberId = readPhoneNumberId(parameters, account);
		const isWanted = (state: ConversationState) =>
			only.length === 0 || only.some((kind) => kinds[kind]?.(state) === true);
		return async (conversations) =>
			(await conversations.all(phoneNumberId)).filter(isWanted).slice(0, limit);
	},
};
