import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';

import type { SimulatedEndpoint } from './endpoint';

const simulatorFolder = join(__dirname, '..');

/** Every Graph API endpoint: all that the files `*.routes.ts` export; nothing else lists them. */
const endpoints: SimulatedEndpoint[] = readdirSync(simulatorFolder, {
	recursive: true,
	encoding: 'utf8',
})
	.filter((file) => parse(file).name.endsWith('.routes'))
	.flatMap((file) => Object.values(load(join(simulatorFolder, file))));

function load(path: string): Record<string, SimulatedEndpoint> {
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	return require(path) as Record<string, SimulatedEndpoint>;
}

const byRoute = new Map(
	endpoints.map((definition) => [
		routeKey(definition.method, definition.on, definition.edge),
		definition,
	]),
);

/** The endpoint for a method on an edge of a kind of object. */
export function findEndpoint(
	method: string,
	kind: SimulatedEndpoint['on'],
	edge: string | undefined,
): SimulatedEndpoint | undefined {
	return byRoute.get(routeKey(method, kind, edge));
}

function routeKey(method: string, kind: SimulatedEndpoint['on'], edge: string | undefined): string {
	return `${method} ${kind}/${edge ?? ''}`;
}
