import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../../graphApi/coerce';
import { isJsonObject, parseJson } from '../../../graphApi/json';
import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { whyNotDeployed } from '../../fields/kapsoFunctions';
import { onPlatform, readAfter } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { functionField } from './functionFields';

/** https://docs.kapso.ai/api/platform/v1/functions/functions/invoke-function */
export const operation: Operation = {
	displayName: 'Invoke',
	action: 'Invoke a Kapso function',
	description: 'Call a deployed function and return its response',
	fields: [
		functionField,
		{
			displayName: 'Payload',
			name: 'functionPayload',
			type: 'json',
			default: '{}',
			description:
				'JSON to send to the function as the body of the request, such as { "weight": 5.5 }',
		},
	],
	request: (parameters) => ({
		method: 'POST',
		path: path`/functions/${readUuid(parameters, functionField)}/invoke`,
		...onPlatform,
		text: {
			content: JSON.stringify(parameters.optionalJson('functionPayload') ?? {}),
			mimeType: 'application/json',
		},
		responseType: 'any',
	}),
	output: ({ data }) => responseItems(asText(data) ?? ''),
	async recover(error, { parameters, send }) {
		if (error.facts.outcome === 'unknown') throw error.with({ todo: mayHaveRun });
		// Only one that is deployed can be called: https://docs.kapso.ai/docs/functions/overview
		if (error.facts.httpStatus !== 422) throw error;
		const id = readUuid(parameters, functionField);
		const { status } = await readAfter(error, send, path`/functions/${id}`);
		throw error.with(whyNotDeployed(status, 'Kapso Function: Deploy') ?? {});
	},
};

const mayHaveRun =
	"The function may have run, partly or completely. Check with 'Kapso Function: Get Invocations' before you call it again.";

/** Each entry of a list is an item. What is no JSON is a text. */
function responseItems(text: string): IDataObject[] {
	if (text === '') return [{}];
	const json = parseJson(text);
	if (Array.isArray(json))
		return json.map((entry) => (isJsonObject(entry) ? entry : { value: entry }));
	return [isJsonObject(json) ? json : { data: json === undefined ? text : json }];
}
