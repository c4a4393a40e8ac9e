/**
 * The rehearsal of a release: packs the package as npm would publish it, installs it into a clean n8n of each
 * supported version as n8n's installer does, loads the nodes, sends a message, and runs the checks of n8n's
 * community package scanner. `npm run rehearse -- --n8n oldest|newest|all` (default: all).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { business } from '../simulator';
import { Checks } from './e2e/checks';
import { checkLoading } from './e2e/loading';
import { openWorld } from './e2e/openWorld';
import type { World } from './e2e/world';
import { errorMessage } from './n8n/client';
import { packProject } from './n8n/package';
import { Cleanup } from './n8n/processes';
import { chosenVersions } from './n8n/versions';
import { scan } from './rehearse/scan';
import { actionWorkflow, startName } from './workflows';

async function main(): Promise<void> {
	const checks = new Checks();
	const cleanup = new Cleanup();
	await checkScanner(checks);
	for (const version of chosenVersions()) {
		try {
			const { world, packed } = await openWorld(version, checks, cleanup);
			await checkLoading(world, packed);
			await checkMessage(world);
		} finally {
			await cleanup.run();
		}
	}
	if (!checks.summary()) process.exitCode = 1;
}

/** What the scanner reports must be explained in the README, and nothing else. */
async function checkScanner(checks: Checks): Promise<void> {
	await checks.check("what n8n's package scanner reports is explained in the README", async () => {
		const packed = await packProject();
		const found = await scan(packed.tarball, console.log).finally(() => packed.remove());
		const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
		const explained = [...readme.matchAll(/`((?:@n8n\/community-nodes|n8n-nodes-base)\/[\w-]+)`/g)];
		const names = new Set(explained.map(([, name = '']) => name));
		const problems = found.filter(({ rule }) => !names.has(rule)).map(({ text }) => text);
		for (const name of names) {
			if (!found.some(({ rule }) => rule === name))
				problems.push(`${name} is not reported any more`);
		}
		if (problems.length > 0) throw new Error(problems.join('\n'));
	});
}

async function checkMessage({ checks, n8n, simulator, credential }: World): Promise<void> {
	await checks.check('a message is sent', async () => {
		const [customer] = business.customers;
		const workflow = await n8n.createWorkflow(
			actionWorkflow('Rehearsal', credential, {
				parameters: {
					resource: 'message',
					operation: 'sendText',
					to: `+${customer.waId}`,
					text: 'Hello',
				},
				items: [{ json: {} }],
			}),
		);
		const execution = await n8n.runWorkflow(workflow, startName);
		if (execution.status !== 'success') throw new Error(errorMessage(execution));
		const sent = simulator.messages().length;
		if (sent !== 1) throw new Error(`The simulator received ${sent} messages.`);
	});
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
