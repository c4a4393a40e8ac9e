import { isEmpty } from '../../fields/isEmpty';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import { bodyFields, readRawBody } from './rawBody';
import { hostOption, pathField, queryField, readRawRequest } from './rawRequest';
import { rawOutput, readResponseType, responseOptions } from './rawResponse';

/** Everything but the texts of an operation that sends a body. */
export function sending(
	method: 'POST' | 'PUT' | 'PATCH',
): Pick<Operation, 'fields' | 'request' | 'finish'> {
	return {
		fields: [pathField, ...bodyFields, queryField, optionsField([hostOption, ...responseOptions])],
		request(parameters, account) {
			const content = readRawBody(parameters, method);
			return {
				...readRawRequest(parameters, account, method),
				...(isEmpty(content) ? { body: {} } : content),
				responseType: readResponseType(parameters),
			};
		},
		finish: rawOutput,
	};
}
