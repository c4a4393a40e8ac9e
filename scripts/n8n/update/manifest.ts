import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from './choose';

/** A package that n8n asks for and the registry does not serve, with what is installed instead. */
export interface Replacement {
	name: string;
	wanted: string;
	installed: string;
}

/** `n8n-versions/<name>/package.json`. */
export interface VersionManifest {
	dependencies: Record<string, string> & { n8n: string };
	/** The packages that carry Node, one per platform. */
	optionalDependencies: Record<string, string>;
	overrides: Record<string, string>;
	/** The overrides that an update has added, with the version that n8n asks for. */
	missingFromRegistry?: Record<string, string>;
}

/** Reads the package.json in `folder`. */
export async function readManifest(folder: string): Promise<VersionManifest> {
	return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as VersionManifest;
}

/** Writes the package.json in `folder`, as Prettier formats it. */
export async function writeManifest(folder: string, manifest: VersionManifest): Promise<void> {
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, '\t') + '\n');
}

/** The manifest with another n8n and Node, and without the overrides that an earlier update has added. */
export function withInstallation(
	manifest: VersionManifest,
	{ n8n, node }: Installation,
): VersionManifest {
	const { missingFromRegistry = {}, overrides, ...rest } = manifest;
	return {
		...rest,
		dependencies: { ...manifest.dependencies, n8n },
		optionalDependencies: mapValues(manifest.optionalDependencies, () => node),
		overrides: Object.fromEntries(
			Object.entries(overrides).filter(([name]) => !(name in missingFromRegistry)),
		),
	};
}

/** The manifest with one more override. */
export function withReplacement(
	manifest: VersionManifest,
	{ name, wanted, installed }: Replacement,
): VersionManifest {
	return {
		...manifest,
		overrides: sorted({ ...manifest.overrides, [name]: installed }),
		missingFromRegistry: sorted({ ...manifest.missingFromRegistry, [name]: wanted }),
	};
}

function sorted(record: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapValues(record: Record<string, string>, value: () => string): Record<string, string> {
	return Object.fromEntries(Object.keys(record).map((name) => [name, value()]));
}
