import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { runNode } from '../../support/engine';
import type { NodeResult } from '../../support/engine';
import { expectNothingSecret } from './secrets';

export interface Attacked extends NodeResult {
	/** What the node wrote to n8n's log. */
	log: unknown[];
}

/** Runs the node in n8n's engine and checks that neither its result nor its log contains a secret. */
export async function attack(
	parameters: INodeParameters,
	credential: CredentialData,
	{
		items = [{ json: {} }],
		settings,
	}: { items?: INodeExecutionData[]; settings?: Partial<INode> } = {},
): Promise<Attacked> {
	const log: unknown[] = [];
	const write = (...line: unknown[]) => void log.push(line);
	const logger = Container.get(Logger);
	const recorder = { debug: write, info: write, warn: write, error: write, scoped: () => recorder };
	// n8n freezes its logger.
	Container.set(Logger, recorder as unknown as Logger);
	try {
		const result = await runNode({
			node: new WhatsAppBusiness(),
			parameters,
			credential,
			items,
			settings,
		});
		expectNothingSecret(credential, result.outputs, result.error, result.run.data.resultData, log);
		return { ...result, log };
	} finally {
		Container.set(Logger, logger);
	}
}

/** Runs the node like `attack`, but so that a failed item becomes an output. */
export async function attackAndGoOn(
	parameters: INodeParameters,
	credential: CredentialData,
): Promise<INodeExecutionData[]> {
	const { outputs } = await attack(parameters, credential, {
		settings: { onError: 'continueRegularOutput' },
	});
	return outputs[0] ?? [];
}
