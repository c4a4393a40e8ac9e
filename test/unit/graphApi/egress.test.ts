import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { environmentFilter } from '../../../nodes/graphApi/egress/environmentFilter';
import type { EgressFilter } from '../../../nodes/graphApi/egress/egressFilter';
import type { RequestErrorFacts } from '../../../nodes/graphApi/errors/requestError';
import { graphApi } from '../../../nodes/graphApi/graphApi';
import { path } from '../../../nodes/graphApi/path';
import { processState } from '../../../nodes/graphApi/processState';
import { egressFilterOf } from '../../../nodes/shared/egressFilter';
import { credentialFor } from '../../support/credential';
import { factsOfFailure } from '../../support/failure';
import { respondJson, startServer } from '../../support/server';
import type { TestServer } from '../../support/server';

const machine = process.env;
let server: TestServer;

/** Sets n8n's variables N8N_SSRF_…, and forgets what was read of earlier ones. */
function protect(variables: Record<string, string> = {}): void {
	process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
	for (const [name, value] of Object.entries(variables)) process.env[`N8N_SSRF_${name}`] = value;
	processState.reset();
}

const urlOf = (host: string, port = server.port) => `http://${host}:${port}/`;

async function fetched(url: string, egress?: EgressFilter): Promise<string> {
	const { download } = graphApi(credentialFor(server.url), { egress });
	const { content } = await download(url);
	return Buffer.concat(await content.toArray()).toString();
}

const factsOf = (url: string, egress?: EgressFilter): Promise<RequestErrorFacts> =>
	factsOfFailure(fetched(url, egress));

async function closedPort(): Promise<number> {
	const closed = createServer().listen(0, '127.0.0.1');
	await once(closed, 'listening');
	const { port } = closed.address() as AddressInfo;
	closed.close();
	await once(closed, 'close');
	return port;
}

describe("n8n's SSRF protection", () => {
	beforeAll(async () => {
		server = await startServer(({ url }, response) => {
			const target = new URL(url, 'http://localhost').searchParams.get('to');
			if (target === null) respondJson(response, 200, { id: '1' });
			else response.writeHead(302, { location: target }).end();
		});
	});
	afterAll(() => server.stop());
	beforeEach(() => {
		server.received.splice(0);
		process.env = { ...machine };
	});
	afterEach(() => {
		process.env = machine;
		processState.reset();
	});

	it.each([
		...['127.0.0.1', '127.1', '0x7f000001', '2130706433', '017700000001', '0.0.0.0', '0'],
		...['localhost', 'LOCALHOST', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
	])('blocks %s, whether the port is open or not', async (host) => {
		protect();
		const open = await factsOf(urlOf(host));
		const closed = await factsOf(urlOf(host, await closedPort()));
		expect(open.what).toMatch(/n8n's SSRF protection blocks/);
		expect(open.todo).toMatch(/N8N_SSRF_ALLOWED_HOSTNAMES/);
		expect(open).toMatchObject({ outcome: 'notAccepted', retryable: false });
		const withoutPort = ({ what, ...facts }: RequestErrorFacts) => ({
			...facts,
			what: what.replace(/:\d+\.$/, '.'),
		});
		expect(withoutPort(closed)).toEqual(withoutPort(open));
		expect(server.received).toEqual([]);
	});

	it.each(['169.254.169.254', '[fd00:ec2::254]', '10.1.2.3', '192.168.0.1', '[64:ff9b::7f00:1]'])(
		'blocks %s',
		async (host) => {
			protect();
			expect((await factsOf(`http://${host}/latest/meta-data/`)).what).toMatch(/SSRF protection/);
		},
	);

	it('is off unless it is turned on', async () => {
		expect(await fetched(urlOf('127.0.0.1'))).toContain('id');
		expect(await fetched(urlOf('2130706433'))).toContain('id');
	});

	it('checks each redirect', async () => {
		protect({ ALLOWED_HOSTNAMES: 'localhost' });
		const inside = encodeURIComponent(urlOf('127.0.0.1'));
		const { what } = await factsOf(`${urlOf('localhost')}?to=${inside}`);
		expect(what).toMatch(/SSRF protection blocks 127\.0\.0\.1/);
		expect(server.received).toHaveLength(1);
	});

	it.each<[string, Record<string, string>, string, boolean]>([
		['allowed range', { ALLOWED_IP_RANGES: '10.0.0.0/8, 127.0.0.0/8' }, '127.0.0.1', true],
		['other allowed range', { ALLOWED_IP_RANGES: '10.0.0.0/8' }, '127.0.0.1', false],
		['allowed name', { ALLOWED_HOSTNAMES: 'a.example,Localhost' }, 'localhost', true],
		['allowed name, which is no range', { ALLOWED_HOSTNAMES: '127.0.0.1' }, '127.0.0.1', false],
		['list without the default', { BLOCKED_IP_RANGES: '10.0.0.0/8' }, '127.0.0.1', true],
		['list with the default', { BLOCKED_IP_RANGES: 'default,11.0.0.0/8' }, '127.0.0.1', false],
		['invalid entry', { ALLOWED_IP_RANGES: '127.0.0.0/x,127.0.0.1/32' }, '127.0.0.1', true],
		[
			'blocked name',
			{ BLOCKED_IP_RANGES: '10.0.0.0/8', BLOCKED_HOSTNAMES: 'localhost' },
			'localhost',
			false,
		],
	])('follows the variables: %s', async (_name, variables, host, mayCall) => {
		protect(variables);
		const call = fetched(urlOf(host));
		if (mayCall) expect(await call).toContain('id');
		else expect((await factsOfFailure(call)).what).toMatch(/SSRF protection/);
	});

	it('reads a variable from a file', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'egress-'));
		const file = join(folder, 'ranges');
		writeFileSync(file, '127.0.0.1/32\n');
		protect({ ALLOWED_IP_RANGES_FILE: file });
		expect(await fetched(urlOf('127.0.0.1'))).toContain('id');
		rmSync(folder, { recursive: true });
	});

	it('matches every name below the domain of a pattern, and no other', async () => {
		protect({ ALLOWED_HOSTNAMES: '*.n8n.internal' });
		const filter = environmentFilter(() =>
			Promise.resolve([{ address: '10.0.0.1', family: 4 as const }]),
		);
		const allowed = async (host: string) =>
			(await filter?.validateUrl(new URL(`http://${host}`)))?.ok;
		expect(await allowed('a.b.n8n.internal')).toBe(true);
		expect(await allowed('n8n.internal')).toBe(false);
		expect(await allowed('evil-n8n.internal')).toBe(false);
	});

	it.each(['127.0.0.1', '::'])(
		'connects to the address that it checked, though the name leads to %s later',
		async (later) => {
			protect();
			let lookups = 0;
			const filter = environmentFilter(() =>
				Promise.resolve([
					{ address: lookups++ === 0 ? '93.184.216.34' : later, family: 4 as const },
				]),
			);
			expect((await factsOf(urlOf('rebinding.example'), filter)).what).toMatch(/SSRF protection/);
			expect(lookups).toBe(2);
			expect(server.received).toEqual([]);
		},
	);

	it("holds for the credential's host as well", async () => {
		protect();
		const { send } = graphApi(credentialFor(server.url));
		const facts = await factsOfFailure(
			send({ method: 'POST', path: path`/1/messages`, on: 'phoneNumber', body: {} }),
		);
		expect(facts.what).toMatch(/did not reach WhatsApp\. n8n's SSRF protection blocks this host/);
		expect(facts.todo).toMatch(/N8N_SSRF_ALLOWED_IP_RANGES/);
		expect(facts).toMatchObject({ outcome: 'notAccepted', retryable: false });
		protect({ ALLOWED_IP_RANGES: '127.0.0.1/32' });
		await graphApi(credentialFor(server.url)).send({
			method: 'GET',
			path: path`/1`,
			on: 'phoneNumber',
		});
		expect(server.received).toHaveLength(1);
	});

	it('checks what is behind a proxy before the proxy is asked', async () => {
		const asked: unknown[] = [];
		const proxy = createServer().on('connect', (request, socket) => {
			asked.push(request.url);
			socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
		});
		await once(proxy.listen(0, '127.0.0.1'), 'listening');
		const { port } = proxy.address() as AddressInfo;
		Object.assign(process.env, { http_proxy: `http://127.0.0.1:${port}`, no_proxy: '' });
		protect({ ALLOWED_HOSTNAMES: 'localhost' });
		expect((await factsOf('http://10.0.0.1/')).what).toMatch(/SSRF protection/);
		expect(asked).toEqual([]);
		await factsOf('http://localhost:81/');
		expect(asked).toEqual(['localhost:81']);
		proxy.close();
	});

	it("uses n8n's own filter where n8n offers it", async () => {
		const own = environmentFilter() ?? {
			validateUrl: () => Promise.resolve({ ok: false as const, error: new Error('blocked') }),
			createSecureLookup: () => () => undefined,
		};
		const egress = egressFilterOf({ helpers: { getSecureEgressFilter: () => own } });
		expect((await factsOf(urlOf('127.0.0.1'), egress)).what).toMatch(/SSRF protection/);
		expect(egressFilterOf({ helpers: {} })).toBeUndefined();
		expect(egressFilterOf({})).toBeUndefined();
	});
});

describe('a host that cannot be reached', () => {
	it('is told in one text, if anybody may have chosen the URL', async () => {
		const cut = await startServer((_request, _response, socket) => socket.destroy());
		const hosts = [`127.0.0.1:${await closedPort()}`, `127.0.0.1:${cut.port}`, 'nowhere.invalid'];
		const texts = await Promise.all(
			hosts.map(async (host) => {
				const facts = await factsOf(`http://${host}/`);
				return JSON.stringify(facts).replace(host, 'HOST');
			}),
		);
		expect(new Set(texts).size).toBe(1);
		expect(texts[0]).toMatch(/could not be fetched from HOST/);
		await cut.stop();
	});
});
