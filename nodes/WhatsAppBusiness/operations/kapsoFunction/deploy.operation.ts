import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { functionField } from './functionFields';

/** https://docs.kapso.ai/api/platform/v1/functions/functions/deploy-function */
export const operation: Operation = {
	displayName: 'Deploy',
	action: 'Deploy a Kapso function',
	description: "Deploy a function. This takes up to a minute: check the status with 'Get'.",
	fields: [functionField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/functions/${readUuid(parameters, functionField)}/deploy`,
		...onPlatform,
		idempotent: true,
	}),
};
