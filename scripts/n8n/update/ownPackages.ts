import { valid } from 'semver';
import { nearestServed } from './choose';
import type { Replacement } from './manifest';

export interface Registry {
	/** The versions of a package that the registry serves. */
	servedVersions(name: string): Promise<string[]>;
	/** What a package asks for. */
	dependencies(name: string, version: string): Promise<Record<string, string>>;
}

/** Each look-up is an npm process. */
const atOnce = 4;

/**
 * The packages of the n8n project that an n8n asks for and the registry does not serve. They are published together
 * and ask for each other's exact version, so many are missing at once in a registry that lags behind, and npm names
 * one for each run of half a minute.
 */
export async function missingOwnPackages(n8n: string, registry: Registry): Promise<Replacement[]> {
	const missing: Replacement[] = [];
	const queue = [{ name: 'n8n', wanted: n8n }];
	const seen = new Set(['n8n']);
	while (queue.length > 0) {
		const visits = await Promise.all(queue.splice(0, atOnce).map((next) => visit(next, registry)));
		for (const { dependencies, ...replacement } of visits) {
			if (replacement.installed !== replacement.wanted) missing.push(replacement);
			for (const [name, wanted] of Object.entries(dependencies)) {
				if (!/^@?n8n/.test(name) || !valid(wanted) || seen.has(name)) continue;
				seen.add(name);
				queue.push({ name, wanted });
			}
		}
	}
	return missing;
}

async function visit(
	{ name, wanted }: { name: string; wanted: string },
	registry: Registry,
): Promise<Replacement & { dependencies: Record<string, string> }> {
	const served = await registry.servedVersions(name);
	const installed = served.includes(wanted) ? wanted : nearestServed(name, wanted, served);
	return { name, wanted, installed, dependencies: await registry.dependencies(name, installed) };
}
