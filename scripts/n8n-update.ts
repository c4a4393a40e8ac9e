/**
 * `npm run n8n:update`: moves the newest supported n8n to the newest there is, with the Node it asks for, and
 * writes what is derived from it. It changes nothing when there is no newer one.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cleanup, runProgram } from './n8n/processes';
import { chooseUpdate } from './n8n/update/choose';
import { writeLockfile } from './n8n/update/lockfile';
import {
	readManifest,
	withInstallation,
	withReplacement,
	writeManifest,
	type Replacement,
} from './n8n/update/manifest';
import { missingOwnPackages } from './n8n/update/ownPackages';
import { latestN8n, nodeReleases, registry } from './n8n/update/registry';
import { readVersion } from './n8n/versions';

const derived = ['docs', 'schemas'];

async function main(cleanup: Cleanup): Promise<void> {
	const current = readVersion('newest');
	const [latest, releases] = [await latestN8n(), await nodeReleases(current.nodePackages)];
	const update = chooseUpdate(current, latest, releases);
	if (!update) {
		console.log(`n8n ${current.n8n} on Node ${current.node} is the newest there is.`);
		return;
	}
	console.log(
		`n8n ${current.n8n} on Node ${current.node} -> n8n ${update.n8n} on Node ${update.node}`,
	);

	// In a separate folder, so that n8n-versions/ stays unchanged when npm fails half-way.
	const folder = await mkdtemp(join(tmpdir(), 'n8n-update-'));
	cleanup.add(() => rm(folder, { recursive: true, force: true }));
	const report = ({ name, wanted, installed }: Replacement) =>
		console.log(`  ${name} ${wanted} is not in the registry, ${installed} is installed instead`);
	const missing = await missingOwnPackages(update.n8n, registry);
	missing.forEach(report);
	const moved = withInstallation(await readManifest(current.folder), update);
	await writeManifest(folder, missing.reduce(withReplacement, moved));
	console.log('npm writes the lockfile');
	await writeLockfile(folder, report);
	for (const file of ['package.json', 'package-lock.json']) {
		await copyFile(join(folder, file), join(current.folder, file));
	}
	for (const script of derived) {
		console.log(`npm run ${script}`);
		await runProgram('npm', ['run', script], { cwd: join(__dirname, '..') });
	}
	console.log('Done. See whether it works: npm run e2e -- --n8n newest');
}

const cleanup = new Cleanup();
main(cleanup)
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	})
	.finally(() => void cleanup.run());
