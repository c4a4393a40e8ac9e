import { Readable } from 'node:stream';

import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asText } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import { nameForType } from '../../../shared/fileTypes';
import { withExtension } from '../../../shared/storeFile';
import { outputBinaryField } from '../../fields/media';
import type { FollowUp, OperationRequest, OutputItem } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

const formatOption: INodeProperties = {
	displayName: 'Response Format',
	name: 'responseFormat',
	type: 'options',
	options: [
		{ name: 'File', value: 'file', description: 'Put into a binary field' },
		{ name: 'JSON', value: 'json' },
		{ name: 'Text', value: 'text', description: "Put into the field 'data'" },
	],
	default: 'file',
	description: 'What the API responds with',
};

export const responseOptions: INodeProperties[] = [
	formatOption,
	{ ...outputBinaryField, required: false },
];

/** What the request expects as its response. Undefined for JSON. */
export function readResponseType(parameters: Parameters): OperationRequest['responseType'] {
	const format = parameters.group('options').optionalChoice(formatOption.name);
	return format === 'file' || format === 'text' ? format : undefined;
}

/**
 * The item of a response: its JSON, its text or its file.
 * @param output makes the output of JSON.
 */
export async function rawOutput(
	response: JsonObject,
	{ parameters, store }: Pick<FollowUp, 'parameters' | 'store'>,
	output: (response: JsonObject) => IDataObject = (json) => json,
): Promise<OutputItem[]> {
	if (readResponseType(parameters) !== 'file') return [{ json: output(response) }];
	const { data, mimeType, fileName } = response;
	const content = Buffer.from(asText(data) ?? '', 'base64');
	const type = asText(mimeType) ?? undefined;
	const name = nameForType(asText(fileName) ?? 'file', type);
	const stored = withExtension(await store(Readable.from([content]), name, type));
	const property = parameters.group('options').optionalText(outputBinaryField.name)?.trim();
	return [
		{
			json: { mimeType: type, fileName: stored.fileName },
			binary: { [property ?? 'data']: stored },
		},
	];
}
