import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { flowNumberOptions, kapsoFlowField, readFlowNumber } from './flowFields';
import { missingStep } from './missingStep';

/** https://docs.kapso.ai/api/platform/v1/whatsapp-flows/register-data-endpoint-with-meta */
export const operation: Operation = {
	displayName: 'Register Data Endpoint',
	action: 'Register the data endpoint of a Kapso flow',
	description:
		'Step 4 of a data endpoint: register its URL at Meta. From then on, the Flow calls it.',
	fields: [kapsoFlowField, flowNumberOptions],
	request: (parameters) => ({
		method: 'POST',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/data_endpoint/register`,
		...onPlatform,
		body: readFlowNumber(parameters),
		idempotent: true,
	}),
	recover: missingStep('all'),
};
