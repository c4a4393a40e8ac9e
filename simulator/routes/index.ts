import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';

import type { Endpoint } from '../context';

/** Every Graph API endpoint: all that the other files of this folder export; nothing else lists them. */
const endpoints: Endpoint[] = readdirSync(__dirname)
	.map((file) => parse(file).name)
	.filter((name) => name !== 'index')
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	.flatMap((name) => Object.values(require(join(__dirname, name)) as Record<string, Endpoint>));

const byRoute = new Map(
	endpoints.map((definition) => [
		routeKey(definition.method, definition.on, definition.edge),
		definition,
	]),
);

/** The endpoint for a method on an edge of a kind of object. */
export function findEndpoint(
	method: string,
	kind: Endpoint['on'],
	edge: string | undefined,
): Endpoint | undefined {
	return byRoute.get(routeKey(method, kind, edge));
}

function routeKey(method: string, kind: Endpoint['on'], edge: string | undefined): string {
	return `${method} ${kind}/${edge ?? ''}`;
}
