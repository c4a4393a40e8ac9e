import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { CredentialData } from '../graphApi/connection';
import { graphApi } from '../graphApi/graphApi';
import type { GraphApi } from '../graphApi/graphApi';
import { runOnce } from './finishedItems';
import { itemParameters } from './itemParameters';
import { MediaUploads } from './mediaUploads';
import { errorDetails, nodeError } from './nodeErrors';
import { operations } from './operationList';
import { runOperation } from './runOperation';

/**
 * Runs the chosen operation for every item, in the order of the input. An item that fails ends the run,
 * or becomes an item with the error when the node is set to continue on fail.
 * @throws NodeApiError | NodeOperationError with the index of the item.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const api = await connect(this);
	const uploads = new MediaUploads(this.helpers, api.send);
	const tools = { api, uploads, helpers: this.helpers };
	const parametersOf = itemParameters(this);
	const output: INodeExecutionData[] = [];

	for (const [itemIndex, item] of this.getInputData().entries()) {
		try {
			const items = await runOnce(item, async () => {
				const operation = chosenOperation(this, itemIndex);
				const parameters = parametersOf(itemIndex, operation.fields);
				const results = await runOperation(operation, parameters, tools);
				return results.map((result) => ({ ...result, pairedItem: { item: itemIndex } }));
			});
			output.push(...items);
		} catch (error) {
			const itemError = nodeError(error, this.getNode(), itemIndex);
			if (!this.continueOnFail()) throw itemError;
			// n8n sends an item with just these two keys to the error output, if the node has one.
			const json = { message: itemError.message, error: errorDetails(itemError, error) };
			output.push({ json, pairedItem: { item: itemIndex } });
		}
	}
	return [output];
}

async function connect(context: IExecuteFunctions): Promise<GraphApi> {
	try {
		const credential = await context.getCredentials<CredentialData & Record<string, string>>(
			'whatsAppBusinessApi',
		);
		return graphApi(credential, context.getExecutionCancelSignal());
	} catch (error) {
		throw nodeError(error, context.getNode());
	}
}

function chosenOperation(context: IExecuteFunctions, itemIndex: number) {
	const resource = context.getNodeParameter('resource', itemIndex);
	const name = context.getNodeParameter('operation', itemIndex);
	const operation = operations.find(
		(candidate) => candidate.resource === resource && candidate.operation === name,
	);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`The operation '${name}' of the resource '${resource}' does not exist`,
			{ description: 'Choose the resource and the operation again.', itemIndex },
		);
	}
	return operation;
}
