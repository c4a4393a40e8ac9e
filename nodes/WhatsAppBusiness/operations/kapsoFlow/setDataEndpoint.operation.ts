import { path } from '../../../graphApi/path';
import { codeField, readCode } from '../../fields/kapsoFunctions';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { kapsoFlowField } from './flowFields';

/** https://docs.kapso.ai/docs/whatsapp/flows/data-endpoint */
export const operation: Operation = {
	displayName: 'Set Data Endpoint',
	action: 'Set the data endpoint of a Kapso flow',
	description:
		'Step 2 of a data endpoint: store its code. The code does not run until you deploy it.',
	fields: [kapsoFlowField, codeField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/data_endpoint`,
		...onPlatform,
		body: { code: readCode(parameters) },
		idempotent: true,
	}),
};
