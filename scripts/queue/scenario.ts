import { setTimeout as sleep } from 'node:timers/promises';
import { business, type Simulator } from '../../simulator';
import type { Credential } from '../n8n/client';
import type { Checks } from '../e2e/checks';
import { until } from '../e2e/until';
import { credentialOf, node, to, triggerNodeType } from '../workflows';
import {
	createBroadcastWorkflow,
	doubled,
	finished,
	lost,
	pace,
	startBroadcast,
	type BatchRecord,
} from './broadcast';
import type { Cluster } from './cluster';

const [customer] = business.customers;
const perSecond = 80;
const batches = { count: 30, size: 60 };

interface QueueWorld {
	checks: Checks;
	cluster: Cluster;
	simulator: Simulator;
	credential: Credential;
}

/** Three workers send one broadcast from one number. */
export async function checkBroadcast(world: QueueWorld, divideBy: number): Promise<void> {
	const { checks, cluster, simulator, credential } = world;
	const rate = Math.floor(perSecond / divideBy);
	const setting = `each worker set to ${rate}/s`;
	await prepare(simulator);
	const workflow = await createBroadcastWorkflow(cluster, credential, { messagesPerSecond: rate });
	const begun = () => Promise.all(cluster.workers.map((worker) => worker.begun()));
	const before = await begun();
	const records = await finished(simulator, await startBroadcast(cluster, workflow, batches));
	const share = (await begun()).map((count, worker) => count - (before[worker] ?? 0));
	await cluster.n8n.deactivateWorkflow(workflow);
	await checks.check(`broadcast over three workers, ${setting}: each has executions of it`, () => {
		if (Math.min(...share) === 0) throw new Error(`They had ${share.join(', ')}.`);
	});
	await expectRecords(checks, `broadcast over three workers, ${setting}`, records);
	const { perSecond: reached, refused } = pace(simulator);
	console.log(
		`        ${reached.toFixed(1)} messages/s of ${perSecond} allowed, ${(100 * refused).toFixed(1)}% of the tries refused`,
	);
}

function expectRecords(checks: Checks, name: string, records: BatchRecord[]): Promise<void> {
	return checks.check(`${name}: nothing lost, nothing doubled`, () => {
		if (lost(records) + doubled(records) > 0) {
			throw new Error(`${lost(records)} lost, ${doubled(records)} doubled.`);
		}
	});
}

/** A worker is killed in the middle of a broadcast. */
export async function checkKilledWorker(world: QueueWorld): Promise<void> {
	const { checks, cluster, simulator, credential } = world;
	await prepare(simulator);
	const workflow = await createBroadcastWorkflow(cluster, credential, { messagesPerSecond: 26 });
	const broadcast = await startBroadcast(cluster, workflow, batches);
	await until('300 messages', () => simulator.messages()[299], 120_000);
	const pid = cluster.workers[1]?.process.pid;
	if (pid === undefined) throw new Error('There is no worker to kill.');
	process.kill(-pid, 'SIGKILL');
	const records = await finished(simulator, broadcast);
	await cluster.n8n.deactivateWorkflow(workflow);
	const incomplete = records.filter(({ sent, wanted }) => new Set(sent).size < wanted);

	await checks.check('killed worker: nothing is sent twice', () => {
		if (doubled(records) > 0) throw new Error(`${doubled(records)} messages were doubled.`);
	});
	await checks.check('killed worker: no item is lost that had not been handed to it', () => {
		if (incomplete.length > cluster.concurrency) {
			throw new Error(
				`${incomplete.length} batches are incomplete; the worker had ${cluster.concurrency} at most.`,
			);
		}
	});
	await checks.check('killed worker: what it had in hand can be told from the record', async () => {
		if (incomplete.length === 0)
			throw new Error('The worker was killed when it had nothing in hand.');
		const unfinished = await unfinishedExecutions(cluster, workflow.id);
		const sent = incomplete.reduce((sum, batch) => sum + batch.sent.length, 0);
		const inHand = incomplete.reduce((sum, batch) => sum + batch.wanted, 0);
		console.log(
			`        it had ${incomplete.length} batches with ${inHand} items in hand; ${sent} were sent, ${inHand - sent} were not; executions that did not succeed: ${unfinished}`,
		);
		if (unfinished < incomplete.length) {
			throw new Error(`n8n shows ${unfinished} executions that did not succeed.`);
		}
	});
}

async function unfinishedExecutions({ n8n }: Cluster, id: string): Promise<number> {
	let unfinished = 0;
	for (const execution of await n8n.executionIds({ id })) {
		const status = await Promise.race([
			n8n.finishedExecution(execution).then(
				(found) => found.status,
				() => 'without data',
			),
			sleep(5000, 'still running', { ref: false }),
		]);
		if (status !== 'success') unfinished++;
	}
	return unfinished;
}

/** Messages of customers come in through the webhook process. */
export async function checkTrigger(world: QueueWorld): Promise<void> {
	const { checks, cluster, simulator, credential } = world;
	const { n8n, webhookUrl } = cluster;
	await prepare(simulator);
	const messages = 20;
	const workflow = await n8n.createWorkflow({
		name: 'Incoming',
		nodes: [
			{
				...node('Customer', triggerNodeType, { events: ['messages'] }, [0, 0]),
				webhookId: 'queue-incoming',
				credentials: credentialOf(credential),
			},
			node('Nothing', 'n8n-nodes-base.noOp', {}, [200, 0]),
		],
		connections: { Customer: to('Nothing') },
	});
	await checks.check('trigger: registers the address of the webhook process', async () => {
		await n8n.activateWorkflow(workflow);
		const [phone] = simulator.state.phoneNumbers;
		const url = phone?.override?.url;
		if (!url?.startsWith(webhookUrl)) throw new Error(`It registered ${url}.`);
	});
	await checks.check(
		'trigger: behind the webhook process it starts one execution per message, also when one is repeated',
		async () => {
			for (let number = 0; number < messages; number++) {
				await simulator.writeAs(customer.waId, { type: 'text', text: `Message ${number}` });
			}
			await simulator.settled();
			for (const { id, state } of simulator.webhooks()) {
				if (state === 'delivered') simulator.redeliverWebhook(id);
			}
			await simulator.settled();
			const deadline = Date.now() + 30_000;
			let count = 0;
			while (Date.now() < deadline && count < messages) {
				count = (await n8n.executionIds(workflow)).length;
				await sleep(200);
			}
			await sleep(2000);
			count = (await n8n.executionIds(workflow)).length;
			if (count !== messages) throw new Error(`There were ${count} executions, not ${messages}.`);
		},
	);
	await n8n.deactivateWorkflow(workflow);
}

async function prepare(simulator: Simulator): Promise<void> {
	await simulator.reset();
	simulator.updateSettings({
		latencyMs: 100,
		messagesPerSecond: perSecond,
		pairLimit: null,
		enforceCustomerServiceWindow: false,
		statusDelaysMs: { sent: null, delivered: null, read: null },
	});
}
