import type { INode } from 'n8n-workflow';
import { business } from '../../simulator/business';
import type { SimulatorSettings } from '../../simulator/settings';
import type { PinnedItem } from '../n8n/client';
import { runProgram } from '../n8n/processes';
import { node, startName } from '../workflows';
import { files } from '../../test/support/files';
import { growth, type Sized } from './growth';
import { cpuMsBetween, cpuNode } from './cpuTime';
import { alternate, type Contenders, type Figures, type Result } from './results';
import {
	createTemplate,
	messageText,
	ours,
	recipient,
	recipients,
	senders,
	template,
	text,
	type Sender,
} from './senders';
import { inLine, runToEnd, secondsOf, type BenchWorld } from './world';

const [phone] = business.phoneNumbers;

/** Lets n8n compile and cache first, so that this does not count for the first contender. */
export async function warmUp(world: BenchWorld): Promise<void> {
	const contenders = senders(world, text({ messagesPerSecond: 0 }));
	for (const sender of Object.values(contenders)) await send(world, sender, recipients(200), {});
}

/** Cases 1 and 2: a number with a rate limit, 100 ms latency. */
export async function limited(world: BenchWorld, perSecond: number): Promise<Result[]> {
	const settings = { latencyMs: 100, messagesPerSecond: perSecond };
	const name = `${perSecond}/s allowed, 100 ms latency`;
	return await bySize(world, `texts, ${name}`, async (count) => {
		const contenders = senders(world, text({ messagesPerSecond: perSecond }));
		const run = runs(world, contenders, () => recipients(count), settings, perSecond);
		const rounds = count > 1000 ? world.longRounds : world.rounds;
		return await alternate(world.installed.version.n8n, `${count} texts, ${name}`, rounds, run);
	});
}

/** Case 3: no limit. */
export async function unlimited(world: BenchWorld): Promise<Result[]> {
	const name = 'no limit, no latency';
	return await bySize(world, `texts, ${name}`, async (count) => {
		const run = runs(
			world,
			{
				...senders(world, text({ messagesPerSecond: 0 })),
				...withOrderNumber(world, 'callbackData', 'with Callback Data'),
				...withOrderNumber(world, 'sendOnceKey', 'with Send Once Key'),
				'undici in n8n': {
					type: 'CUSTOM.benchLoop',
					parameters: {
						url: `${world.simulator.url}/v26.0/${phone.id}/messages`,
						token: business.accessToken,
						to: recipient,
						text: messageText,
					},
				},
			},
			() => newOrders(count),
			{},
		);
		const all = { ...run, 'undici alone': () => undiciAlone(world, count) };
		const { version } = world.installed;
		return await alternate(version.n8n, `${count} texts, ${name}`, world.rounds, all);
	});
}

/** This node with an option that differs for each message. */
function withOrderNumber(world: BenchWorld, option: string, name: string) {
	const options = { messagesPerSecond: 0, [option]: '=shipped-{{ $json.order }}' };
	const { [ours]: sender } = senders(world, text(options));
	return sender ? { [name]: sender } : {};
}

/** Recipients with orders that no other run has had, because a message is sent only once for an order. */
function newOrders(count: number): PinnedItem[] {
	const first = Date.now();
	return recipients(count).map(({ json }, index) => ({
		json: { ...json, order: `${first}-${index}` },
	}));
}

/** Case 4: templates with six values, each with an expression. */
export async function templates(world: BenchWorld): Promise<Result[]> {
	const contenders = senders(world, template({ messagesPerSecond: 0 }));
	const run = runs(world, contenders, () => recipients(1000), {});
	const name = '1000 templates with six values, no limit';
	return await alternate(world.installed.version.n8n, name, world.rounds, run);
}

/** Case 9: the same templates from a number with a rate limit, 100 ms latency. */
export async function limitedTemplates(world: BenchWorld): Promise<Result[]> {
	const perSecond = 1000;
	const count = world.quick ? 3000 : 10_000;
	const settings = { latencyMs: 100, messagesPerSecond: perSecond };
	const contenders = senders(world, template({ messagesPerSecond: perSecond }));
	const run = runs(world, contenders, () => recipients(count), settings, perSecond);
	const name = `${count} templates with six values, ${perSecond}/s allowed, 100 ms latency`;
	return await alternate(world.installed.version.n8n, name, world.longRounds, run);
}

/** Case 5: one image from binary data to 500 recipients. */
export async function images(world: BenchWorld): Promise<Result[]> {
	const parameters = {
		ours: {
			operation: 'sendMedia',
			to: recipient,
			mediaType: 'image',
			mediaSource: 'binary',
			binaryPropertyName: 'data',
			options: { messagesPerSecond: 0 },
		},
		builtIn: {
			operation: 'send',
			phoneNumberId: phone.id,
			recipientPhoneNumber: recipient,
			messageType: 'image',
			mediaPath: 'useMedian8n',
			mediaPropertyName: 'data',
		},
	};
	const items = recipients(500).map((item) => ({ ...item, binary: { data: files.png } }));
	const run = runs(world, senders(world, parameters), () => items, {});
	const name = 'One image to 500 recipients from binary data';
	return await alternate(world.installed.version.n8n, name, world.rounds, run);
}

/** Measures with 1,000 and with 10,000 items, and shows the growth. */
async function bySize(
	{ quick }: BenchWorld,
	name: string,
	measure: (count: number) => Promise<Result[]>,
): Promise<Result[]> {
	const sizes: Sized[] = [];
	for (const count of quick ? [1000] : [1000, 10_000]) {
		sizes.push({ count, results: await measure(count) });
	}
	return [
		...sizes.flatMap(({ results }) => results),
		...growth(`Growth from 1,000 to 10,000 ${name}`, sizes),
	];
}

function runs(
	world: BenchWorld,
	contenders: Record<string, Sender>,
	itemsOf: () => PinnedItem[],
	settings: Partial<SimulatorSettings>,
	perSecond?: number,
): Contenders {
	return Object.fromEntries(
		Object.entries(contenders).map(([name, sender]) => [
			name,
			() => send(world, sender, itemsOf(), settings, perSecond),
		]),
	);
}

async function send(
	world: BenchWorld,
	{ type, parameters, credentials }: Sender,
	items: PinnedItem[],
	settings: Partial<SimulatorSettings>,
	perSecond?: number,
): Promise<Figures> {
	const { simulator } = world;
	await simulator.restart(settings);
	await createTemplate(simulator);
	const sender: INode = {
		...node('Send', type, parameters, [200, 0]),
		credentials,
		onError: 'continueRegularOutput',
	};
	const chain = [
		node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]),
		cpuNode('before'),
		sender,
		cpuNode('after'),
	];
	const workflow = {
		name: `Bench ${type}`,
		nodes: chain,
		connections: inLine(chain),
		pinData: { [startName]: items },
	};
	const execution = await runToEnd(world, workflow, startName);
	const wanted = new Set(items.map(({ json }) => digits(json.to)));
	const messages = (await simulator.messages()).filter(({ body }) => wanted.has(digits(body.to)));
	const reached = new Set(messages.map(({ body }) => digits(body.to))).size;
	const seconds = secondsOf(execution, sender.name);
	const uploads = (await simulator.requests()).filter(({ path }) => path.endsWith('/media')).length;
	return {
		seconds,
		'per second': messages.length / seconds,
		'CPU ms each': cpuMsBetween(execution, 'before', 'after') / items.length,
		lost: items.length - reached,
		doubled: messages.length - reached,
		...(perSecond !== undefined && allowedRate(messages, perSecond)),
		...(uploads > 0 && { uploads }),
	};
}

/** A phone number without the plus, which one of the nodes leaves out. */
function digits(phoneNumber: unknown): string {
	return String(phoneNumber).replace(/\D/g, '');
}

/** The share of the rate that was used, from one second after the first accepted message to the last. */
function allowedRate(messages: Array<{ acceptedAt: number }>, perSecond: number): Figures {
	const times = messages.map(({ acceptedAt }) => acceptedAt).sort((a, b) => a - b);
	const from = (times[0] ?? 0) + 1000;
	const later = times.filter((time) => time > from);
	// The first second does not count: it may use up a burst.
	if (later.length < perSecond) return {};
	const rate = (later.length * 1000) / ((times.at(-1) ?? 0) - from);
	return { '% of the allowed rate': (100 * rate) / perSecond };
}

async function undiciAlone(world: BenchWorld, count: number): Promise<Figures> {
	const { simulator, installed } = world;
	await simulator.restart({});
	const url = `${simulator.url}/v26.0/${phone.id}/messages`;
	const output = await runProgram(
		installed.node,
		[`${__dirname}/undiciLoop.cjs`, url, business.accessToken, String(count)],
		{ cwd: __dirname },
	);
	const seconds = Number(output) / 1000;
	return { seconds, 'per second': count / seconds };
}
