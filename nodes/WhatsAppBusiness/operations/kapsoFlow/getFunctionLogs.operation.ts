import { path } from '../../../graphApi/path';
import { entriesUnder } from '../../fields/kapsoFunctions';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { listFields, readPageOptions } from '../../fields/list';
import type { Operation } from '../../operation';
import { kapsoFlowField } from './flowFields';
import { missingStep } from './order';

/** https://docs.kapso.ai/api/platform/v1/whatsapp-flows/get-function-logs */
export const operation: Operation = {
	displayName: 'Get Function Logs',
	action: 'Get the function logs of a Kapso flow',
	description: 'Get what the code of a data endpoint logged',
	fields: [kapsoFlowField, ...listFields],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/function_logs`,
		...onPlatform,
		// There are no pages.
		query: { limit: readPageOptions(parameters).limit },
	}),
	output: entriesUnder('logs'),
	recover: missingStep('code'),
};
