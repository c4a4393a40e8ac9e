import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { kapsoFlowField } from './flowFields';
import { missingStep } from './missingStep';

/** https://docs.kapso.ai/api/platform/v1/whatsapp-flows/deploy-data-endpoint */
export const operation: Operation = {
	displayName: 'Deploy Data Endpoint',
	action: 'Deploy the data endpoint of a Kapso flow',
	description:
		"Step 3 of a data endpoint: deploy its code, which takes up to a minute. Check with 'Get Data Endpoint'.",
	fields: [kapsoFlowField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/data_endpoint/deploy`,
		...onPlatform,
		idempotent: true,
	}),
	recover: missingStep('code'),
};
