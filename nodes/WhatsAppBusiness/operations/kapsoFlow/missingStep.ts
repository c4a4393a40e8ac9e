import { path } from '../../../graphApi/path';
import { whyNotDeployed } from '../../fields/kapsoFunctions';
import type { Advice } from '../../fields/kapsoFunctions';
import { readUuid } from '../../fields/kapsoIds';
import { readAfter } from '../../fields/kapsoPlatform';
import type { FollowUp, Operation } from '../../operation';
import { kapsoFlowField } from './flowFields';

const noEncryption: Advice = {
	what: 'The encryption of Flows is not set up.',
	todo: "Run 'Kapso Flow: Set Up Encryption' first.",
};

const noCode: Advice = {
	what: 'The Flow has no data endpoint yet.',
	todo: "Run 'Kapso Flow: Set Data Endpoint' first, which stores its code.",
};

/** With which Kapso may say that an earlier step is missing. https://docs.kapso.ai/api/introduction */
const refusals: readonly unknown[] = [404, 422];

/**
 * A `recover` that says which step must come first. Kapso does not document the words of such a refusal, so what the Flow
 * has is looked up.
 * https://docs.kapso.ai/api/platform/v1/whatsapp-flows/register-data-endpoint-with-meta
 * @param needed the code alone, or the encryption and the deployment, too.
 */
export function missingStep(needed: 'code' | 'all'): NonNullable<Operation['recover']> {
	return async (error, followUp) => {
		if (!refusals.includes(error.facts.httpStatus)) throw error;
		throw error.with((await firstMissing(needed, error, followUp)) ?? {});
	};
}

async function firstMissing(
	needed: 'code' | 'all',
	error: Error,
	{ parameters, send }: FollowUp,
): Promise<Advice | undefined> {
	const id = readUuid(parameters, kapsoFlowField);
	const flow = await readAfter(error, send, path`/whatsapp/flows/${id}`);
	if (needed === 'all' && flow.flows_encryption_configured === false) return noEncryption;
	if (flow.has_data_endpoint === false) return noCode;
	if (needed === 'code') return undefined;
	const { status } = await readAfter(error, send, path`/whatsapp/flows/${id}/data_endpoint`);
	return whyNotDeployed(status, 'Kapso Flow: Deploy Data Endpoint');
}
