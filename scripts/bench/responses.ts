import { setTimeout as sleep } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';
import { node, startName } from '../workflows';
import { alternate, quantile, type Figures, type Result } from './results';
import { createTemplate, ours, recipientFields, senders, template } from './senders';
import { messageDeliveries, oursActivated } from './trigger';
import { inLine, type BenchWorld } from './world';

const perSecond = 1000;
/** Milliseconds between two calls, and between two messages to the chatbot. */
const callEvery = 25;
const messageEvery = 200;

/** Case 10: how long n8n takes to respond to others during a broadcast. */
export async function responses(world: BenchWorld): Promise<Result[]> {
	const count = world.quick ? 3000 : 20_000;
	const { [ours]: sender } = senders(world, template({ messagesPerSecond: perSecond }));
	if (!sender) return [];
	const broadcast = { ...node('Send', sender.type, sender.parameters, [0, 0]), ...sender };
	const seconds = count / perSecond;
	const run = (sending: INode) => () => measured(world, sending, count);
	return await alternate(
		world.installed.version.n8n,
		`Responses of n8n during a broadcast of ${count} at ${perSecond}/s`,
		world.longRounds,
		{
			'this node, On Error = Continue': run({ ...broadcast, onError: 'continueErrorOutput' }),
			'this node, On Error = Stop': run(broadcast),
			'a node that only waits': run(node('Send', 'CUSTOM.benchWait', { seconds }, [0, 0])),
		},
	);
}

/** One call to n8n. */
interface Call {
	to: 'health' | 'webhook';
	/** When it was due, in milliseconds since 1970. */
	at: number;
	/** Milliseconds from then to the end of the response. */
	took: number;
}

async function measured(world: BenchWorld, sending: INode, count: number): Promise<Figures> {
	const { simulator, n8n } = world;
	await simulator.restart({ latencyMs: 100, messagesPerSecond: perSecond });
	await createTemplate(simulator);
	const chatbot = await oursActivated(world);
	const chain = [
		node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]),
		node('Items', 'CUSTOM.benchItems', { count, json: recipientFields }, [0, 0]),
		sending,
	];
	const workflow = await n8n.createWorkflow({
		name: 'Bench broadcast',
		nodes: chain,
		connections: inLine(chain),
	});
	const deliver = messageDeliveries(chatbot);
	// The first messages make n8n load what they need.
	for (let message = 0; message < 20; message++) await deliver();
	await sleep(2000);
	const calls = new Calls(world, deliver);
	const id = await n8n.startWorkflow(workflow, startName);
	// Without the data, which n8n would read each time.
	while ((await n8n.runningExecutions(workflow)) > 0) await sleep(1000);
	const all = await calls.end();
	const { run, status } = await n8n.finishedExecution(id);
	const [task] = run.resultData.runData[sending.name] ?? [];
	await n8n.deleteWorkflow(workflow);
	await chatbot.stop();
	if (!task || status !== 'success') throw new Error(`The broadcast ended with ${status}.`);
	const { startTime, executionTime } = task;
	const isDuring = ({ at, took }: Call) => at + took > startTime && at < startTime + executionTime;
	const during = all.filter(isDuring);
	const health = millisecondsOf(during, 'health');
	const webhooks = millisecondsOf(during, 'webhook');
	const accepted = (await simulator.messages()).map(({ acceptedAt }) => acceptedAt);
	return {
		seconds: executionTime / 1000,
		...(accepted.length > 0 && {
			'to the first message': (Math.min(...accepted) - startTime) / 1000,
		}),
		'healthz p50 ms': quantile(health, 0.5),
		'healthz p99 ms': quantile(health, 0.99),
		'healthz longest ms': Math.max(...health),
		'webhook p50 ms': quantile(webhooks, 0.5),
		'webhook longest ms': Math.max(...webhooks),
		// n8n alone starts the node and stores the execution.
		'longest before and after': Math.max(
			0,
			...all.filter((call) => !isDuring(call)).map(({ took }) => took),
		),
	};
}

function millisecondsOf(calls: readonly Call[], to: Call['to']): number[] {
	return calls.filter((call) => call.to === to).map(({ took }) => took);
}

/** Calls n8n at fixed times, whether or not it has responded to the last call. */
class Calls {
	private readonly done: Call[] = [];
	private readonly underWay = new Set<Promise<void>>();
	private readonly timers: NodeJS.Timeout[];

	constructor({ server }: BenchWorld, deliver: () => Promise<void>) {
		const health = async () => {
			const response = await fetch(`${server.url}/healthz`);
			await response.text();
		};
		this.timers = [
			this.every(callEvery, 'health', health),
			this.every(messageEvery, 'webhook', deliver),
		];
	}

	private every(milliseconds: number, to: Call['to'], call: () => Promise<void>): NodeJS.Timeout {
		return setInterval(() => {
			const at = Date.now();
			const ended = call()
				.catch(() => undefined)
				.then(() => {
					this.done.push({ to, at, took: Date.now() - at });
					this.underWay.delete(ended);
				});
			this.underWay.add(ended);
		}, milliseconds);
	}

	/** Stops, and waits for what is under way. */
	async end(): Promise<Call[]> {
		for (const timer of this.timers) clearInterval(timer);
		await Promise.all(this.underWay);
		return this.done;
	}
}
