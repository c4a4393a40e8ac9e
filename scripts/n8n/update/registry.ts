import { tmpdir } from 'node:os';
import { runProgram } from '../processes';

/** What the registry says about the newest n8n. */
export async function latestN8n(): Promise<{ version: string; engines: { node: string } }> {
	return JSON.parse(await npmView('n8n', 'version', 'engines'));
}

/** The versions of a package that the registry serves. */
export async function servedVersions(name: string): Promise<string[]> {
	// npm writes a list of one as its only entry.
	const versions: string | string[] = JSON.parse(await npmView(name, 'versions'));
	return [versions].flat();
}

/** The Node releases that every one of these packages has. */
export async function nodeReleases(nodePackages: string[]): Promise<string[]> {
	const [first = [], ...others] = await Promise.all(nodePackages.map(servedVersions));
	return first.filter((release) => others.every((releases) => releases.includes(release)));
}

async function npmView(name: string, ...fields: string[]): Promise<string> {
	return runProgram('npm', ['view', name, ...fields, '--json'], { cwd: tmpdir() });
}
