import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DerivedDescription } from './derivedDescription';
import { loadExport } from './loadOperation';

/** The build writes it beside this file, so that no operation is loaded before one runs. */
const file = join(__dirname, 'derivedDescription.json');

/** What of the node's description comes from its operations: as it was built, or derived if there was no build. */
export function builtDescription(): DerivedDescription {
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DerivedDescription;
	const path = join(__dirname, 'derivedDescription');
	// n8n changes the descriptions of the nodes that it loads.
	return structuredClone(loadExport<DerivedDescription>(path, 'derivedDescription'));
}
