import { path } from '../../../graphApi/path';
import { entriesUnder, readLatest } from '../../fields/kapsoFunctions';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { kapsoFlowField } from './flowFields';
import { missingStep } from './missingStep';

/** The most entries that Kapso gives. */
const mostLogs = 50;

/** https://docs.kapso.ai/api/platform/v1/whatsapp-flows/get-function-logs */
export const operation: Operation = {
	displayName: 'Get Function Logs',
	action: 'Get the function logs of a Kapso flow',
	description: `Get the latest log entries of the code of a data endpoint, up to ${mostLogs}`,
	fields: [kapsoFlowField, ...listFields, simplifyField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/function_logs`,
		...onPlatform,
		query: { limit: readLatest(parameters, mostLogs) },
	}),
	output: entriesUnder('logs', ['level', 'message', 'logged_at', 'stack']),
	recover: missingStep('code'),
};
