import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { kapsoFlowField } from './flowFields';

/** https://docs.kapso.ai/api/platform/v1/whatsapp-flows/list-flow-versions */
export const operation: Operation = {
	displayName: 'Get Versions',
	action: 'Get the versions of a Kapso flow',
	description: 'Get the versions of the JSON of a Flow, newest first',
	fields: [kapsoFlowField, ...listFields, simplifyField],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/versions`,
		...onPlatform,
		query: numberedPages(parameters),
	}),
	output: simplifiedTo([
		'id',
		'version_label',
		'status',
		'validation_errors',
		'published_at',
		'created_at',
	]),
};
