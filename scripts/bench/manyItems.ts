import { setTimeout as sleep } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';
import { node, startName } from '../workflows';
import { collectGarbage, liveHeap, peakSinceReset, resetPeak } from './processMemory';
import { alternate, type Figures, type Result } from './results';
import { createTemplate, ours, recipientFields, senders, template } from './senders';
import { inLine, runToEnd, type BenchWorld } from './world';

/** Milliseconds between two looks at the heap, each of which collects the garbage first. */
const lookEvery = 2000;

/** Seconds in which a node that does not send keeps its items, so that its heap is looked at too. */
const seconds = 8;

/** Case 11: the memory that many items take, beside nodes that send nothing. */
export async function manyItems(world: BenchWorld): Promise<Result[]> {
	const count = world.quick ? 10_000 : 50_000;
	const { [ours]: sender } = senders(world, template({ messagesPerSecond: 0 }));
	if (!sender) return [];
	const send = { ...node('Send', sender.type, sender.parameters, [0, 0]), ...sender };
	const waiting = (parameters: INode['parameters']) =>
		node('Send', 'CUSTOM.benchWait', { seconds, ...parameters }, [0, 0]);
	const run = (sending: INode) => () => measured(world, sending, count);
	return await alternate(
		world.installed.version.n8n,
		`Memory of ${count} items`,
		world.longRounds,
		{
			'a node that only hands items on': run(waiting({})),
			'a node that only gives items like those of a sent message': run(waiting({ asSent: true })),
			'this node, On Error = Continue': run({ ...send, onError: 'continueErrorOutput' }),
			'this node, On Error = Stop': run(send),
		},
	);
}

async function measured(world: BenchWorld, sending: INode, count: number): Promise<Figures> {
	const { simulator } = world;
	await simulator.restart({});
	await createTemplate(simulator);
	// Two runs, because whoever collects the garbage changes the peak.
	const { before, peak } = await peakOf(world, sending, count);
	return {
		'MB before': before,
		'MB more at peak': peak - before,
		'MB more in use': await inUse(world, sending, count),
	};
}

/** The resident memory of n8n, in MB. */
async function peakOf(world: BenchWorld, sending: INode, count: number) {
	await fresh(world, sending);
	const before = await resetPeak(world.pid);
	let peak = 0;
	await runToEnd(world, chainOf(sending, count), startName, async () => {
		peak = await peakSinceReset(world.pid);
	});
	return { before, peak };
}

/** The most that n8n's heap held at once in what is still in use while the node works, beyond what it held before, in MB. */
async function inUse(world: BenchWorld, sending: INode, count: number): Promise<number> {
	await fresh(world, sending);
	const before = await liveHeap(world);
	let most = before;
	const ended = new AbortController();
	const looking = (async () => {
		while (!ended.signal.aborted) {
			await sleep(lookEvery);
			most = Math.max(most, await liveHeap(world));
		}
	})();
	await runToEnd(world, chainOf(sending, count), startName, async () => {
		ended.abort();
		await looking;
	});
	return most - before;
}

/** Restarts n8n, and lets it load all that the run needs. */
async function fresh(world: BenchWorld, sending: INode): Promise<void> {
	await world.restart();
	await runToEnd(world, chainOf(sending, 10), startName);
	await collectGarbage(world);
}

function chainOf(sending: INode, count: number) {
	const chain = [
		node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]),
		node('Items', 'CUSTOM.benchItems', { count, json: recipientFields }, [0, 0]),
		sending,
	];
	return { name: 'Bench many items', nodes: chain, connections: inLine(chain) };
}
