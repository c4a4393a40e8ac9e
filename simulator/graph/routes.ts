import { join } from 'node:path';
import { exportsOf } from '../exportsOf';
import type { SimulatedEndpoint } from './endpoint';

/** Every Graph API endpoint and the folder of its object. All exports of files named `*.routes.ts`. */
export const routes = exportsOf<SimulatedEndpoint>(join(__dirname, '..'), '.routes').map(
	({ folder, value }) => ({ folder, endpoint: value }),
);

const byKey = new Map(
	routes.map(({ endpoint }) => [routeKey(endpoint.method, endpoint.on, endpoint.edge), endpoint]),
);

/** The endpoint for a method on an edge of a kind of object. */
export function findEndpoint(
	method: string,
	kind: SimulatedEndpoint['on'],
	edge: string | undefined,
): SimulatedEndpoint | undefined {
	return byKey.get(routeKey(method, kind, edge));
}

function routeKey(method: string, kind: SimulatedEndpoint['on'], edge: string | undefined): string {
	return `${method} ${kind}/${edge ?? ''}`;
}
