import type { Operation } from '../../operation';
import { bodyField, pathField, queryField, readRawRequest } from './rawRequest';

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
		method: 'DELETE',
		...readRawRequest(parameters, account),
		body: parameters.optionalJsonObject(bodyField.name),
	}),
	// Some calls return a result per entry, which must stay visible.
	output: (response) => (response.success === true ? { deleted: true } : response),
};
