import { setTimeout as sleep } from 'node:timers/promises';
import { business, type Simulator } from '../../simulator';
import type { Credential } from '../n8n/client';
import type { Checks } from '../e2e/checks';
import { overrideUrl, triggerWorkflow } from '../e2e/triggerWorkflow';
import { Broadcast, pace } from './broadcast';
import type { Cluster } from './cluster';

const [customer] = business.customers;
const perSecond = 80;

export interface QueueWorld {
	checks: Checks;
	cluster: Cluster;
	simulator: Simulator;
	credential: Credential;
}

/** Three workers send one broadcast from one number. */
export async function checkBroadcast(world: QueueWorld, divideBy: number): Promise<void> {
	const { checks, cluster, simulator } = world;
	const rate = Math.floor(perSecond / divideBy);
	const name = `broadcast over three workers, each worker set to ${rate}/s`;
	await prepare(simulator);
	const size = { batches: 20, size: 60 };
	const broadcast = await Broadcast.create(world, size, { messagesPerSecond: rate });
	const begun = async () =>
		await Promise.all(cluster.workers.map(async (worker) => (await worker.executions()).begun));
	const before = await begun();
	await broadcast.start();
	await broadcast.handOverLastAgain();
	await broadcast.finished();
	const share = (await begun()).map((count, worker) => count - (before[worker] ?? 0));
	await checks.check(`${name}: each has executions of it`, () => {
		// One of the executions is the one that divides.
		if (Math.min(...share) < 2) throw new Error(`They had ${share.join(', ')}.`);
	});
	await expectAllOnce(checks, `${name}, one batch handed over three times`, broadcast);
	await checks.check(`${name}: nobody hands over a batch without the key`, async () => {
		const status = await broadcast.statusWithoutKey();
		if (status !== 403) throw new Error(`The webhook answered ${status}.`);
	});
	await broadcast.remove();
	const { perSecond: reached, refused } = pace(simulator);
	console.log(
		`        ${reached.toFixed(1)} messages/s of ${perSecond} allowed, ${(100 * refused).toFixed(1)}% of the tries refused`,
	);
}

export function expectAllOnce(checks: Checks, name: string, broadcast: Broadcast): Promise<void> {
	return checks.check(`${name}: nothing lost, nothing doubled`, () => {
		const lost = broadcast.lost().length;
		if (lost + broadcast.doubled() > 0) {
			throw new Error(`${lost} lost, ${broadcast.doubled()} doubled.`);
		}
	});
}

/** Messages of customers come in through the webhook process. */
export async function checkTrigger(world: QueueWorld): Promise<void> {
	const { checks, cluster, simulator, credential } = world;
	const { n8n, webhookUrl } = cluster;
	await prepare(simulator);
	const messages = 20;
	const workflow = await n8n.createWorkflow(
		triggerWorkflow({ credential }, 'Incoming', { events: ['messages'] }),
	);
	await checks.check('trigger: registers the address of the webhook process', async () => {
		await n8n.activateWorkflow(workflow);
		const url = overrideUrl(world);
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

export async function prepare(simulator: Simulator, sentAfterMs?: number): Promise<void> {
	await simulator.reset();
	simulator.updateSettings({
		latencyMs: 100,
		messagesPerSecond: perSecond,
		pairLimit: null,
		enforceCustomerServiceWindow: false,
		statusDelaysMs: { sent: sentAfterMs ?? null, delivered: null, read: null },
		// Two cores may have no time for all statuses at once; Meta tries for days, too.
		webhookRetryDelaysMs: Array.from({ length: 60 }, () => 1000),
	});
}
