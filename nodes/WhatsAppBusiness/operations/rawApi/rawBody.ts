import type { INodeProperties } from 'n8n-workflow';

import { parseJson } from '../../../graphApi/json';
import { refuseOverrides, refuseSecretsInBody } from '../../../graphApi/reservedParameters';
import type { GraphRequest } from '../../../graphApi/types';
import { inputBinaryField } from '../../fields/media';
import { AnyFile, AnyFileStream } from '../../files/anyFile';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { checked } from './rawRequest';

const shownFor = (kind: string) => ({ show: { bodyContentType: [kind] } });

const kindField: INodeProperties = {
	displayName: 'Body Content Type',
	name: 'bodyContentType',
	type: 'options',
	options: [
		{ name: 'Binary File', value: 'binary', description: 'A file from the previous node' },
		{ name: 'Form', value: 'form', description: 'Texts and files as multipart/form-data' },
		{ name: 'JSON', value: 'json' },
		{ name: 'Text', value: 'text', description: 'Any other text, such as XML or CSV' },
	],
	default: 'json',
};

const jsonField: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'json',
	displayOptions: shownFor('json'),
	default: '{}',
	description: 'JSON object to send, such as { "messaging_product": "whatsapp" }',
};

const formField: INodeProperties = {
	displayName: 'Form Fields',
	name: 'formFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	displayOptions: shownFor('form'),
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. file',
				},
				{
					displayName: 'Type',
					name: 'fieldType',
					type: 'options',
					options: [
						{ name: 'Binary File', value: 'binary' },
						{ name: 'Text', value: 'text' },
					],
					default: 'text',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					displayOptions: { show: { fieldType: ['text'] } },
					default: '',
				},
				{
					...inputBinaryField,
					displayOptions: { show: { fieldType: ['binary'] } },
				},
			],
		},
	],
};

const textFields: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'bodyText',
		type: 'string',
		typeOptions: { rows: 4 },
		displayOptions: shownFor('text'),
		default: '',
	},
	{
		displayName: 'MIME Type',
		name: 'bodyMimeType',
		type: 'string',
		required: true,
		displayOptions: shownFor('text'),
		default: 'text/plain',
		placeholder: 'e.g. text/csv',
	},
];

export const bodyFields: INodeProperties[] = [
	kindField,
	jsonField,
	formField,
	...textFields,
	{ ...inputBinaryField, displayOptions: shownFor('binary') },
];

/**
 * Reads the body of a call. Empty JSON means no body.
 * @throws InputError for a body that is not of its kind, or that would replace the token or the method.
 */
export function readRawBody(
	parameters: Parameters,
	method: GraphRequest['method'],
): Pick<OperationRequest, 'body' | 'form' | 'stream' | 'text'> {
	switch (parameters.choice(kindField.name)) {
		case 'binary':
			return { stream: new AnyFileStream(parameters.binaryData(inputBinaryField.name)) };
		case 'form':
			return { form: readForm(parameters, method) };
		case 'text':
			return { text: readText(parameters, method) };
		default: {
			const body = parameters.optionalJsonObject(jsonField.name);
			if (body) checkNames(parameters, jsonField.name, body, method);
			return { body };
		}
	}
}

function readForm(
	parameters: Parameters,
	method: GraphRequest['method'],
): NonNullable<OperationRequest['form']> {
	const form: Record<string, string | AnyFile> = {};
	for (const field of parameters.list(formField.name, 'field', 'Form Field', { min: 1 })) {
		const name = field.text('name').trim();
		if (Object.hasOwn(form, name)) {
			throw field.error('name', `is '${name}' again`, 'Enter each field once.');
		}
		form[name] =
			field.choice('fieldType') === 'binary'
				? new AnyFile(field.binaryData(inputBinaryField.name))
				: (field.optionalText('value') ?? '');
	}
	const texts = Object.entries(form).map(([name, value]) => [
		name,
		typeof value === 'string' ? value : '',
	]);
	checkNames(parameters, formField.name, Object.fromEntries(texts) as object, method);
	return form;
}

function readText(
	parameters: Parameters,
	method: GraphRequest['method'],
): NonNullable<OperationRequest['text']> {
	const content = parameters.optionalText('bodyText') ?? '';
	const mimeType = parameters
		.text('bodyMimeType', {
			pattern: {
				regex: /^\s*[\w.+-]+\/[\w.+-]+(\s*;\s*charset=[\w-]+)?\s*$/i,
				description: 'a type such as text/csv',
			},
		})
		.trim();
	if (/^multipart\//i.test(mimeType)) {
		throw parameters.error(
			'bodyMimeType',
			'is a form',
			`Choose 'Form' in '${kindField.displayName}'.`,
		);
	}
	checkNames(parameters, 'bodyText', namesIn(content, mimeType), method);
	return { content, mimeType };
}

/** The parameters that a server may read from a text. */
function namesIn(content: string, mimeType: string): object {
	if (/urlencoded/i.test(mimeType)) return Object.fromEntries(new URLSearchParams(content));
	// Some servers read JSON after a byte order mark.
	const json = parseJson(content.replace(/^\ufeff/, ''));
	return typeof json === 'object' && json !== null ? json : {};
}

function checkNames(
	parameters: Parameters,
	field: string,
	named: object,
	method: GraphRequest['method'],
): void {
	checked(parameters, field, () => {
		refuseOverrides(named, method, 'The body');
		refuseSecretsInBody(named);
	});
}
