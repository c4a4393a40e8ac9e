import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { INode } from 'n8n-workflow';
import { business } from '../../simulator/business';
import { credentialOf, node, to, triggerNodeType } from '../workflows';
import { alternate, quantile, type Contenders, type Figures, type Result } from './results';
import { processTime } from './processTime';
import type { BenchWorld } from './world';

const [phone, otherPhone] = business.phoneNumbers;
const [customer] = business.customers;
const atOnce = 20;
const allStartedMs = 30_000;

type Kind = 'message' | 'status' | 'duplicate' | 'otherNumber';

/** How many webhooks arrive, and how many events each of them has. */
interface Size {
	count: number;
	events: number;
}

/** Case 6: signed webhooks, 20 at a time, and large ones; an execution that one starts is not saved. */
export async function trigger(world: BenchWorld): Promise<Result[]> {
	// n8n's speed changes every few seconds; many short rounds affect each contender alike.
	const [count, warmUpCount] = world.quick ? [200, 50] : [500, 200];
	const rounds = world.quick ? 1 : 4 * world.rounds;
	const { installed } = world;
	await world.simulator.restart({});
	const ours = await oursActivated(world);
	const builtIn = await builtInActivated(world);
	const nothing = await nothingActivated(world);
	const onlyOurs = (size: Size) => ({
		'this trigger, messages': () => load(world, ours, size, 'message'),
		'this trigger, statuses off': () => load(world, ours, size, 'status'),
		'this trigger, duplicates': () => load(world, ours, size, 'duplicate'),
		'this trigger, another number': () => load(world, ours, size, 'otherNumber'),
		// n8n's own cost of a webhook that starts nothing.
		'a trigger without code': () => load(world, nothing, size, 'message'),
	});
	const all = (size: Size) => ({
		...onlyOurs(size),
		"n8n's trigger, messages": () => load(world, builtIn, size, 'message'),
	});
	const measured = async (
		name: string,
		times: number,
		contenders: (size: Size) => Contenders,
		size: Size,
		warmUpCount: number,
	) => {
		for (const warmUp of Object.values(contenders({ ...size, count: warmUpCount }))) await warmUp();
		return await alternate(installed.version.n8n, name, times, contenders(size));
	};
	const single = { count, events: 1 };
	const large = { count: 10, events: 1_000 };
	const results = [
		...(await measured(`${count} webhooks, ${atOnce} at a time`, rounds, all, single, warmUpCount)),
		// n8n's trigger makes one item of them.
		...(await measured(
			`${large.count} webhooks of 1,000 events`,
			world.rounds,
			onlyOurs,
			large,
			2,
		)),
	];
	for (const { stop } of [ours, builtIn, nothing]) await stop();
	return results;
}

export interface Activated {
	/** The URL that Meta would deliver to. */
	url: string;
	/** Whether it starts an execution for each new message. */
	starts: boolean;
	stop(): Promise<void>;
}

/** A chatbot: a workflow that begins with our trigger. The simulator must have been reset. */
export async function oursActivated(world: BenchWorld): Promise<Activated> {
	const { n8n, simulator, credential } = world;
	const stop = await activated(world, {
		...node('Trigger', triggerNodeType, { events: ['messages'] }, [0, 0]),
		// Of the measured package.
		typeVersion: await n8n.newestVersion(triggerNodeType),
		webhookId: 'bench-trigger',
		credentials: credentialOf(credential),
	});
	const response = await fetch(`${simulator.url}/v26.0/${phone.id}?fields=webhook_configuration`, {
		headers: { authorization: `Bearer ${business.accessToken}` },
	});
	const { webhook_configuration: scopes } = (await response.json()) as {
		webhook_configuration: Record<string, string>;
	};
	const url = scopes.phone_number ?? scopes.whatsapp_business_account ?? scopes.application;
	if (!url) throw new Error('The trigger has registered no webhook URL.');
	return { url, starts: true, stop };
}

async function nothingActivated(world: BenchWorld): Promise<Activated> {
	const webhookId = 'bench-nothing';
	const stop = await activated(world, {
		...node('Trigger', 'CUSTOM.benchTrigger', {}, [0, 0]),
		webhookId,
	});
	const url = `${world.server.url}/webhook/${webhookId}/webhook`;
	return { url, starts: false, stop };
}

/** The built-in trigger registers at the app; this serves the two calls it makes. */
async function builtInActivated(world: BenchWorld): Promise<Activated> {
	const { triggerHost, builtIn } = world;
	let url = '';
	const app = createServer((incoming, response) => {
		let body = '';
		incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
		incoming.on('end', () => {
			if (incoming.method === 'POST' && incoming.url?.includes('/subscriptions')) {
				url = (JSON.parse(body) as { callback_url: string }).callback_url;
			}
			response
				.setHeader('content-type', 'application/json')
				.end(JSON.stringify({ access_token: 'app', data: [], success: true }));
		});
	});
	await new Promise<void>((resolve) =>
		app.listen(Number(new URL(triggerHost).port), '127.0.0.1', resolve),
	);
	const { id, name } = builtIn.trigger;
	const stop = await activated(world, {
		...node('Trigger', 'n8n-nodes-base.whatsAppTrigger', { updates: ['messages'] }, [0, 0]),
		webhookId: 'bench-built-in-trigger',
		credentials: { whatsAppTriggerApi: { id, name } },
	});
	if (url === '') throw new Error('The built-in trigger has registered no webhook URL.');
	return {
		url,
		starts: true,
		stop: async () => {
			await stop();
			app.closeAllConnections();
			await new Promise((resolve) => app.close(resolve));
		},
	};
}

/** Publishes a workflow that begins with the node. */
async function activated({ n8n }: BenchWorld, first: INode): Promise<Activated['stop']> {
	const workflow = await n8n.createWorkflow({
		name: `Bench ${first.type}`,
		nodes: [first, node('Count', 'CUSTOM.benchCount', {}, [200, 0])],
		connections: { [first.name]: to('Count') },
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
		},
	});
	await n8n.activateWorkflow(workflow);
	return async () => {
		await n8n.deactivateWorkflow(workflow);
		await n8n.deleteWorkflow(workflow);
	};
}

let serial = 0;

async function load(
	{ startedFile, pid }: BenchWorld,
	{ url, starts }: Activated,
	{ count, events }: Size,
	kind: Kind,
): Promise<Figures> {
	const deliver = delivery(url);
	const firstSerial = serial;
	const next = () => {
		const numbers = Array.from({ length: events }, () => serial++);
		return payload(kind, numbers);
	};
	const again = next();
	if (kind === 'duplicate') await deliver(again);
	const bodies = Array.from({ length: count }, () => (kind === 'duplicate' ? again : next()));
	const cpuBefore = await processTime(pid);
	const remaining = bodies.values();
	const milliseconds: number[] = [];
	const work = async () => {
		for (const body of remaining) {
			const startedAt = performance.now();
			await deliver(body);
			milliseconds.push(performance.now() - startedAt);
		}
	};
	const startedAt = performance.now();
	// n8n reads one large body after the other anyway.
	await Promise.all(Array.from({ length: events === 1 ? atOnce : 1 }, work));
	const seconds = (performance.now() - startedAt) / 1000;
	// Started executions may still be running.
	await sleep(2000);
	const cpuAfter = await processTime(pid);
	const startsNothing = !starts || kind === 'status' || kind === 'otherNumber';
	const wanted = startsNothing ? 0 : kind === 'duplicate' ? events : count * events;
	const ids = Array.from({ length: serial - firstSerial }, (_id, index) =>
		wamid(firstSerial + index),
	);
	const { distinct, all } = await executions(startedFile, new Set(ids), wanted);
	return {
		'per second': count / seconds,
		'p50 ms': quantile(milliseconds, 0.5),
		'p99 ms': quantile(milliseconds, 0.99),
		...(cpuBefore !== undefined &&
			cpuAfter !== undefined && { 'CPU ms each': (cpuAfter - cpuBefore) / count }),
		executions: all,
		'not started': Math.max(0, wanted - distinct),
		'too many': all - Math.min(distinct, wanted),
	};
}

/** How many executions the workflows have recorded for these messages, and for how many messages. */
async function executions(
	startedFile: string,
	ids: ReadonlySet<string>,
	wanted: number,
): Promise<{ distinct: number; all: number }> {
	const deadline = Date.now() + allStartedMs;
	for (;;) {
		const noted = (await readFile(startedFile, 'utf8').catch(() => '')).split('\n');
		const all = noted.filter((id) => ids.has(id));
		const distinct = new Set(all).size;
		if (distinct >= wanted || Date.now() > deadline) return { distinct, all: all.length };
		await sleep(500);
	}
}

/** Delivers another message at each call. */
export function messageDeliveries({ url }: Activated): () => Promise<void> {
	const deliver = delivery(url);
	return () => deliver(payload('message', [serial++]));
}

function delivery(url: string): (body: string) => Promise<void> {
	const dispatcher = new Agent({ connections: atOnce });
	return async (body) => {
		const signature = createHmac('sha256', business.app.secret).update(body).digest('hex');
		const response = await request(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'x-hub-signature-256': `sha256=${signature}`,
			},
			body,
			dispatcher,
		});
		const text = await response.body.text();
		if (response.statusCode !== 200)
			throw new Error(`n8n responded with ${response.statusCode}: ${text}`);
	};
}

function wamid(number: number): string {
	return `wamid.BENCH${process.pid}x${number}`;
}

/** What Meta delivers for these messages, or for statuses of them. */
function payload(kind: Kind, numbers: readonly number[]): string {
	const timestamp = String(Math.floor(Date.now() / 1000));
	const phoneNumberId = kind === 'otherNumber' ? otherPhone.id : phone.id;
	const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
	const about =
		kind === 'status'
			? {
					statuses: numbers.map((number) => ({
						...{ id: wamid(number), status: 'delivered', timestamp },
						recipient_id: customer.waId,
					})),
				}
			: {
					contacts: [{ profile: { name: 'Customer' }, wa_id: customer.waId }],
					messages: numbers.map((number) => ({
						...{ from: customer.waId, id: wamid(number), timestamp, type: 'text' },
						text: { body: `Message ${number}` },
					})),
				};
	return JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [
			{
				id: business.waba.id,
				changes: [
					{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...about } },
				],
			},
		],
	});
}
