import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asText, asTextOrNumber } from '../../../graphApi/coerce';
import { isJsonObject } from '../../../graphApi/json';
import type { JsonObject } from '../../../graphApi/types';
import { BinaryFile } from '../../files/binaryFile';
import { megabyte } from '../../../shared/fileSize';
import type { Parameters } from '../../parameters/parameters';
import type { MediaRule } from '../../../shared/mediaRules';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowjson */
export const flowJsonField: INodeProperties = {
	displayName: 'Flow JSON',
	name: 'flowJson',
	type: 'json',
	typeOptions: { rows: 12 },
	default: '{}',
	description: 'The screens of the Flow, as the Flow Builder in WhatsApp Manager shows them',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#asset-upload */
export const flowJsonRule: MediaRule = {
	what: 'a Flow JSON',
	mimeTypes: ['application/json', 'text/json', 'text/plain'],
	maxBytes: 10 * megabyte,
};

const asset = { fileName: 'flow.json', mimeType: 'application/json' };

/**
 * The file to upload from a typed Flow JSON, unchanged, so that Meta's line numbers match.
 * @throws InputError when it is empty or not a JSON object.
 */
export function typedFlowJson(parameters: Parameters): BinaryFile {
	const data = Buffer.from(parameters.jsonObjectText('flowJson')).toString('base64');
	return new BinaryFile('flowJson', flowJsonField.displayName, { ...asset, data }, flowJsonRule);
}

/**
 * The same from the item's binary data.
 * @throws InputError when the file is missing or of another type.
 */
export function binaryFlowJson(parameters: Parameters): BinaryFile {
	const { property, field, data } = parameters.binary('binaryPropertyName', flowJsonRule);
	return new BinaryFile(property, field, { ...data, ...asset }, flowJsonRule);
}

/** Adds the errors in the Flow JSON to the response as readable text, one line per error. */
export function withValidationText(response: JsonObject): IDataObject {
	const errors = response.validation_errors;
	if (!Array.isArray(errors)) return response;
	const lines = errors.filter(isJsonObject).map(validationLine);
	return {
		...(response as IDataObject),
		valid: lines.length === 0,
		validation_text: lines.join('\n'),
	};
}

// An entry of `validation_errors`. Lines and columns count from 1.
function validationLine(error: JsonObject): string {
	const message = asText(error.message) ?? 'Error without a message';
	const line = asTextOrNumber(error.line_start);
	const lineEnd = asTextOrNumber(error.line_end);
	const column = asTextOrNumber(error.column_start);
	const columnEnd = asTextOrNumber(error.column_end);
	if (line === null) return message;
	const start = column === null ? `Line ${line}` : `Line ${line}, column ${column}`;
	const sameLine = lineEnd === null || lineEnd === line;
	if (sameLine && (columnEnd === null || columnEnd === column)) {
		return `${start}: ${message}`;
	}
	const end = sameLine ? columnEnd : `line ${lineEnd}, column ${columnEnd}`;
	return `${start} to ${end}: ${message}`;
}
