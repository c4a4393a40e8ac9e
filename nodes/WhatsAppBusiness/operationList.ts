import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { loadExport } from '../shared/loadExport';
import { loadOperation, operationsIn } from './loadOperation';
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

/** The resources most people come for. */
const firstResources = ['message', 'template', 'media', 'flow'];

/**
 * Every operation of the node, found in `operations/<resource>/<operation>.operation.ts`; nothing else lists them all.
 * `resource.ts` in each folder contains the texts of the resource. All other files there are helpers.
 *
 * The order is that of the lists in the editor. n8n's nodes panel has no search box for the actions of a community
 * node, so those that most people need stand first.
 */
export const resources: readonly ListedResource[] = inOrder(
	readdirSync(root, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && readdirSync(join(root, entry.name)).length > 0)
		.map(({ name }) => loadResource(name)),
	({ resource }) => resource,
	firstResources,
);

export const operations: readonly ListedOperation[] = resources.flatMap(
	(resource) => resource.operations,
);

function loadResource(resource: string): ListedResource {
	const folder = join(root, resource);
	const texts = loadExport<Resource>(join(folder, 'resource'), 'resource');
	const listed = operationsIn(folder).map((operation) => ({
		page: texts.page,
		...loadOperation(folder, operation),
		resource,
		operation,
	}));
	return {
		...texts,
		resource,
		operations: inOrder(listed, ({ operation }) => operation, texts.firstOperations),
	};
}

/**
 * Those whose value is in `first` in its order, then the others by display name.
 * @throws Error when `first` has a value that nobody has.
 */
function inOrder<Listed extends { displayName: string }>(
	listed: readonly Listed[],
	valueOf: (entry: Listed) => string,
	first: readonly string[] = [],
): Listed[] {
	const leading = first.map((value) => {
		const found = listed.find((entry) => valueOf(entry) === value);
		if (found === undefined) throw new Error(`'${value}' cannot be first: it does not exist`);
		return found;
	});
	const others = listed.filter((entry) => !leading.includes(entry));
	return [...leading, ...others.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'))];
}
