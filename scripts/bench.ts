/**
 * Measures the package in a real n8n, beside n8n's WhatsApp nodes and beside undici alone.
 * `npm run bench -- --help` lists the options.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { builtCheckout, thisCheckout, type Checkout } from './bench/checkout';
import { compared, inTurn, printComparison, type Comparison } from './bench/compare';
import { loadTime } from './bench/loadTime';
import { manyItems } from './bench/manyItems';
import { memory } from './bench/memory';
import type { Result } from './bench/results';
import { responses } from './bench/responses';
import { images, limited, limitedTemplates, templates, unlimited, warmUp } from './bench/sending';
import { trigger } from './bench/trigger';
import { startWorld, type BenchWorld } from './bench/world';
import { Cleanup } from './n8n/processes';
import { readVersion, versionNames, type N8nVersion } from './n8n/versions';

interface Case {
	what: string;
	run(world: BenchWorld): Promise<Result[]>;
	/** Whether the simulator uses HTTPS: TLS records need a different amount of memory. */
	https?: boolean;
}

const cases: Record<string, Case> = {
	1: { what: 'texts from a number limited to 80/s', run: (world) => limited(world, 80) },
	2: { what: 'texts from a number limited to 1,000/s', run: (world) => limited(world, 1000) },
	3: { what: 'texts without a limit, beside bare undici loops', run: unlimited },
	4: { what: '1,000 templates with six values', run: templates },
	5: { what: 'one image to 500 recipients', run: images },
	6: { what: 'webhooks into the trigger', run: trigger },
	7: { what: 'peak memory of a 100 MB document, up and down', run: memory, https: true },
	8: { what: 'load time of the package', run: loadTime },
	9: {
		what: 'templates with six values from a number limited to 1,000/s',
		run: limitedTemplates,
	},
	10: { what: 'how long n8n takes to respond during a broadcast', run: responses },
	11: { what: 'memory of 50,000 items, beside a node that only hands them on', run: manyItems },
};

const help = `Measures the package in a real n8n, beside n8n's WhatsApp nodes.

Usage: npm run bench -- [options]

  --n8n <version>    ${versionNames.join(', ')} or all (default oldest)
  --cases <numbers>  e.g. 1,3 (default all)
  --rounds <number>  rounds of each contender, of which the medians are shown (default 3;
                     1 for 10,000 items at a limited rate, which takes as long as the limit says)
  --quick            one round, small numbers
  --compare <ref>    also measures the package of a branch, tag or commit, and compares: a round of
                     this checkout, two of the other, two of this one and so on, each in a fresh n8n.
                     Shows both medians of each figure and their ratio, this checkout to the other.
                     Bench and simulator are those of this checkout. The 10,000 items at a limited
                     rate run in every round
  --json <file>      where the figures go as JSON (default: printed at the end)
  --help             this text

${Object.entries(cases)
	.map(([number, { what }]) => `  case ${number}: ${what}`)
	.join('\n')}
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			n8n: { type: 'string', default: 'oldest' },
			cases: { type: 'string', default: Object.keys(cases).join(',') },
			rounds: { type: 'string' },
			quick: { type: 'boolean', default: false },
			compare: { type: 'string' },
			json: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	const versions = versionNames.filter((name) => values.n8n === 'all' || values.n8n === name);
	const numbers = values.cases.split(',');
	const chosen = numbers.flatMap((number) => cases[number.trim()] ?? []);
	const rounds = values.quick ? 1 : Number(values.rounds ?? 3);
	const longRounds = values.rounds === undefined ? 1 : rounds;
	if (versions.length === 0 || chosen.length < numbers.length || !(rounds >= 1))
		throw new Error(help);

	const cleanup = new Cleanup();
	const { quick } = values;
	const results: Array<Result | Comparison> = [];
	try {
		const other =
			values.compare === undefined ? undefined : await builtCheckout(values.compare, cleanup);
		for (const name of versions) {
			const version = readVersion(name);
			console.log(
				`\nn8n ${version.n8n} on Node ${version.node}, ${cpus().length} × ${cpus()[0]?.model}`,
			);
			const measure = async (checkout: Checkout, times: { rounds: number; longRounds: number }) =>
				await measured(version, chosen, { quick, ...times, checkout: checkout.folder }, cleanup);
			if (!other) {
				results.push(...(await measure(thisCheckout, { rounds, longRounds })));
				continue;
			}
			const sides = [thisCheckout, other].map(({ name, folder }) => ({
				name,
				folder,
				results: new Array<Result>(),
			}));
			for (const [index, side] of inTurn(sides, rounds).entries()) {
				console.log(`\n${side.name}, round ${Math.floor(index / 2) + 1} of ${rounds}`);
				side.results.push(...(await measure(side, { rounds: 1, longRounds: 1 })));
			}
			const comparison = compared(sides);
			printComparison(
				sides.map((side) => side.name),
				comparison,
			);
			results.push(...comparison);
		}
	} finally {
		await cleanup.run();
	}
	const json = JSON.stringify(results, null, '\t');
	if (values.json) await writeFile(values.json, `${json}\n`);
	else console.log(`\n${json}`);
}

/** Runs the cases with one package on one n8n; one that fails is reported and left out. */
async function measured(
	version: N8nVersion,
	chosen: Case[],
	options: Pick<BenchWorld, 'quick' | 'rounds' | 'longRounds' | 'checkout'>,
	cleanup: Cleanup,
): Promise<Result[]> {
	const results: Result[] = [];
	const kept = cleanup.size;
	for (const https of [false, true]) {
		const entries = chosen.filter((entry) => !entry.https === !https);
		if (entries.length === 0) continue;
		const world = await startWorld(version, { ...options, https }, cleanup);
		if (!https) await warmUp(world);
		for (const { what, run } of entries) {
			try {
				results.push(...(await run(world)));
			} catch (error) {
				process.exitCode = 1;
				console.error(`\n${what}:`, error);
			}
		}
		await cleanup.run(kept);
	}
	return results;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
