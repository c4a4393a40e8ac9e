import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';
import { business } from '../../simulator/business';
import { outputItems } from '../n8n/client';
import { actionNodeType, credentialOf, node, startName, to } from '../workflows';
import { alternate, type Figures, type Result } from './results';
import { runToEnd, type BenchWorld } from './world';

const [phone] = business.phoneNumbers;
const builtInType = 'n8n-nodes-base.whatsApp';

/** Case 7: how much a large document raises the peak memory of the n8n process, with binary data in files. */
export async function memory(world: BenchWorld): Promise<Result[]> {
	if (process.platform !== 'linux')
		throw new Error('Peak memory is read from /proc, which only Linux has.');
	const megabytes = world.quick ? 20 : 100;
	const file = node('File', 'CUSTOM.benchFile', { megabytes }, [200, 0]);
	const { id, name } = world.builtIn.node;
	const ours = (parameters: INode['parameters']): INode => ({
		...node('Last', actionNodeType, { resource: 'media', ...parameters }, [400, 0]),
		credentials: credentialOf(world.credential),
	});
	const builtIn = (nodeName: string, parameters: INode['parameters']): INode => ({
		...node(nodeName, builtInType, { resource: 'media', ...parameters }, [400, 0]),
		credentials: { whatsAppApi: { id, name } },
	});
	const httpRequest: INode = {
		...node(
			'Last',
			'n8n-nodes-base.httpRequest',
			{
				url: '={{ $json.url }}',
				sendHeaders: true,
				headerParameters: {
					parameters: [{ name: 'Authorization', value: `Bearer ${business.accessToken}` }],
				},
				options: { response: { response: { responseFormat: 'file' } } },
			},
			[600, 0],
		),
		typeVersion: 4.2,
	};
	const { n8n } = world.installed.version;
	const upload = await alternate(n8n, `Upload of ${megabytes} MB`, world.rounds, {
		'this node': () =>
			measured(world, [file, ours({ operation: 'upload', binaryPropertyName: 'data' })]),
		"n8n's node": () =>
			measured(world, [
				file,
				builtIn('Last', {
					operation: 'mediaUpload',
					phoneNumberId: phone.id,
					mediaPropertyName: 'data',
				}),
			]),
		'no upload': () => measured(world, [file]),
	});
	const mediaId = await uploadedId(world, [
		file,
		ours({ operation: 'upload', binaryPropertyName: 'data' }),
	]);
	const download = await alternate(n8n, `Download of ${megabytes} MB`, world.rounds, {
		'this node': () => measured(world, [ours({ operation: 'download', mediaId })]),
		"n8n's node and HTTP Request": () =>
			measured(world, [
				builtIn('Address', { operation: 'mediaUrlGet', mediaGetId: mediaId }),
				httpRequest,
			]),
	});
	return [...upload, ...download];
}

async function run(world: BenchWorld, nodes: INode[]) {
	const start = node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]);
	const chain = [start, ...nodes];
	const workflow = {
		name: 'Bench memory',
		nodes: chain,
		connections: Object.fromEntries(
			chain.slice(1).map((next, index) => [chain[index]?.name ?? '', to(next.name)]),
		),
		pinData: { [startName]: [{ json: {} }] },
	};
	return await runToEnd(world, workflow, startName);
}

async function uploadedId(world: BenchWorld, nodes: INode[]): Promise<string> {
	await world.simulator.restart({});
	const [item] = outputItems(await run(world, nodes), 'Last');
	return String(item?.json.id);
}

/** The peak of a fresh n8n: one that has worked before holds free memory that would hide what is needed. */
async function measured(world: BenchWorld, nodes: INode[]): Promise<Figures> {
	await world.restart();
	// What n8n needs to run any workflow must not count.
	await run(world, []);
	for (let time = 0; time < 3; time++) {
		process.kill(world.pid, 'SIGUSR2');
		await sleep(2000);
	}
	// Resets the peak that the kernel keeps of the process.
	await writeFile(`/proc/${world.pid}/clear_refs`, '5');
	const before = await megabytesOf(world.pid, 'VmRSS');
	await run(world, nodes);
	const peak = await megabytesOf(world.pid, 'VmHWM');
	return { 'MB before': before, 'MB at peak': peak, 'MB more': peak - before };
}

async function megabytesOf(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}
