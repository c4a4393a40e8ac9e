import { readdirSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

import type { SimulatedEndpoint } from './endpoint';

const simulatorFolder = join(__dirname, '..');

/** Every Graph API endpoint and the folder of its object. All exports of files named `*.routes.ts`. */
export const routes = readdirSync(simulatorFolder, { recursive: true, encoding: 'utf8' })
	.filter((file) => parse(file).name.endsWith('.routes'))
	.sort()
	.flatMap((file) =>
		Object.values(load(join(simulatorFolder, file))).map((endpoint) => ({
			folder: dirname(file),
			endpoint,
		})),
	);

function load(path: string): Record<string, SimulatedEndpoint> {
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	return require(path) as Record<string, SimulatedEndpoint>;
}

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
