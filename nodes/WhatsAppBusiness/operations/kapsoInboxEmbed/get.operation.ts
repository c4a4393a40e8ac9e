import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { embedField, embedKeys } from './embedFields';

/** https://docs.kapso.ai/api/platform/v1/inbox-embeds/get-inbox-embed */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso inbox embed',
	description: 'Get an inbox embed, without its token and URL',
	fields: [embedField, simplifyField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/inbox_embeds/${readUuid(parameters, embedField)}`,
		...onPlatform,
	}),
	output: simplifiedTo(embedKeys),
};
