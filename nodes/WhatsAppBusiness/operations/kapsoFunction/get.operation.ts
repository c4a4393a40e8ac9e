import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { functionField } from './functionFields';

/** https://docs.kapso.ai/api/platform/v1/functions/functions/retrieve-function */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso function',
	description: 'Get a function with its code, and whether it is deployed',
	fields: [functionField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/functions/${readUuid(parameters, functionField)}`,
		...onPlatform,
	}),
};
