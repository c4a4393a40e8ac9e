export interface Lockfile {
	packages: Record<string, LockedPackage>;
}

interface LockedPackage {
	/** The package's name when the folder has another one (`npm:` aliases). */
	name?: string;
	version?: string;
	/** Where the tarball is. */
	resolved?: string;
	os?: string | string[];
	optional?: boolean;
	link?: boolean;
	inBundle?: boolean;
	optionalDependencies?: Record<string, string>;
}

/**
 * The lockfile with the URL of every tarball. Without them npm asks the registry about each package first, which
 * takes as long as the installation itself. npm replaces the host with the configured registry.
 * https://docs.npmjs.com/cli/v10/using-npm/config#replace-registry-host
 */
export function withTarballUrls(lockfile: Lockfile): Lockfile {
	const packages = Object.entries(lockfile.packages).map(([path, entry]) => {
		const { version, resolved, link, inBundle } = entry;
		if (path === '' || !version || resolved || link || inBundle) return [path, entry] as const;
		return [path, { ...entry, resolved: tarballUrl(entry.name ?? nameOf(path), version) }] as const;
	});
	return { ...lockfile, packages: Object.fromEntries(packages) };
}

function nameOf(path: string): string {
	const parent = 'node_modules/';
	return path.slice(path.lastIndexOf(parent) + parent.length);
}

function tarballUrl(name: string, version: string): string {
	return `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
}

/** Folders of the packages that npm installs on every platform, relative to the installation. */
export function lockedFolders(lockfile: Lockfile): string[] {
	return Object.entries(lockfile.packages)
		.filter(([path, entry]) => path !== '' && entry.os === undefined && !entry.optional)
		.map(([path]) => path);
}

/** The part of a lockfile that installs nothing but some of its packages, which depend on none. */
export function onlyPackages(lockfile: Lockfile, names: string[]): Lockfile {
	const kept = names.map((name) => {
		const path = `node_modules/${name}`;
		const entry = lockfile.packages[path];
		if (entry === undefined) throw new Error(`The lockfile has no ${path}.`);
		return [path, entry] as const;
	});
	const optionalDependencies = Object.fromEntries(
		names.map((name, index) => [name, kept[index]?.[1].version ?? '']),
	);
	return { ...lockfile, packages: { '': { optionalDependencies }, ...Object.fromEntries(kept) } };
}
