import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../operation';
import { bodyField, pathField, queryField, readRawRequest } from './rawRequest';

/** https://developers.facebook.com/docs/graph-api/overview */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete anything of the API',
	description: 'Delete any object of the Graph API, or remove entries from a list',
	fields: [
		pathField,
		queryField,
		{ ...bodyField, description: 'JSON object to send, where the API wants one' },
	],
	request: (parameters, account) => ({
		method: 'DELETE',
		...readRawRequest(parameters, account),
		body: parameters.optionalJsonObject(bodyField.name),
	}),
	// Some calls answer with what was done to each entry; that is not hidden.
	output: (answer) => (answer.success === true ? { deleted: true } : (answer as IDataObject)),
};
