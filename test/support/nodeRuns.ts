import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { runNode } from './engine';

interface RunSettings {
	/** Default: one empty item. */
	items?: INodeExecutionData[];
	/** Default: the usual credential. */
	using?: CredentialData;
	settings?: Partial<INode>;
}

/** Runs operations in n8n's engine. @param credential gives the usual one. */
export function nodeRuns(credential: () => CredentialData) {
	const run = (
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		{ items = [{ json: {} }], using = credential(), settings }: RunSettings = {},
	) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource, operation, ...parameters },
			credential: using,
			items,
			settings,
		});

	/** The items of a run that must succeed. */
	async function itemsOf(...called: Parameters<typeof run>): Promise<INodeExecutionData[]> {
		const { outputs, error } = await run(...called);
		expect(error).toBeUndefined();
		return outputs[0] ?? [];
	}

	/** The output of a run that must succeed. */
	async function outputOf(...called: Parameters<typeof run>): Promise<IDataObject[]> {
		return (await itemsOf(...called)).map(({ json }) => json);
	}

	return { run, itemsOf, outputOf };
}
