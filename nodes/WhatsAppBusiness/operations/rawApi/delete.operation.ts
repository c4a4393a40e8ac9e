import type { Operation } from '../../operation';
import { bodyField, pathField, queryField, readRawBody, readRawRequest } from './rawRequest';

/** https://developers.facebook.com/docs/graph-api/overview */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete anything with the API',
	description: 'Delete any object of the Graph API, or remove entries from a list',
	fields: [
		pathField,
		queryField,
		{ ...bodyField, description: 'JSON object to send, if the API expects one' },
	],
	request: (parameters, account) => ({
		...readRawRequest(parameters, account, 'DELETE'),
		body: readRawBody(parameters, 'DELETE'),
	}),
	// Some calls return a result per entry, which must stay visible.
	output: (response) => (response.success === true ? { deleted: true } : response),
};
