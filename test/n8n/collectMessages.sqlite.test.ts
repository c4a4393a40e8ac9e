import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { INodeParameters } from 'n8n-workflow';

import { memoryOf } from '../../nodes/memory/memoryOf';
import { processState } from '../../nodes/graphApi/processState';
import { wayPrefix } from '../../nodes/WhatsAppBusinessTrigger/n8n/ways';
import type { Way } from '../../nodes/WhatsAppBusinessTrigger/n8n/ways';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { startCollecting } from '../support/collectingHost';
import type { CollectJob } from '../support/collectingHost';
import { signedPost } from '../support/signedPost';
import type { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { messagePayload } from '../unit/trigger/payloads';

const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
let simulator: Simulator;
let host: TriggerHost;
let other: OtherProcess | undefined;

describe('Messages that two processes collect', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	afterEach(async () => {
		jest.restoreAllMocks();
		await other?.kill();
		await host.stop();
	});

	async function start(nodeId: string, settings: INodeParameters, more = {}): Promise<void> {
		const job = { url: simulator.url, nodeId, settings };
		host = await startCollecting(job);
		other = new OtherProcess({ ...job, ...more });
		await until(() => other?.url !== undefined);
	}

	const message = (nodeId: string, text: string) =>
		JSON.stringify(messagePayload({ id: `${nodeId} ${text}`, type: 'text', text: { body: text } }));
	/** Lets so many milliseconds pass for what compares times in this process, not for timers. */
	const pass = (milliseconds: number) => {
		const real = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => real() + milliseconds);
	};
	const texts = () => [
		...host.executions.map((items) => items[0]?.json.text),
		...(other?.texts ?? []),
	];

	it('start one execution', async () => {
		await start('both', { silence: 60, maximumMessages: 3 });
		for (const [text, url] of [
			['one', host.webhookUrl()],
			['two', other?.url],
			['three', host.webhookUrl()],
		] as const) {
			expect(await signedPost(url ?? '', message('both', text))).toBe(200);
		}
		await until(() => texts().length > 0);
		// Whoever would hand on the same again has its time until the next three.
		for (const text of ['1', '2', '3']) await signedPost(host.webhookUrl(), message('both', text));
		await until(() => texts().length > 1);
		expect(texts().sort()).toEqual(['1\n2\n3', 'one\ntwo\nthree']);
	});

	it('start one execution after the one that had them was killed', async () => {
		await start('killed', { silence: 60 });
		for (const text of ['one', 'two']) {
			expect(await signedPost(other?.url ?? '', message('killed', text))).toBe(200);
		}
		await other?.kill();
		expect(texts()).toEqual([]);
		// n8n starts again.
		pass(61_000);
		expect(await host.activate({ isStart: true })).toBe('existed');
		await until(() => texts().length > 0);
		for (const text of ['one', 'two', 'three']) {
			expect(await signedPost(host.webhookUrl(), message('killed', text))).toBe(200);
		}
		await host.takeDown();
		expect(texts()).toEqual(['one\ntwo', 'three']);
	});

	it('start one execution when n8n has loaded the trigger after that, as a newer one does nothing else', async () => {
		const settings = { silence: 60 };
		host = await startCollecting({ url: simulator.url, nodeId: 'loaded', settings });
		const publicUrl = host.url;
		other = new OtherProcess({ url: simulator.url, nodeId: 'loaded', settings, publicUrl });
		await until(() => other?.url !== undefined);
		expect(await signedPost(other?.url ?? '', message('loaded', 'one'))).toBe(200);
		await other?.kill();
		pass(61_000);
		processState.reset();
		new WhatsAppBusinessTrigger();
		await until(() => texts().length > 0);
		expect(texts()).toEqual(['one']);
	});

	it('in Redis start one execution after a start of n8n, which does not know that Redis', async () => {
		// It is away, so that this process remembers.
		const redisUrl = 'redis://127.0.0.1:1';
		const job = { url: simulator.url, nodeId: 'in Redis', settings: { silence: 60 }, redisUrl };
		host = await startCollecting(job);
		for (const text of ['one', 'two']) {
			expect(await signedPost(host.webhookUrl(), message('in Redis', text))).toBe(200);
		}
		const kept = [...(await memoryOf({ redisUrl: '' }).entries(wayPrefix)).values()];
		const ways = kept
			.map((way) => JSON.parse(way) as Way)
			.filter(({ url }) => url.startsWith(host.url));
		pass(61_000);
		for (const { url, body, headers } of ways) {
			expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(200);
		}
		await until(() => texts().length > 0);
		expect([texts(), ways.length]).toEqual([['one\ntwo'], 1]);
		expect(kept.join()).not.toContain(redisUrl);
	});

	it('start an execution in another process only if n8n had not taken them when it was killed', async () => {
		await start('not taken', { silence: 1 }, { isStuck: true });
		const body = message('not taken', 'one');
		expect(await signedPost(other?.url ?? '', body)).toBe(200);
		await until(() => (other?.texts.length ?? 0) > 0);
		await host.activate({ isStart: true });
		await until(() => host.log.some((line) => line.includes('n8n responded with 503')));
		expect(texts()).toEqual(['one']);
		await other?.kill();
		// What it had in hand is free after 30 seconds.
		pass(31_000);
		await host.activate({ isStart: true });
		await until(() => host.executions.length > 0);
		expect(texts()).toEqual(['one', 'one']);
	});
});

/** A process with the same trigger and the memory of this one. */
class OtherProcess {
	url: string | undefined;
	/** Of its executions. */
	readonly texts: string[] = [];
	private readonly child: ChildProcess;

	constructor(job: CollectJob) {
		// jest's copy of the variables names the folder of the memory.
		this.child = spawn(
			process.execPath,
			['--import', tsx, require.resolve('../support/collectProcess.ts'), JSON.stringify(job)],
			{ stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: process.env },
		);
		this.child.on('message', (text: string) => {
			if (this.url === undefined) this.url = text;
			else this.texts.push(text);
		});
	}

	async kill(): Promise<void> {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		const closed = once(this.child, 'close');
		this.child.kill('SIGKILL');
		await closed;
	}
}
