import { path } from '../../../graphApi/path';
import { numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/api/platform/v1/functions/functions/list-functions */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso functions',
	description: 'Get the functions of the project',
	fields: [...listFields, simplifyField],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/functions`,
		...onPlatform,
		query: numberedPages(parameters),
	}),
	output: simplifiedTo([
		'id',
		'name',
		'slug',
		'description',
		'status',
		'version',
		'public_endpoint',
		'endpoint_url',
		'last_deployed_at',
	]),
};
