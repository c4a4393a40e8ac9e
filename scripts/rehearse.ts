/**
 * The rehearsal of a release: packs the package as npm would publish it, runs the checks of n8n's community package
 * scanner, and installs the package into a clean n8n of each supported version as n8n's installer does, where both
 * nodes must load and a message must be sent. `npm run rehearse -- --n8n oldest|newest|all` (default: all).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from './e2e/runTests';
import { packProject } from './n8n/package';
import { chosenVersions } from './n8n/versions';
import { scan } from './rehearse/scan';

async function main(): Promise<void> {
	const problems = await scannerProblems();
	if (problems.length > 0) {
		throw new Error(
			`What n8n's package scanner reports differs from docs/package-scanner.md:\n${problems.join('\n')}`,
		);
	}
	console.log("What n8n's package scanner reports is explained in docs/package-scanner.md.");
	for (const version of chosenVersions()) {
		if (!(await runTests(version, ['server'], { file: 'loading' }))) process.exitCode = 1;
	}
}

/** What the scanner reports must be explained in docs/package-scanner.md, and nothing else. */
async function scannerProblems(): Promise<string[]> {
	const packed = await packProject();
	const found = await scan(packed.tarball, console.log).finally(() => packed.remove());
	const page = readFileSync(join(__dirname, '..', 'docs', 'package-scanner.md'), 'utf8');
	const explained = [...page.matchAll(/`((?:@n8n\/community-nodes|n8n-nodes-base)\/[\w-]+)`/g)];
	const names = new Set(explained.map(([, name = '']) => name));
	return [
		...found.filter(({ rule }) => !names.has(rule)).map(({ text }) => text),
		...[...names]
			.filter((name) => !found.some(({ rule }) => rule === name))
			.map((name) => `${name} is not reported any more`),
	];
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
