import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../processes';
import { nearestServed } from './choose';
import { readManifest, withReplacement, writeManifest, type Replacement } from './manifest';
import { registry } from './registry';

/** The npm of Node 20: newer ones read what it writes, but it does not read what they write. */
const npm = ['--yes', 'npm@10'];
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Writes the lockfile next to the package.json in `folder`. A package that n8n asks for in a version which the
 * registry does not serve is overridden in that package.json with the nearest version it does serve.
 * @param report gets each replacement.
 * @throws Error with npm's message when it fails for another reason.
 */
export async function writeLockfile(
	folder: string,
	report: (replacement: Replacement) => void,
): Promise<void> {
	for (;;) {
		// The lockfile starts empty: otherwise packages that the new n8n does not need would remain in it.
		await rm(join(folder, 'package-lock.json'), { force: true });
		const missing = await lockOrMissing(folder);
		if (!missing) break;
		report(await replace(folder, missing));
	}
	// npm may leave peer dependencies out of the first lockfile, and then refuses to install from it.
	await lock(folder);
	await runProgram('npx', [...npm, 'ci', '--dry-run', ...quiet], { cwd: folder });
}

async function lockOrMissing(folder: string): Promise<Wanted | undefined> {
	try {
		await lock(folder);
		return undefined;
	} catch (error) {
		const missing = missingVersion(String(error));
		if (!missing) throw error;
		return missing;
	}
}

async function lock(folder: string): Promise<void> {
	const install = ['install', '--package-lock-only', '--omit-lockfile-registry-resolved'];
	await runProgram('npx', [...npm, ...install, ...quiet], { cwd: folder });
}

async function replace(folder: string, { name, wanted }: Wanted): Promise<Replacement> {
	const manifest = await readManifest(folder);
	if (name in manifest.overrides) {
		throw new Error(
			`The registry does not serve ${name} ${wanted}, and the override in package.json does not help.`,
		);
	}
	const installed = nearestServed(name, wanted, await registry.servedVersions(name));
	const replacement = { name, wanted, installed };
	await writeManifest(folder, withReplacement(manifest, replacement));
	return replacement;
}

type Wanted = Pick<Replacement, 'name' | 'wanted'>;

const notFound = 'No matching version found for ';

/** The version that the registry does not serve, if that is what npm's output complains of. */
export function missingVersion(output: string): Wanted | undefined {
	const line = output.split('\n').find((text) => text.includes(notFound));
	if (!line) return undefined;
	const wanted = line.slice(line.indexOf(notFound) + notFound.length).replace(/\.$/, '');
	const at = wanted.lastIndexOf('@');
	return { name: wanted.slice(0, at), wanted: wanted.slice(at + 1) };
}
