import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadExport } from './loadExport';

/**
 * What of a description its folder derives (`derivedDescription.ts`): as it was built, or derived if there was no build.
 * n8n loads all nodes and credential types when it starts. With the file that the build writes beside that one, it loads
 * nothing of what the description is derived from.
 */
export function builtDescription<Derived>(folder: string): Derived {
	const path = join(folder, 'derivedDescription');
	const built = `${path}.json`;
	if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8')) as Derived;
	// n8n changes the descriptions that it loads.
	return structuredClone(loadExport<Derived>(path, 'derivedDescription'));
}
