import type { INodeParameters } from 'n8n-workflow';

import { memoryOf } from '../../nodes/memory/memoryOf';
import { processState } from '../../nodes/graphApi/processState';
import { wayPrefix } from '../../nodes/shared/conversation/collectionKeys';
import type { Way } from '../../nodes/WhatsAppBusinessTrigger/n8n/ways';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { OtherProcess } from '../support/otherProcess';
import { signedPost } from '../support/signedPost';
import type { TriggerHost } from '../support/triggerHost';
import { collecting, startTrigger } from '../support/triggerJob';
import { until } from '../support/until';
import { messagePayload } from '../unit/trigger/payloads';

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
		const job = { url: simulator.url, nodeId, parameters: collecting(settings) };
		host = await startTrigger(job);
		other = await OtherProcess.start({ ...job, ...more });
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
		...(other?.items ?? []).map(({ text }) => text),
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
		// Whoever would pass on the same again has its time until the next three.
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
		const parameters = collecting({ silence: 60 });
		const job = { url: simulator.url, nodeId: 'loaded', parameters };
		host = await startTrigger(job);
		other = await OtherProcess.start({ ...job, publicUrl: host.url });
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
		const parameters = collecting({ silence: 60 });
		host = await startTrigger({ url: simulator.url, nodeId: 'in Redis', parameters, redisUrl });
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
		await until(() => (other?.items.length ?? 0) > 0);
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
