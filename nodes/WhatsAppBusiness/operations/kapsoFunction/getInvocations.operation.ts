import { path } from '../../../graphApi/path';
import {
	entriesUnder,
	invocationFields,
	invocationKeys,
	readInvocationsQuery,
} from '../../fields/kapsoFunctions';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { functionField } from './functionFields';

/** https://docs.kapso.ai/api/platform/v1/functions/functions/list-function-invocations */
export const operation: Operation = {
	displayName: 'Get Invocations',
	action: 'Get the invocations of a Kapso function',
	description: 'Get the latest calls of a function, up to 20, with their logs',
	fields: [functionField, ...invocationFields],
	request: (parameters) => ({
		method: 'GET',
		path: path`/functions/${readUuid(parameters, functionField)}/invocations`,
		...onPlatform,
		query: readInvocationsQuery(parameters),
	}),
	output: entriesUnder('invocations', [...invocationKeys, 'console_logs']),
};
