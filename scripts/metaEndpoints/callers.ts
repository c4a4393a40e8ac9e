import { operations } from '../../nodes/WhatsAppBusiness/operationList';
import type { ListedOperation } from '../../nodes/WhatsAppBusiness/operationList';
import { State } from '../../simulator/state';
import { caseList } from '../../test/cases/caseList';
import { isOfKapso } from '../../test/cases/requestCase';
import type { RequestCase } from '../../test/cases/requestCase';
import { documentedEndpoints } from './endpoints';
import type { DocumentedEndpoint } from './endpoints';

const state = new State();
const listed = new Set(documentedEndpoints.map(({ endpoint }) => withoutNames(endpoint)));

/** An endpoint without the names of its later parameters, e.g. `GET /{phoneNumber}/message_qrdls/{}`. */
function withoutNames(endpoint: string): string {
	const parts = endpoint.split('/');
	return parts.map((part, index) => (index > 1 && part.startsWith('{') ? '{}' : part)).join('/');
}

/** The endpoint that a request calls, without the names of later parameters. */
function endpointOf({ method, base, path }: RequestCase['request']): string {
	const host = base === 'api' ? 'api.facebook.com' : '';
	const [id = '', edge, ...rest] = path.split('/').slice(1).map(decodeURIComponent);
	const kind = id.startsWith('wamid.') ? 'message' : state.find(id)?.kind;
	const start = `${method} ${host}/${kind === undefined ? id : `{${kind}}`}`;
	const asCalled = [start, edge, ...rest].filter((part) => part !== undefined).join('/');
	if (rest.length === 0 || listed.has(asCalled)) return asCalled;
	return [start, edge, ...rest.map(() => '{}')].join('/');
}

/** The operations that call each endpoint with their first request, by their cases. */
const callers = new Map<string, Set<ListedOperation>>();
for (const { operation, cases } of caseList) {
	if (operation.resource === 'rawApi') continue;
	for (const { request } of cases) {
		if (isOfKapso(request)) continue;
		const endpoint = endpointOf(request);
		callers.set(endpoint, (callers.get(endpoint) ?? new Set()).add(operation));
	}
}

/** The operations that call a documented endpoint, in the order of the editor. */
export function callersOf({ endpoint }: DocumentedEndpoint): ListedOperation[] {
	const found = callers.get(withoutNames(endpoint));
	return operations.filter((operation) => found?.has(operation));
}

/** Endpoints that operations call, but that are not listed. Nobody knows of what kind an invented ID is. */
export function unlistedEndpoints(): string[] {
	return [...callers.keys()]
		.filter((endpoint) => !listed.has(endpoint) && !/\/\d/.test(endpoint))
		.sort();
}
