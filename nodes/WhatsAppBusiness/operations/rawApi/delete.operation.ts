import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import { bodyFields, readRawBody } from './rawBody';
import { hostOption, pathField, queryField, readRawRequest } from './rawRequest';
import { rawOutput, readResponseType, responseOptions } from './rawResponse';

/** https://developers.facebook.com/docs/graph-api/overview */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete anything with the API',
	description: 'Delete any object of the Graph API, or remove entries from a list',
	fields: [pathField, queryField, ...bodyFields, optionsField([hostOption, ...responseOptions])],
	request: (parameters, account) => ({
		...readRawRequest(parameters, account, 'DELETE'),
		...readRawBody(parameters, 'DELETE'),
		responseType: readResponseType(parameters),
	}),
	// Some calls return a result per entry, which must stay visible.
	finish: (response, followUp) =>
		rawOutput(response, followUp, (json) => (json.success === true ? { deleted: true } : json)),
};
