import { files } from './files';
import { secretNames } from './reservedParameters';
import type { RejectedCase, RequestCase } from '../cases/requestCase';

const field = (...fields: object[]) => ({ field: fields }) as { field: [] };

/** Calls whose bodies are no JSON. */
export const otherBodies = (method: RequestCase['request']['method']): RequestCase[] => [
	{
		name: 'a form with a text and a file',
		parameters: {
			path: '/echo',
			bodyContentType: 'form',
			formFields: field(
				{ name: 'messaging_product', value: 'whatsapp' },
				{ name: 'file', fieldType: 'binary', binaryPropertyName: 'picture' },
				{ name: 'empty' },
			),
		},
		binary: { picture: files.jpeg },
		request: {
			method,
			path: '/echo',
			body: { messaging_product: 'whatsapp', file: "<binary 'picture'>", empty: '' },
		},
	},
	{
		name: 'a text',
		parameters: {
			path: '/echo',
			bodyContentType: 'text',
			bodyText: 'a,b\n1,2',
			bodyMimeType: ' text/csv; charset=utf-8 ',
		},
		request: { method, path: '/echo', text: 'a,b\n1,2' },
	},
	{
		name: 'an empty text',
		parameters: { path: '/echo', bodyContentType: 'text' },
		request: { method, path: '/echo', text: '' },
	},
	{
		name: 'a file',
		parameters: { path: '/echo', bodyContentType: 'binary' },
		binary: { data: files.jpeg },
		request: { method, path: '/echo', text: "<binary 'data'>" },
	},
];

/** Bodies that are rejected. */
export const rejectedBodies: RejectedCase[] = [
	{
		name: 'a form without a field',
		parameters: { path: '/1', bodyContentType: 'form' },
		message: /'Form Fields' is empty/,
	},
	{
		name: 'a field twice',
		parameters: {
			path: '/1',
			bodyContentType: 'form',
			formFields: field({ name: 'a', value: '1' }, { name: ' a', value: '2' }),
		},
		message: /'Form Field 2 → Name' is 'a' again/,
	},
	{
		name: 'a file that is not there',
		parameters: { path: '/1', bodyContentType: 'binary' },
		message: /'Input Binary Field' names 'data', but the item has no binary data of that name/,
	},
	{
		name: 'another method in a form',
		parameters: {
			path: '/1',
			bodyContentType: 'form',
			formFields: field({ name: 'method', value: 'GET' }),
		},
		message: /^'Form Fields' cannot be sent$/,
	},
	{
		name: 'a token in JSON after a byte order mark',
		parameters: {
			path: '/1',
			bodyContentType: 'text',
			bodyText: '\ufeff{"access_token":"EAA"}',
			bodyMimeType: 'application/json',
		},
		message: /^'Text' cannot be sent$/,
	},
	...secretNames.flatMap((name): RejectedCase[] => [
		{
			name: `a token as ${name} in a form`,
			parameters: {
				path: '/1',
				bodyContentType: 'form',
				formFields: field({ name, value: 'EAA' }),
			},
			message: /^'Form Fields' cannot be sent$/,
		},
		{
			name: `a token as ${name} in a text that is a form`,
			parameters: {
				path: '/1',
				bodyContentType: 'text',
				bodyText: `a=1&${encodeURIComponent(name)}=EAA`,
				bodyMimeType: 'application/x-www-form-urlencoded',
			},
			message: /^'Text' cannot be sent$/,
		},
		{
			name: `a token as ${name} in a text that is JSON`,
			parameters: {
				path: '/1',
				bodyContentType: 'text',
				bodyText: JSON.stringify([{ [name]: 'EAA' }]),
			},
			message: /^'Text' cannot be sent$/,
		},
	]),
	{
		name: 'a text that is a multipart form',
		parameters: {
			path: '/1',
			bodyContentType: 'text',
			bodyText: 'x',
			bodyMimeType: 'multipart/form-data',
		},
		message: /'MIME Type' is a form/,
	},
	...['csv', 'text/csv\r\nx: y', 'text/csv; boundary=x', ''].map((bodyMimeType): RejectedCase => ({
		name: `the MIME type ${JSON.stringify(bodyMimeType)}`,
		parameters: { path: '/1', bodyContentType: 'text', bodyText: 'x', bodyMimeType },
		message: /'MIME Type' (has the wrong format|is empty)/,
	})),
];
