import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { name as packageName } from '../../package.json';
import { runProgram } from '../n8n/processes';
import { alternate, type Figures, type Result } from './results';
import type { BenchWorld } from './world';

// n8n loads n8n-workflow before any node, so it does not count.
const script = `
	require('n8n-workflow');
	const startedAt = performance.now();
	for (const file of process.argv.slice(1)) for (const value of Object.values(require(file))) {
		if (typeof value === 'function' && /^class/.test(String(value))) new value();
	}
	console.log(performance.now() - startedAt);`;

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

/** Case 8: how long a fresh process takes to load the nodes and the credential types. */
export async function loadTime(world: BenchWorld): Promise<Result[]> {
	const { installed, userFolder } = world;
	const ours = join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const manifest = JSON.parse(await readFile(join(ours, 'package.json'), 'utf8')) as Manifest;
	const builtIn = join(installed.folder, 'node_modules', 'n8n-nodes-base', 'dist');
	const load = (files: string[]) => () => timed(world, files);
	return await alternate(installed.version.n8n, 'Load time', Math.max(5, world.rounds), {
		'this package': load(
			[...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file) => join(ours, file)),
		),
		"n8n's nodes": load(
			[
				'nodes/WhatsApp/WhatsApp.node.js',
				'nodes/WhatsApp/WhatsAppTrigger.node.js',
				'credentials/WhatsAppApi.credentials.js',
				'credentials/WhatsAppTriggerApi.credentials.js',
			].map((file) => join(builtIn, file)),
		),
	});
}

async function timed({ installed }: BenchWorld, files: string[]): Promise<Figures> {
	const output = await runProgram(installed.node, ['-e', script, ...files], {
		cwd: installed.folder,
		env: { ...process.env, NODE_PATH: join(installed.folder, 'node_modules') },
	});
	return { milliseconds: Number(output) };
}
