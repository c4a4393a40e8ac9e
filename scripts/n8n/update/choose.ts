import { gt, lt, major, minVersion, prerelease, rsort } from 'semver';

/** An n8n version and the Node it runs on. */
export interface Installation {
	n8n: string;
	node: string;
}

/**
 * The newest n8n and Node, or nothing when `current` is already both.
 * @param latest what the registry says about the newest n8n.
 * @param nodeReleases the Node releases that npm has for every platform.
 */
export function chooseUpdate(
	current: Installation,
	latest: { version: string; engines: { node: string } },
	nodeReleases: string[],
): Installation | undefined {
	// A mirror that lags behind must not move the package back to an older n8n.
	if (lt(latest.version, current.n8n)) return undefined;
	const node = chooseNode(latest.engines.node, nodeReleases);
	const isCurrent = latest.version === current.n8n && !gt(node, current.node);
	return isCurrent ? undefined : { n8n: latest.version, node };
}

/**
 * The newest Node release of the lowest major version that n8n allows: the one n8n's image has.
 * @param engines n8n's `engines.node`, such as `>=24.0.0`.
 * @throws Error when there is none.
 */
export function chooseNode(engines: string, nodeReleases: string[]): string {
	const lowest = minVersion(engines);
	const [newest] = rsort(
		nodeReleases.filter((release) => lowest && major(release) === lowest.major),
	);
	if (!newest || !lowest || lt(newest, lowest)) {
		throw new Error(`n8n asks for Node ${engines}, and npm has no such release as a package.`);
	}
	return newest;
}

/**
 * The version to install instead of one that the registry does not serve: the newest release before it,
 * otherwise the oldest after it.
 * @param wanted a version or a range, of which the lower end counts.
 * @throws Error when the registry serves no release of the package.
 */
export function nearestServed(name: string, wanted: string, served: string[]): string {
	const lowest = minVersion(wanted);
	const releases = rsort(served.filter((version) => prerelease(version) === null));
	const nearest = releases.find((version) => lowest && lt(version, lowest)) ?? releases.at(-1);
	if (!nearest) throw new Error(`The registry serves no release of ${name}.`);
	return nearest;
}
