import { Memory } from '../../../nodes/memory/memory';
import { ProcessStore } from '../../../nodes/memory/processStore';
import type { Store } from '../../../nodes/memory/store';
import { Lease } from '../../../nodes/WhatsAppBusinessTrigger/followUps/lease';
import { Forwarder } from '../../../nodes/WhatsAppBusinessTrigger/forward/forwarder';
import { sendOn } from '../../../nodes/WhatsAppBusinessTrigger/forward/sendOn';
import type { Failure } from '../../../nodes/WhatsAppBusinessTrigger/forward/sendOn';
import {
	mostWaiting,
	WaitingDeliveries,
} from '../../../nodes/WhatsAppBusinessTrigger/forward/waitingDeliveries';
import type { SignedDelivery } from '../../../nodes/WhatsAppBusinessTrigger/forward/waitingDeliveries';
import { readForwardTo } from '../../../nodes/WhatsAppBusinessTrigger/parameters/forwardTo';
import { BlockedHostError } from '../../../nodes/graphApi/egress/egressFilter';
import { startServer } from '../../support/server';

const secret = 'what the customer wrote';
const deliveryOf = (body: string | Buffer): SignedDelivery => ({
	body: Buffer.from(body as string),
	contentType: 'application/json',
	signatureHeader: 'x-hub-signature-256',
	signature: 'sha256=0',
});
const away: Failure = { reason: 'It responded with the status 503.', isRefusal: false };
const refused: Failure = { reason: 'It responded with the status 400.', isRefusal: true };

describe('The URL to forward to', () => {
	it.each([
		[' https://chat.example.com/webhooks/whatsapp/+1650?x=y ', 'https://chat.example.com'],
		['http://chatwoot:3000/webhooks', 'http://chatwoot:3000'],
		['http://10.0.0.5/', 'http://10.0.0.5'],
	])('may be %s', (stored, origin) => {
		expect(readForwardTo(stored).origin).toBe(origin);
	});

	it.each<[unknown, RegExp]>([
		['chat.example.com/hook', /^'Forward To \(URL\)' is not a valid URL$/],
		['ftp://chat.example.com', /is not a valid URL/],
		[['https://chat.example.com'], /is not a valid URL/],
		[' ', /is not a valid URL/],
		['https://me:key@chat.example.com', /contains a user name or password/],
		['http://chat.example.com/hook', /begins with 'http:\/\/'/],
	])('may not be %j', (stored, message) => {
		expect(() => readForwardTo(stored)).toThrow(message);
	});
});

describe('What waits for the second system', () => {
	const waiting = () => new WaitingDeliveries(new ProcessStore(), 'scope');

	it('is kept byte for byte, oldest first, until it is removed', async () => {
		const all = waiting();
		const bodies = [Buffer.from([0, 0xff, 0xed, 0xa0, 0x80, 0x22, 0x5c]), Buffer.from('{"é":1}')];
		for (const body of bodies) expect(await all.add(deliveryOf(body), 'lane')).toBe(true);
		const [first = '', second = '', ...others] = await all.names();
		expect(others).toEqual([]);
		expect(await Promise.all([first, second].map((name) => all.read(name)))).toEqual(
			bodies.map(deliveryOf),
		);
		await all.remove(first);
		expect([await all.names(), await all.read(first)]).toEqual([[second], undefined]);
	});

	it('is at most 10,000 webhooks, also of another process', async () => {
		const store = new ProcessStore();
		const [one, other] = [new WaitingDeliveries(store, ''), new WaitingDeliveries(store, '')];
		for (let count = 0; count < mostWaiting.deliveries; count++) {
			await one.add(deliveryOf('{}'), '');
		}
		expect(await one.add(deliveryOf('{}'), '')).toBe(false);
		await other.remove((await other.names())[0] ?? '');
		expect(await one.add(deliveryOf('{}'), '')).toBe(true);
	});

	it('is at most 100 MB', async () => {
		const all = waiting();
		const large = deliveryOf(Buffer.alloc(3 * 1024 * 1024, 'x'));
		for (let count = 0; count < 33; count++) expect(await all.add(large, '')).toBe(true);
		expect(await all.add(large, '')).toBe(false);
		expect(await all.add(deliveryOf('{}'), '')).toBe(true);
	});
});

describe('Forwarding', () => {
	let store: Store;
	let log: string[];
	let sent: string[];
	/** What the system does with a body. */
	let respond: (body: string) => Failure | undefined;
	let isPublished: boolean;
	const forwarders: Forwarder[] = [];

	beforeEach(() => {
		jest.useFakeTimers();
		store = new ProcessStore();
		[log, sent] = [[], []];
		isPublished = true;
		respond = () => undefined;
	});
	afterEach(() => {
		for (const forwarder of forwarders.splice(0)) forwarder.stop();
		jest.useRealTimers();
	});

	function start(): Forwarder {
		const forwarder = new Forwarder(
			new WaitingDeliveries(store, 'scope'),
			new Lease(store, 'lease'),
			(what) => log.push(what),
			() => Promise.resolve(isPublished),
			async ({ body }) => {
				const text = body.toString();
				sent.push(text);
				await new Promise((resolve) => setTimeout(resolve, 100));
				return respond(text);
			},
		);
		forwarder.target = { url: new URL('https://chat.example.com/secret'), egress: undefined };
		forwarders.push(forwarder);
		return forwarder;
	}
	const keep = async (forwarder: Forwarder, ...bodies: string[]) => {
		// The customer is the first letter.
		for (const body of bodies) await forwarder.keep(deliveryOf(body), body.slice(0, 1));
		forwarder.wake();
	};
	const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

	it('sends those of different customers together, and those of one in order', async () => {
		await keep(start(), 'a1', 'a2', 'b1', 'a3');
		await pass(50);
		expect(sent).toEqual(['a1', 'b1']);
		await pass(100);
		expect(sent).toEqual(['a1', 'b1', 'a2']);
		await pass(1_000);
		expect(sent).toEqual(['a1', 'b1', 'a2', 'a3']);
		expect(log).toEqual([]);
	});

	it('has ten under way at most', async () => {
		await keep(start(), ...'abcdefghijklm');
		await pass(50);
		expect(sent).toHaveLength(10);
	});

	it('rests twice as long after each failure, and sends all in order when the system is back', async () => {
		respond = () => away;
		const forwarder = start();
		await keep(forwarder, 'a1', 'a2');
		const times: number[] = [];
		for (let seconds = 0; seconds < 2_000; seconds++) {
			const before = sent.length;
			await pass(1_000);
			if (sent.length > before) times.push(seconds);
		}
		expect(sent.every((body) => body === 'a1')).toBe(true);
		expect(times.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
		expect(Math.max(...times.map((time, index) => time - (times[index - 1] ?? 0)))).toBeLessThan(
			302,
		);
		// What comes in meanwhile does not hurry it.
		const count = sent.length;
		await keep(forwarder, 'b1');
		await pass(10);
		expect(sent).toHaveLength(count);
		respond = () => undefined;
		await pass(301_000);
		expect(sent.slice(count)).toEqual(['a1', 'b1', 'a2']);
		expect(log).toEqual([
			expect.stringMatching(
				/^Forward To \(URL\): Webhooks could not .* https:\/\/chat\.example\.com\. .*503\. .* 24 hours/,
			),
			expect.stringMatching(/takes webhooks again/),
		]);
	});

	it('lets others pass one that is refused, and after five tries those of its customer', async () => {
		respond = (body) => (body === 'a1' ? refused : undefined);
		const forwarder = start();
		await keep(forwarder, 'a1', 'a2', 'b1');
		await pass(500);
		expect(sent).toEqual(['a1', 'b1']);
		for (let seconds = 0; seconds < 40; seconds++) await pass(1_000);
		expect(sent.filter((body) => body === 'a2')).toEqual(['a2']);
		expect(sent.indexOf('a2')).toBe(6);
		// Many tries, one line.
		expect(log).toEqual([expect.stringMatching(/A webhook could not be forwarded .* 400\./)]);
	});

	it('sends at once what comes in while the only one that waits is refused', async () => {
		respond = (body) => (body === 'a1' ? refused : undefined);
		const forwarder = start();
		await keep(forwarder, 'a1');
		await pass(3_600_000);
		const count = sent.length;
		await keep(forwarder, 'b1', 'a2');
		await pass(500);
		expect(sent.slice(count).filter((body) => body !== 'a1')).toEqual(['b1', 'a2']);
	});

	it('gets to what is behind many that are refused', async () => {
		respond = (body) => (body === 'z1' ? undefined : refused);
		await keep(start(), ...'abcdefghijklmnopqrstuvwxy', 'z1');
		await pass(10_000);
		expect(sent).toContain('z1');
	});

	it('keeps the order of each customer if the system refuses everything for hours', async () => {
		respond = () => ({ reason: 'It responded with the status 500.', isRefusal: true });
		const forwarder = start();
		const customers = [...'abcdefghijklmnopqrstuvwxyz'];
		const three = [1, 2, 3].flatMap((place) => customers.map((name) => `${name}${place}`));
		await keep(forwarder, ...three);
		await pass(3 * 3_600_000);
		// The first of each.
		expect([...new Set(sent)].sort()).toEqual(three.slice(0, customers.length));
		expect(sent.length).toBeLessThan(1_000);
		respond = () => undefined;
		const count = sent.length;
		await pass(310_000);
		for (const name of customers) {
			const own = sent.slice(count).filter((body) => body.startsWith(name));
			expect(own).toEqual([1, 2, 3].map((place) => `${name}${place}`));
		}
		expect(log).toHaveLength(2);
	});

	it('keeps the order also of what comes in while the system refuses everything', async () => {
		respond = () => ({ reason: 'It responded with the status 500.', isRefusal: true });
		const forwarder = start();
		const all = Array.from({ length: 300 }, (_, index) => `${'abc'.charAt(index % 3)}${index}`);
		for (const body of all) {
			await keep(forwarder, body);
			await pass(7_300);
		}
		// It is not asked for more than it would be without what comes in.
		expect(sent.length).toBeLessThan(100);
		respond = () => undefined;
		const count = sent.length;
		await keep(forwarder, 'd1');
		await pass(310_000);
		for (const name of 'abc') {
			const own = (bodies: string[]) => bodies.filter((body) => body.startsWith(name));
			expect(own(sent.slice(count))).toEqual(own(all));
		}
	});

	it('gives up what has waited for 24 hours, and says so without its content', async () => {
		respond = () => away;
		await keep(start(), `a ${secret}`);
		await pass(24 * 3_600_000 + 400_000);
		const count = sent.length;
		await pass(3_600_000);
		expect(sent).toHaveLength(count);
		expect(await new WaitingDeliveries(store, 'scope').names()).toEqual([]);
		expect(log.at(-1)).toMatch(/was not forwarded, because .* within 24 hours/);
		expect(log.join()).not.toMatch(/customer wrote|\/secret/);
	});

	it('sends each once from two processes', async () => {
		const [one, other] = [start(), start()];
		for (const name of ['a1', 'b1', 'c1']) {
			await Promise.all([keep(one, `${name} one`), keep(other, `${name} other`)]);
			await pass(50);
		}
		await pass(10_000);
		expect([...sent].sort()).toEqual(
			['a1', 'b1', 'c1'].flatMap((name) => [`${name} one`, `${name} other`]),
		);
	});

	it('goes on after a process that was killed', async () => {
		await keep(start(), 'a1');
		await store.claim('lease', 'the killed one', 30_000);
		await pass(29_000);
		expect(sent).toEqual([]);
		await pass(3_000);
		expect(sent).toEqual(['a1']);
	});

	it('waits for one whose body another process has yet to store', async () => {
		await store.push('forwarding:scope', `${Date.now()}.2.a.x`, 1_000_000, 10);
		await keep(start());
		await pass(500);
		await store.set(
			'forwarding:scope:' + ((await store.list('forwarding:scope'))[0] ?? ''),
			JSON.stringify({ ...deliveryOf(''), body: Buffer.from('late').toString('base64') }),
			1_000_000,
		);
		await pass(5_000);
		expect(sent).toEqual(['late']);
	});

	it('goes on once the memory is back, which has missed that something is sent', async () => {
		let isFull = true;
		const disk = new ProcessStore();
		const { set, remove, delete: forget } = disk;
		const unlessFull =
			<Args extends unknown[]>(write: (...args: Args) => Promise<unknown>) =>
			async (...args: Args) => {
				if (isFull) throw new Error('The disk is full.');
				return await write.apply(disk, args);
			};
		const memory = new Memory(disk, String, { warn: () => undefined, info: () => undefined });
		isFull = false;
		store = memory;
		const forwarder = start();
		await keep(forwarder, 'a1', 'a2');
		Object.assign(disk, {
			...{ set: unlessFull(set), remove: unlessFull(remove), delete: unlessFull(forget) },
		});
		isFull = true;
		await pass(60_000);
		expect(sent).toEqual(['a1']);
		isFull = false;
		await pass(60_000);
		expect(sent).toEqual(['a1', 'a2']);
		await memory.close();
	});

	it('says when too much waits', async () => {
		respond = () => away;
		const forwarder = start();
		jest.spyOn(forwarder.waiting, 'add').mockResolvedValue(false);
		await keep(forwarder, 'a1');
		expect(log).toEqual([
			expect.stringMatching(/More than 10000 webhooks or 100 MB wait for https:\/\/chat/),
		]);
	});

	it('sends nothing once another process has unpublished the trigger or changed the URL', async () => {
		respond = () => away;
		const forwarder = start();
		await keep(forwarder, 'a1');
		await pass(2_000);
		const count = sent.length;
		isPublished = false;
		await pass(3_600_000);
		expect(sent).toHaveLength(count);
		isPublished = true;
		respond = () => undefined;
		await keep(forwarder, 'a2');
		await pass(10_000);
		expect(sent.slice(count)).toEqual(['a1', 'a2']);
	});

	it('sends nothing once it is stopped, or while the URL is invalid', async () => {
		const [stopped, without] = [start(), start()];
		await keep(stopped, 'a1');
		stopped.stop();
		without.target = undefined;
		await keep(without, 'b1');
		await pass(5_000);
		expect(sent).toEqual([]);
	});
});

describe('What the second system gets', () => {
	const body = Buffer.concat([Buffer.from('{"text":"\\u00e9\\/"}'), Buffer.from([0xff, 0xfe])]);

	async function send(status: number, headers: Record<string, string> = {}) {
		const server = await startServer((_request, response) =>
			response.writeHead(status, headers).end('{}'),
		);
		const url = new URL(`${server.url}/hook/+1650?a=%20b`);
		const failure = await sendOn(
			{ ...deliveryOf(body), signature: 'sha256=1' },
			{ url, egress: undefined },
		);
		await server.stop();
		return { failure, received: server.received };
	}

	it('is what Meta sent', async () => {
		const { failure, received } = await send(200);
		expect(failure).toBeUndefined();
		expect(received).toMatchObject([
			{
				method: 'POST',
				url: '/hook/+1650?a=%20b',
				body: body.toString(),
				headers: {
					'content-type': 'application/json',
					'content-length': String(body.length),
					'x-hub-signature-256': 'sha256=1',
				},
			},
		]);
	});

	it.each([
		[204, undefined],
		[301, true],
		[400, true],
		[404, true],
		[500, true],
		[408, false],
		[429, false],
		[502, false],
		[503, false],
	])('counts with the status %i', async (status, isRefusal) => {
		const { failure, received } = await send(status, { location: '/elsewhere' });
		expect(failure?.isRefusal).toBe(isRefusal);
		expect(received).toHaveLength(1);
		if (failure) expect(failure.reason).toBe(`It responded with the status ${status}.`);
	});

	it('is tried again if nobody is there, or n8n may not call it', async () => {
		const url = new URL('http://127.0.0.1:1/');
		const nobody = await sendOn(deliveryOf(secret), { url, egress: undefined });
		expect(nobody).toEqual({ reason: 'The server refused the connection.', isRefusal: false });
		const error = new BlockedHostError();
		const egress = {
			validateUrl: () => Promise.resolve({ ok: false as const, error }),
			createSecureLookup: () => () => undefined,
		};
		const blocked = await sendOn(deliveryOf(secret), { url, egress });
		expect(blocked).toMatchObject({ isRefusal: false });
		expect(blocked?.reason).toMatch(/SSRF protection blocks this host\. .*N8N_SSRF_ALLOWED/);
	});
});
