import { path } from '../../../graphApi/path';
import { checkChanges } from '../../fields/checkChanges';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform, updateFieldsField } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { embedField, embedFields, embedNameField, readEmbed } from './embedFields';

/** https://docs.kapso.ai/api/platform/v1/inbox-embeds/update-inbox-embed */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a Kapso inbox embed',
	description: 'Change an inbox embed. Its scope and its URL stay.',
	fields: [embedField, updateFieldsField([embedNameField, ...embedFields])],
	request(parameters) {
		const given = parameters.group('updateFields');
		const inbox_embed = {
			name: given.optionalText(embedNameField.name)?.trim(),
			...readEmbed(given),
		};
		checkChanges(parameters, 'updateFields', inbox_embed);
		return {
			method: 'PATCH',
			path: path`/inbox_embeds/${readUuid(parameters, embedField)}`,
			...onPlatform,
			body: { inbox_embed },
			idempotent: true,
		};
	},
};
