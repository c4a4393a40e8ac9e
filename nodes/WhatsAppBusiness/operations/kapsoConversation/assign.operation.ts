import { asObjects } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { kapsoConversationField, readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { userField } from './user';

/** https://docs.kapso.ai/api/platform/v1/conversations/create-conversation-assignment */
export const operation: Operation = {
	displayName: 'Assign',
	action: 'Assign a Kapso conversation',
	description: 'Give a conversation to a user, who looks after it instead of any other',
	fields: [
		kapsoConversationField,
		userField,
		optionsField([
			{
				displayName: 'Notes',
				name: 'notes',
				type: 'string',
				typeOptions: { rows: 2 },
				default: '',
				placeholder: 'e.g. Asks for a refund',
				description: 'What the user should know',
			},
		]),
	],
	request(parameters) {
		const conversation = readUuid(parameters, kapsoConversationField);
		return {
			method: 'POST',
			path: path`/whatsapp/conversations/${conversation}/assignments`,
			...onPlatform,
			...whatIsAssigned(parameters),
		};
	},
	/** A conversation has one active assignment at most: if there is one, the other user takes it over. */
	async recover(error, { parameters, send }) {
		const conversation = readUuid(parameters, kapsoConversationField);
		if (error.facts.httpStatus !== 422) throw error;
		const list = path`/whatsapp/conversations/${conversation}/assignments`;
		const { body } = await send({ method: 'GET', path: list, ...onPlatform });
		const active = asObjects<JsonObject>(body.data).find((entry) => entry.active === true);
		if (typeof active?.id !== 'string') throw error;
		const changed = await send({
			method: 'PATCH',
			path: path`/whatsapp/conversations/${conversation}/assignments/${active.id}`,
			...onPlatform,
			...whatIsAssigned(parameters),
			idempotent: true,
		});
		return [{ json: changed.body }];
	},
};

function whatIsAssigned(parameters: Parameters) {
	const notes = parameters.group('options').optionalText('notes');
	return {
		body: { assignment: { user_id: readUuid(parameters, userField), notes } },
		secrets: notes === undefined ? [] : [notes],
	};
}
