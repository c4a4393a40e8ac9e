import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { flowNumberOptions, kapsoFlowField, readFlowNumber } from './flowFields';

/** https://docs.kapso.ai/api/platform/v1/whatsapp-flows/setup-encryption */
export const operation: Operation = {
	displayName: 'Set Up Encryption',
	action: 'Set up the encryption of a Kapso flow',
	description:
		'Step 1 of a data endpoint: let Kapso create a key and give Meta its public part. Needed once per number.',
	fields: [kapsoFlowField, flowNumberOptions],
	request: (parameters) => ({
		method: 'POST',
		path: path`/whatsapp/flows/${readUuid(parameters, kapsoFlowField)}/setup_encryption`,
		...onPlatform,
		body: readFlowNumber(parameters),
		idempotent: true,
	}),
	/** What Kapso's skill says to do if it fails: https://github.com/gokapso/agent-skills */
	recover(error) {
		if (error.facts.httpStatus !== 422) throw error;
		throw error.with({
			what: 'Kapso could not set up the encryption of Flows.',
			todo: 'Check that the Flow has a number, and that the number is registered. Or open the Flow in Kapso, and turn the encryption on in its settings.',
		});
	},
};
