import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { kapsoFlowField } from './flowFields';
import { missingStep } from './missingStep';

/**
 * - https://docs.kapso.ai/api/platform/v1/whatsapp-flows/get-data-endpoint
 * - https://docs.kapso.ai/api/platform/v1/whatsapp-flows/get-flow
 */
export const operation: Operation = {
	displayName: 'Get Data Endpoint',
	action: 'Get the data endpoint of a Kapso flow',
	description:
		'Get the code of a data endpoint, whether it is deployed and whether the encryption is set up',
	fields: [kapsoFlowField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/data_endpoint`,
		...onPlatform,
	}),
	/** Only the Flow says whether the encryption is set up. */
	async finish(endpoint, { parameters, send }) {
		const at = path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}`;
		const { body: flow } = await send({ method: 'GET', path: at, ...onPlatform });
		const flows_encryption_configured = flow.flows_encryption_configured ?? null;
		return [{ json: { ...endpoint, flows_encryption_configured } }];
	},
	recover: missingStep('code'),
};
