import { path } from '../../../graphApi/path';
import { filtersField, numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { embedKeys } from './embedFields';
import { embedFilters, readEmbedFilters } from './embedFilters';

/** https://docs.kapso.ai/api/platform/v1/inbox-embeds/list-inbox-embeds */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso inbox embeds',
	description: 'Get inbox embeds, without their tokens and URLs',
	fields: [...listFields, filtersField(embedFilters), simplifyField],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/inbox_embeds`,
		...onPlatform,
		query: { ...numberedPages(parameters), ...readEmbedFilters(parameters.group('filters')) },
	}),
	output: simplifiedTo(embedKeys),
};
