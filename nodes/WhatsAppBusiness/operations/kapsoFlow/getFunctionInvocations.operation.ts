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
import { kapsoFlowField } from './flowFields';
import { missingStep } from './missingStep';

/** https://docs.kapso.ai/api/platform/v1/whatsapp-flows/get-function-invocations */
export const operation: Operation = {
	displayName: 'Get Function Invocations',
	action: 'Get the function invocations of a Kapso flow',
	description: 'Get the latest requests of a Flow to its data endpoint, up to 20',
	fields: [kapsoFlowField, ...invocationFields],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/function_invocations`,
		...onPlatform,
		query: readInvocationsQuery(parameters),
	}),
	output: entriesUnder('invocations', invocationKeys),
	recover: missingStep('code'),
};
