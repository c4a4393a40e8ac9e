import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { embedField } from './embedFields';

/** https://docs.kapso.ai/api/platform/v1/inbox-embeds/revoke-inbox-embed */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a Kapso inbox embed',
	description: 'Revoke an inbox embed: its URL stops working',
	fields: [embedField],
	request: (parameters) => ({
		method: 'DELETE',
		path: path`/inbox_embeds/${readUuid(parameters, embedField)}`,
		...onPlatform,
	}),
	output: () => ({ deleted: true }),
};
