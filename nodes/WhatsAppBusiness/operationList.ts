import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Operation, Resource } from './operation';

export interface ListedOperation extends Operation {
	/** Parameter values in the saved workflow: the names of the folder and of the file. */
	resource: string;
	operation: string;
}

export interface ListedResource extends Resource {
	resource: string;
	operations: ListedOperation[];
}

const root = join(__dirname, 'operations');

/** Compiled or not; declarations (`.d.ts`) do not match. */
const operationFile = /^(\w+)\.operation\.(?:js|ts)$/;

/**
 * Every operation of the node, found in `operations/<resource>/<operation>.operation.ts`; nothing else lists them.
 * `resource.ts` in each folder contains the texts of the resource. All other files there are helpers.
 */
export const resources: readonly ListedResource[] = readdirSync(root, { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && readdirSync(join(root, entry.name)).length > 0)
	.map(({ name }) => loadResource(name))
	.sort(byDisplayName);

export const operations: readonly ListedOperation[] = resources.flatMap(
	(resource) => resource.operations,
);

function loadResource(resource: string): ListedResource {
	const folder = join(root, resource);
	const texts = load<Resource>(join(folder, 'resource'), 'resource');
	const listed = readdirSync(folder)
		.map((file) => operationFile.exec(file)?.[1])
		.filter((name) => name !== undefined)
		.map((operation) => ({
			page: texts.page,
			...load<Operation>(join(folder, `${operation}.operation`), 'operation'),
			resource,
			operation,
		}));
	return { ...texts, resource, operations: listed.sort(byDisplayName) };
}

/** @throws Error when the file does not export it. */
function load<T>(path: string, name: string): T {
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const exported = (require(path) as Record<string, T | undefined>)[name];
	if (exported === undefined) throw new Error(`${path} must export '${name}'`);
	return exported;
}

function byDisplayName(a: { displayName: string }, b: { displayName: string }): number {
	return a.displayName.localeCompare(b.displayName, 'en');
}
