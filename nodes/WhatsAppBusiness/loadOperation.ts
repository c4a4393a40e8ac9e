import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { loadExport } from '../shared/loadExport';
import type { Operation } from './operation';

/** Compiled or not; declarations (`.d.ts`) do not match. */
const operationFile = /^(\w+)\.operation\.(?:js|ts)$/;

/** The names of the operations whose files are in the folder of a resource. */
export function operationsIn(folder: string): string[] {
	return readdirSync(folder)
		.map((file) => operationFile.exec(file)?.[1])
		.filter((name) => name !== undefined);
}

/** @throws Error when the file exports no operation. */
export function loadOperation(folder: string, name: string): Operation {
	return loadExport<Operation>(join(folder, `${name}.operation`), 'operation');
}
