import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './processes';
import type { Cleanup } from './processes';

/** The checkout of this file. */
export const projectFolder = join(__dirname, '..', '..');

interface PackageManifest {
	name: string;
	version: string;
	devDependencies?: unknown;
	peerDependencies?: unknown;
	optionalDependencies?: unknown;
}

export interface PackedPackage {
	/** Path of the tarball that npm would publish. */
	tarball: string;
	/** Paths inside the package, such as `dist/…` and `README.md`. */
	files: string[];
	/** Deletes the tarball. */
	remove(): Promise<void>;
}

/**
 * Packs the project as npm would publish it. The project must be built.
 * @param checkout the folder of another checkout to pack instead of this one.
 */
export async function packProject(checkout = projectFolder): Promise<PackedPackage> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-whatsapp-business-pack-'));
	// Without the prepack script: the npm scripts that call this have just built.
	const output = await runProgram(
		'npm',
		['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
		{ cwd: checkout },
	);
	const packed = firstPackage(JSON.parse(output) as Parameters<typeof firstPackage>[0]);
	return {
		tarball: join(folder, packed.filename),
		files: packed.files.map((file) => file.path),
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}

/**
 * Packs the package and installs it into a new, empty user folder.
 * @param name part of the folder's name.
 * @param cleanup gets the functions that delete both.
 * @param checkout the folder of another checkout to pack instead of this one.
 */
export async function userFolderWithPackage(
	name: string,
	cleanup: Cleanup,
	checkout = projectFolder,
): Promise<{ userFolder: string; packed: PackedPackage }> {
	const userFolder = await mkdtemp(join(tmpdir(), `n8n-${name}-`));
	cleanup.add(() => rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));
	const packed = await packProject(checkout);
	cleanup.add(() => packed.remove());
	await installPackage(packed.tarball, userFolder);
	return { userFolder, packed };
}

interface NpmPackResult {
	filename: string;
	files: Array<{ path: string }>;
}

/** npm 10 and 11 print a list, newer ones an object keyed by package name. */
function firstPackage(output: NpmPackResult[] | Record<string, NpmPackResult>): NpmPackResult {
	const [packed] = Object.values(output);
	if (!packed) throw new Error('"npm pack" gave no package.');
	return packed;
}

/**
 * Installs a packed package into n8n's community-package folder, step by step as n8n's installer does
 * for a package from the registry: unpack, drop the dependencies that n8n drops, install the others.
 * https://github.com/n8n-io/n8n/blob/master/packages/cli/src/modules/community-packages/community-packages.service.ts
 */
async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const nodesFolder = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodesFolder, 'unpacked');
	await rm(unpacked, { recursive: true, force: true });
	await mkdir(unpacked, { recursive: true });
	await runProgram('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], {
		cwd: nodesFolder,
	});
	const manifestPath = join(unpacked, 'package.json');
	const published = JSON.parse(await readFile(manifestPath, 'utf8')) as PackageManifest;
	const dropped = new Set(['devDependencies', 'peerDependencies', 'optionalDependencies']);
	const manifest = Object.fromEntries(
		Object.entries(published).filter(([key]) => !dropped.has(key)),
	) as unknown as PackageManifest;
	await writeFile(manifestPath, JSON.stringify(manifest, null, 2));

	const packageFolder = join(nodesFolder, 'node_modules', manifest.name);
	await rm(packageFolder, { recursive: true, force: true });
	await mkdir(join(packageFolder, '..'), { recursive: true });
	await rename(unpacked, packageFolder);
	await runProgram(
		'npm',
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
			'--loglevel=error',
		],
		{ cwd: packageFolder },
	);
	const ledger = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [manifest.name]: manifest.version },
	};
	await writeFile(join(nodesFolder, 'package.json'), JSON.stringify(ledger, null, 2));
}
