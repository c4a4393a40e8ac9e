import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../n8n/package';
import { killPrograms, runProgram, type Cleanup } from '../n8n/processes';

/** A built checkout of the project. */
export interface Checkout {
	name: string;
	folder: string;
}

/** The checkout that the bench is run from; `npm run bench` has built it. */
export const thisCheckout: Checkout = { name: 'this checkout', folder: projectFolder };

/**
 * Checks a commit out into a temporary folder and builds it. It shares the node_modules of this checkout if the
 * lockfiles are equal, and gets its own if not.
 * @param ref a branch, tag or commit.
 * @param cleanup gets the function that removes it.
 * @throws Error when there is no such commit, or when it cannot be built.
 */
export async function builtCheckout(ref: string, cleanup: Cleanup): Promise<Checkout> {
	const commit = await commitOf(ref);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-whatsapp-business-bench-'));
	cleanup.add(async () => {
		// On Ctrl-C, npm may still be writing into the folder.
		killPrograms();
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		await git('worktree', 'remove', '--force', folder);
	});
	console.log(`\n${ref} (${commit.slice(0, 7)}) is built`);
	await git('worktree', 'add', '--quiet', '--detach', folder, commit);
	if ((await lockfileOf(folder)) === (await lockfileOf(projectFolder))) {
		await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'dir');
	} else {
		await npm(folder, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
	}
	await npm(folder, 'run', 'build');
	return { name: ref, folder };
}

async function commitOf(ref: string): Promise<string> {
	const output = await git('rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`).catch(
		() => {
			throw new Error(`--compare takes a branch, tag or commit; git finds no ${ref}.`);
		},
	);
	return output.trim();
}

async function lockfileOf(folder: string): Promise<string> {
	return await readFile(join(folder, 'package-lock.json'), 'utf8');
}

async function git(...args: string[]): Promise<string> {
	return await runProgram('git', args, { cwd: projectFolder });
}

async function npm(folder: string, ...args: string[]): Promise<string> {
	return await runProgram('npm', args, { cwd: folder });
}
