/**
 * `npm run requests`: prints the request of every recorded case as one JSON line, built by the code that
 * sends. Files that would be uploaded first are described.
 */
import { caseList } from '../test/cases/caseList';
import { buildRequest, requestJson } from '../test/support/buildRequest';

for (const { operation, cases, computed = [], recalled = [] } of caseList) {
	const { resource, operation: value } = operation;
	for (const { name, example, parameters, binary } of cases) {
		const request = requestJson(buildRequest(operation, parameters, binary));
		console.log(JSON.stringify({ resource, operation: value, case: name, example, ...request }));
	}
	for (const { name } of [...computed, ...recalled]) {
		console.log(JSON.stringify({ resource, operation: value, case: name, method: null }));
	}
}
