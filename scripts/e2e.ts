/**
 * Runs the end-to-end tests of test/e2e: `tsx scripts/e2e.ts <folder…>`, where the folders are `server` (the package
 * in a real n8n), `editor` (n8n's editor in Chromium) or `queue` (queue mode with Redis and PostgreSQL). `server` and
 * `editor` together use the same n8n. Options:
 *
 * - `--n8n oldest|newest|all`: the n8n versions, one after the other (default: all)
 * - `--file <pattern>`: only test files whose path has it
 * - `-t <pattern>`: only tests whose name has it
 * - `--pictures <folder>`: pictures of every step in the editor
 */
import { parseArgs } from 'node:util';
import { runTests } from './e2e/runTests';
import { chosenVersions, versionOption } from './n8n/versions';

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			...versionOption,
			file: { type: 'string' },
			test: { type: 'string', short: 't' },
			pictures: { type: 'string' },
		},
	});
	const { n8n, ...choice } = values;
	if (positionals.length === 0) throw new Error('Say what to run: server, editor or queue.');
	const results: string[] = [];
	for (const version of chosenVersions(n8n)) {
		const passed = await runTests(version, positionals, choice);
		results.push(
			`n8n ${version.n8n}, ${positionals.join(' and ')}: ${passed ? 'passed' : 'FAILED'}`,
		);
		if (!passed) process.exitCode = 1;
	}
	console.log(results.join('\n'));
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
