import type { Operation } from '../../operation';
import { bodyField, pathField, queryField, readRawBody, readRawRequest } from './rawRequest';

/** https://developers.facebook.com/docs/graph-api/overview */
export const operation: Operation = {
	displayName: 'Post',
	action: 'Post anything to the API',
	description: 'Create or change anything with the Graph API',
	fields: [pathField, bodyField, queryField],
	request: (parameters, account) => ({
		...readRawRequest(parameters, account, 'POST'),
		body: readRawBody(parameters, 'POST') ?? {},
	}),
};
