import type { INode } from 'n8n-workflow';
import { business } from '../../simulator/business';
import { outputItems } from '../n8n/client';
import { actionNodeType, credentialOf, node, startName } from '../workflows';
import { collectGarbage, peakSinceReset, resetPeak } from './processMemory';
import { alternate, type Figures, type Result } from './results';
import { inLine, runToEnd, type BenchWorld } from './world';

const [phone] = business.phoneNumbers;

/** Case 7: how much a large document raises the peak memory of the n8n process, with binary data in files. */
export async function memory(world: BenchWorld): Promise<Result[]> {
	const megabytes = world.quick ? 20 : 100;
	const { n8n } = world.installed.version;
	const steps = (chains: Record<string, Chain>) =>
		Object.fromEntries(
			Object.entries(chains).map(([name, chain]) => [
				name,
				async () => await measured(world, chain, megabytes),
			]),
		);
	const upload = await alternate(
		n8n,
		`Upload of ${megabytes} MB`,
		world.rounds,
		steps({
			'this node': uploadChain(world),
			"n8n's node": builtInUploadChain(world),
			'no upload': (size) => [fileNode(size)],
		}),
	);
	await world.simulator.restart({});
	const ids = new Map<number, string>();
	for (const size of [warmUpMegabytes, megabytes]) {
		const [item] = outputItems(await run(world, uploadChain(world)(size)), 'Last');
		ids.set(size, item?.json.id as string);
	}
	const download = await alternate(
		n8n,
		`Download of ${megabytes} MB`,
		world.rounds,
		steps({
			'this node': (size) => [ours(world, { operation: 'download', mediaId: ids.get(size) })],
			"n8n's node and HTTP Request": (size) => [
				builtIn(world, 'Address', { operation: 'mediaUrlGet', mediaGetId: ids.get(size) }),
				httpRequest,
			],
		}),
	);
	return [...upload, ...download];
}

/** The nodes that move a file, by its size in MB. */
type Chain = (megabytes: number) => INode[];

const warmUpMegabytes = 1;

function uploadChain(world: BenchWorld): Chain {
	return (megabytes) => [
		fileNode(megabytes),
		ours(world, { operation: 'upload', binaryPropertyName: 'data' }),
	];
}

function builtInUploadChain(world: BenchWorld): Chain {
	return (megabytes) => [
		fileNode(megabytes),
		builtIn(world, 'Last', {
			operation: 'mediaUpload',
			phoneNumberId: phone.id,
			mediaPropertyName: 'data',
		}),
	];
}

function fileNode(megabytes: number): INode {
	return node('File', 'CUSTOM.benchFile', { megabytes }, [200, 0]);
}

function ours(world: BenchWorld, parameters: INode['parameters']): INode {
	return {
		...node('Last', actionNodeType, { resource: 'media', ...parameters }, [400, 0]),
		credentials: credentialOf(world.credential),
	};
}

function builtIn(world: BenchWorld, name: string, parameters: INode['parameters']): INode {
	const credential = world.builtIn.node;
	return {
		...node(name, 'n8n-nodes-base.whatsApp', { resource: 'media', ...parameters }, [400, 0]),
		credentials: { whatsAppApi: { id: credential.id, name: credential.name } },
	};
}

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

async function run(world: BenchWorld, nodes: INode[]) {
	const start = node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]);
	const chain = [start, ...nodes];
	const workflow = {
		name: 'Bench memory',
		nodes: chain,
		connections: inLine(chain),
		pinData: { [startName]: [{ json: {} }] },
	};
	return await runToEnd(world, workflow, startName);
}

/** The peak of a fresh n8n: a process that has worked before keeps free memory, which would hide what a file needs. */
async function measured(world: BenchWorld, chain: Chain, megabytes: number): Promise<Figures> {
	await world.restart();
	// Whatever n8n loads to move any file must not count.
	await run(world, chain(warmUpMegabytes));
	await collectGarbage(world);
	const before = await resetPeak(world.pid);
	await run(world, chain(megabytes));
	const peak = await peakSinceReset(world.pid);
	return { 'MB before': before, 'MB at peak': peak, 'MB more': peak - before };
}
