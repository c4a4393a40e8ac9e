import { processState } from '../../nodes/graphApi/processState';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { wayPrefix } from '../../nodes/shared/conversation/collectionKeys';
import type { Way } from '../../nodes/WhatsAppBusinessTrigger/n8n/ways';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { OtherProcess } from '../support/otherProcess';
import { startServer } from '../support/server';
import type { TestServer } from '../support/server';
import { signedPost } from '../support/signedPost';
import type { TriggerHost } from '../support/triggerHost';
import { startTrigger } from '../support/triggerJob';
import type { TriggerJob } from '../support/triggerJob';
import { until } from '../support/until';
import { messagePayload } from '../unit/trigger/payloads';

const message = (id: string) =>
	JSON.stringify(messagePayload({ id, type: 'text', text: { body: id } }));

let system: TestServer;
let isAway: boolean;
let host: TriggerHost;
let other: OtherProcess | undefined;

describe('Webhooks that wait to be forwarded', () => {
	beforeEach(async () => {
		isAway = false;
		system = await startServer((_request, response) =>
			response.writeHead(isAway ? 503 : 200).end(),
		);
	});
	afterEach(async () => {
		processState.reset();
		await other?.kill();
		await Promise.all([host.stop(), system.stop()]);
	});

	const job = (nodeId: string): TriggerJob => ({
		...{ url: 'http://127.0.0.1:1', nodeId },
		parameters: {
			...{ events: ['messages'], registration: 'byHand' },
			triggerOptions: { forwardTo: system.url },
		},
	});
	/** The triggers that are forwarding. */
	const leases = async () => [...(await memoryOf({ redisUrl: '' }).entries('forwarder:')).keys()];
	const forwarded = () => system.received.map(({ body }) => body);

	it('in two processes go out once each', async () => {
		host = await startTrigger(job('both'));
		other = await OtherProcess.start(job('both'));
		const bodies = Array.from({ length: 40 }, (_, index) => message(`both ${index}`));
		await Promise.all(
			bodies.map(async (body, index) => {
				const urls = [host.webhookUrl(), other?.url ?? ''];
				// Every fourth is delivered to both.
				const to = index % 4 === 0 ? urls : urls.slice(index % 2).slice(0, 1);
				for (const url of to) expect(await signedPost(url, body)).toBe(200);
			}),
		);
		await until(() => bodies.every((body) => forwarded().includes(body)));
		const end = message('both end');
		expect(await signedPost(host.webhookUrl(), end)).toBe(200);
		await until(() => forwarded().includes(end));
		expect(forwarded().sort()).toEqual([...bodies, end].sort());
	});

	it('stay once a process has unpublished the trigger, whichever has them in hand', async () => {
		isAway = true;
		host = await startTrigger(job('unpublished'));
		other = await OtherProcess.start(job('unpublished'));
		await host.activate();
		expect(await signedPost(other.url, message('unpublished'))).toBe(200);
		await until(() => system.received.length > 0);
		await host.deactivate();
		isAway = false;
		const { length } = system.received;
		// The other process looks after 1, 2 and 4 seconds.
		await new Promise((resolve) => setTimeout(resolve, 8_000));
		expect(system.received).toHaveLength(length);
		await host.activate();
		await until(() => system.received.length > length);
	});

	it.each(['has loaded the trigger, as a newer one does nothing else', 'activates the trigger'])(
		'go out once after n8n was killed and %s',
		async (how) => {
			isAway = true;
			const isLoaded = how.includes('loaded');
			const leasesBefore = await leases();
			host = await startTrigger(job(how));
			other = await OtherProcess.start({ ...job(how), publicUrl: host.url });
			for (const id of [`${how} 1`, `${how} 2`]) {
				expect(await signedPost(other.url, message(id))).toBe(200);
			}
			// It rests. Of one that is killed while it sends, others know that only some time later.
			const rests = async () => (await leases()).every((lease) => leasesBefore.includes(lease));
			await until(async () => system.received.length > 0 && (await rests()));
			await other.kill();
			system.received.length = 0;
			isAway = false;
			processState.reset();
			if (isLoaded) new WhatsAppBusinessTrigger();
			else await host.activate({ isStart: true });
			await until(() => system.received.length === 2);
			expect(forwarded()).toEqual([message(`${how} 1`), message(`${how} 2`)]);
		},
	);

	it('in Redis go out after a start of n8n, which does not know that Redis', async () => {
		isAway = true;
		// It is away, so that this process remembers.
		const redisUrl = 'redis://127.0.0.1:1';
		host = await startTrigger({ ...job('in Redis'), redisUrl });
		expect(await signedPost(host.webhookUrl(), message('in Redis'))).toBe(200);
		await until(() => system.received.length > 0);
		const kept = [...(await memoryOf({ redisUrl: '' }).entries(wayPrefix)).values()];
		const ways = kept
			.map((way) => JSON.parse(way) as Way)
			.filter(({ url }) => url.startsWith(host.url));
		expect(ways).toHaveLength(1);
		expect(kept.join()).not.toContain(redisUrl);
		isAway = false;
		const [{ url, body, headers } = { url: '', body: '', headers: {} }] = ways;
		expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(200);
		await until(() => system.received.length > 1);
		expect(forwarded()).toEqual([message('in Redis'), message('in Redis')]);
	});
});
