import { tmpdir } from 'node:os';
import { runProgram } from '../processes';
import type { Registry } from './ownPackages';

/** What the registry says about the newest n8n. */
export async function latestN8n(): Promise<{ version: string; engines: { node: string } }> {
	const shown = await npmView('n8n', 'version', 'engines');
	return JSON.parse(shown) as Awaited<ReturnType<typeof latestN8n>>;
}

/** What the registry says about packages. */
export const registry: Registry = {
	async servedVersions(name) {
		// npm writes a list of one as its only entry.
		const versions = JSON.parse(await npmView(name, 'versions')) as string | string[];
		return [versions].flat();
	},
	async dependencies(name, version) {
		// npm writes nothing when there are none.
		const shown = (await npmView(`${name}@${version}`, 'dependencies')) || '{}';
		return JSON.parse(shown) as Record<string, string>;
	},
};

/** The Node releases that every one of these packages has. */
export async function nodeReleases(nodePackages: string[]): Promise<string[]> {
	const [first = [], ...others] = await Promise.all(nodePackages.map(registry.servedVersions));
	return first.filter((release) => others.every((releases) => releases.includes(release)));
}

async function npmView(spec: string, ...fields: string[]): Promise<string> {
	return runProgram('npm', ['view', spec, ...fields, '--json'], { cwd: tmpdir() });
}
