/**
 * `npm run schemas`: writes the output of each operation as JSON schemas, from the recorded cases run in
 * n8n's engine against the simulator. n8n shows these fields before a node has run.
 */
import '../test/support/n8nFolder';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { startSimulator } from '../simulator';
import { caseList } from '../test/cases/caseList';
import { outputsOf } from '../test/support/playCases';
import { schemaOf } from './outputSchema';
import { schemaFile, schemaFolder, unpredictable } from './schemaFiles';

// With its extension: without it, the codex file of the same name would be loaded.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { WhatsAppBusiness } = require('../nodes/WhatsAppBusiness/WhatsAppBusiness.node.ts') as {
	WhatsAppBusiness: new () => INodeType;
};

async function main(): Promise<void> {
	await rm(schemaFolder, { recursive: true, force: true });
	const simulator = await startSimulator({ port: 0 });
	for (const listed of caseList) {
		const { resource, operation } = listed.operation;
		if (unpredictable.includes(resource)) continue;
		const schema = schemaOf(await outputsOf(new WhatsAppBusiness(), simulator, listed));
		if (!schema) continue;
		const file = schemaFile(resource, operation);
		await mkdir(join(file, '..'), { recursive: true });
		await writeFile(file, JSON.stringify(schema));
	}
	await simulator.stop();
}

main().then(
	// n8n-core's timers keep the process alive.
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
