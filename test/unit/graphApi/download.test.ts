import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { CredentialData } from '../../../nodes/graphApi/connection';
import type { RequestError } from '../../../nodes/graphApi/errors/requestError';
import { graphApi } from '../../../nodes/graphApi/graphApi';
import { mayReceiveToken } from '../../../nodes/graphApi/tokenHosts';
import { business } from '../../../simulator/business';
import { credentialFor } from '../../support/credential';
import { factsOfFailure } from '../../support/failure';
import { path } from '../../../nodes/graphApi/path';
import { userAgent } from '../../../nodes/graphApi/userAgent';

interface Host {
	url: string;
	received: IncomingMessage[];
}

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

async function host(respond: RequestListener): Promise<Host> {
	const received: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		received.push(request);
		respond(request, response);
	});
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

// Redirects to the URL in its query, or responds with a file.
const redirector: RequestListener = (request, response) => {
	const target = new URL(request.url ?? '', 'http://localhost').searchParams.get('to');
	if (target === null) response.end('file');
	else response.writeHead(302, { location: target }).end();
};
const via = (from: Host, target: string) => `${from.url}/?to=${encodeURIComponent(target)}`;

const api = (connected: Host, changes?: Partial<CredentialData>) =>
	graphApi(credentialFor(connected.url, changes));

async function failure(connected: Host, url: string): Promise<RequestError> {
	try {
		const { content } = await api(connected).download(url);
		await content.toArray();
	} catch (error) {
		return error as RequestError;
	}
	throw new Error('The download succeeded');
}

const tokens = ({ received }: Host) => received.map(({ headers }) => headers.authorization);
const bearer = `Bearer ${business.accessToken}`;

describe('download: the token', () => {
	it.each<[string, (connected: Host, other: Host) => string, unknown[], unknown[]]>([
		['is sent to the host of the connection', (connected) => `${connected.url}/a`, [bearer], []],
		['is sent to no other host', (_own, other) => `${other.url}/a`, [], [undefined]],
		[
			'is dropped when the host of the connection redirects elsewhere',
			(connected, other) => via(connected, `${other.url}/a`),
			[bearer],
			[undefined],
		],
		[
			'is sent when another host redirects to that of the connection',
			(connected, other) => via(other, `${connected.url}/a`),
			[bearer],
			[undefined],
		],
		[
			'is dropped at each of several redirects that lead elsewhere',
			(connected, other) => via(connected, via(other, via(connected, `${other.url}/a`))),
			[bearer, bearer],
			[undefined, undefined],
		],
	])('%s', async (_name, urlFrom, atConnected, atOther) => {
		const connected = await host(redirector);
		const other = await host(redirector);
		const { content } = await api(connected).download(urlFrom(connected, other));
		expect(Buffer.concat(await content.toArray()).toString()).toBe('file');
		for (const { headers } of connected.received) expect(headers['user-agent']).toBe(userAgent);
		expect(tokens(connected)).toEqual(atConnected);
		expect(tokens(other)).toEqual(atOther);
		const sent = JSON.stringify(other.received.map(({ url, headers }) => [url, headers]));
		expect(sent).not.toContain(business.accessToken);
		expect(sent).not.toContain('appsecret_proof');
	});

	it.each<[boolean, string]>([
		[true, 'https://graph.facebook.com/v25.0/1'],
		[true, 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1'],
		[true, 'https://LOOKASIDE.fbsbx.com/a'],
		[false, 'http://graph.facebook.com/v25.0/1'],
		[false, 'http://lookaside.fbsbx.com/a'],
		[false, 'https://lookaside.fbsbx.com:8443/a'],
		[false, 'https://lookaside.fbsbx.com.example.com/a'],
		[false, 'https://evil-lookaside.fbsbx.com/a'],
		[false, 'https://graph.facebook.com@example.com/a'],
		[false, 'https://example.com/https://graph.facebook.com/'],
		[false, 'https://graph.facebook.com:8443/a'],
	])('is allowed (%s) for %s', (may, url) => {
		const connection = { baseUrl: 'https://graph.facebook.com/v25.0' };
		expect(mayReceiveToken(new URL(url), connection)).toBe(may);
	});
});

describe('download: a redirect', () => {
	it('may be relative to the URL it comes from', async () => {
		const connected = await host(redirector);
		const { content } = await api(connected).download(via(connected, '/folder/b.pdf'));
		expect(Buffer.concat(await content.toArray()).toString()).toBe('file');
		expect(connected.received[1]?.url).toBe('/folder/b.pdf');
	});

	it('releases its connection, however large its body is', async () => {
		let closed: Promise<unknown> = Promise.reject(new Error('Nothing was redirected'));
		const connected = await host((request, response) => {
			if (request.url === '/b') return void response.end('file');
			closed = once(response, 'close');
			response.writeHead(302, { location: '/b' }).end(Buffer.alloc(20 * 1024 * 1024));
		});
		closed.catch(() => undefined);
		const { content } = await api(connected).download(connected.url);
		await content.toArray();
		await closed;
	});

	it('is followed at most 5 times', async () => {
		const connected = await host((request, response) =>
			response.writeHead(302, { location: request.url }).end(),
		);
		const error = await failure(connected, `${connected.url}/loop`);
		expect(error.message).toMatch(/redirected more than 5 times/);
		expect(connected.received).toHaveLength(6);
	});

	it.each(['file:///etc/passwd', 'data:,secret', 'http://', 'ftp://127.0.0.1/a'])(
		'to %s is rejected',
		async (target) => {
			const connected = await host(redirector);
			const error = await failure(connected, via(connected, target));
			expect(error.message).toMatch(/redirects to an invalid URL/);
			expect(error.facts).toMatchObject({ outcome: 'notAccepted', retryable: false });
		},
	);
});

describe('download: the name, size and type of the file', () => {
	it.each<[string, Record<string, string>, string | undefined]>([
		['/a/report%20May.pdf?sig=1', {}, 'report May.pdf'],
		['/a/', {}, undefined],
		['/a', { 'content-disposition': 'inline;filename=File.pdf' }, 'File.pdf'],
		['/a', { 'content-disposition': 'attachment; filename="a b.pdf"; size=1' }, 'a b.pdf'],
		[
			'/a',
			{ 'content-disposition': "attachment; filename*=UTF-8''gr%C3%BC%C3%9Fe.pdf" },
			'grüße.pdf',
		],
		['/a', { 'content-disposition': 'attachment; filename="../../etc/passwd"' }, 'passwd'],
		['/a', { 'content-disposition': 'attachment; filename="5\\" nail.pdf"' }, '5" nail.pdf'],
		['/a', { 'content-disposition': 'attachment; filename="a;b.pdf"' }, 'a;b.pdf'],
		['/a', { 'content-disposition': "attachment; filename*=iso-8859-1''%A3.pdf" }, '£.pdf'],
		['/a', { 'content-disposition': 'attachment; filename=a b.pdf' }, 'a b.pdf'],
		['/a', { 'content-disposition': 'attachment; filename="a%20b.pdf"' }, 'a b.pdf'],
		['/a.pdf', { 'content-disposition': 'attachment; filename=""' }, undefined],
		['/a.pdf', { 'content-disposition': 'inline' }, 'a.pdf'],
		['/50%.pdf', {}, '50%.pdf'],
		['/a%0D%0Ab.pdf', {}, 'ab.pdf'],
	])('names the file at %s with the headers %j: %s', async (path, headers, fileName) => {
		const connected = await host((_request, response) =>
			response.writeHead(200, headers).end('abc'),
		);
		const file = await api(connected).download(`${connected.url}${path}`);
		file.content.destroy();
		expect(file.fileName).toBe(fileName);
	});

	it('takes size and type from the headers', async () => {
		const connected = await host((_request, response) =>
			response
				.writeHead(200, { 'content-type': 'Text/Plain; charset=utf-8', 'content-length': 3 })
				.end('abc'),
		);
		const file = await api(connected).download(connected.url);
		file.content.destroy();
		expect(file).toMatchObject({ size: 3, mimeType: 'text/plain' });
	});
});

describe('download: a failure', () => {
	it('names the host but nothing else of the URL, which may be secret', async () => {
		const connected = await host(redirector);
		const other = await host((_request, response) => response.writeHead(403).end('<html>'));
		const error = await failure(connected, `${other.url}/private/a.pdf?signature=s3cr3t`);
		expect(error.message).toBe(
			`The file could not be fetched: ${other.url.slice('http://'.length)} responded with HTTP status 403.`,
		);
		expect(JSON.stringify([error.message, error.facts])).not.toMatch(/s3cr3t|private/);
	});

	it("keeps Meta's words", async () => {
		const connected = await host((_request, response) =>
			response
				.writeHead(401)
				.end(JSON.stringify({ error: { message: 'Invalid OAuth access token', code: 190 } })),
		);
		const { facts } = await failure(connected, connected.url);
		expect(facts).toMatchObject({ code: 190, httpStatus: 401 });
		expect(facts.what).toMatch(/access token/);
	});

	it('half-way through reaches the reader', async () => {
		const connected = await host((_request, response) => {
			response.writeHead(200, { 'content-length': 100 });
			response.write('half', () => response.destroy());
		});
		const { message, facts } = await failure(connected, connected.url);
		expect(message).toMatch(/could not be fetched from 127\.0\.0\.1/);
		expect(facts).toMatchObject({ outcome: 'notAccepted', networkCode: 'UND_ERR_SOCKET' });
	});

	it('names the host when a redirect has no target', async () => {
		const connected = await host((_request, response) => response.writeHead(300).end());
		expect((await failure(connected, connected.url)).message).toMatch(
			/responded with HTTP status 300/,
		);
	});

	it('occurs at once when the execution is cancelled', async () => {
		const controller = new AbortController();
		const connected = await host((_request, response) => {
			response.write('half', () => controller.abort());
		});
		const { download } = graphApi(credentialFor(connected.url), { signal: controller.signal });
		const read = async () => await (await download(connected.url)).content.toArray();
		expect(await factsOfFailure(read())).toMatchObject({
			what: expect.stringMatching(/execution was cancelled/),
			outcome: 'notAccepted',
		});
	});

	it('says that the host does not exist', async () => {
		const connected = await host(redirector);
		const { message, facts } = await failure(connected, 'http://nowhere.invalid/a');
		expect(message).toMatch(/could not be fetched from nowhere\.invalid/);
		expect(facts.todo).toMatch(/proxy/);
	});

	it.each(['not a URL', 'file:///etc/passwd', ''])('rejects the URL "%s"', async (url) => {
		const connected = await host(redirector);
		expect((await failure(connected, url)).message).toMatch(/its URL is invalid/);
	});
});

describe('download: the content', () => {
	it('arrives while the rest is still on its way', async () => {
		let finish = () => {};
		const connected = await host((_request, response) => {
			response.write('first');
			finish = () => response.end(' second');
		});
		const { content } = await api(connected).download(connected.url);
		const chunks = content[Symbol.asyncIterator]();
		expect(String((await chunks.next()).value)).toBe('first');
		finish();
		expect(String((await chunks.next()).value)).toBe(' second');
	});

	it('is passed to an upload while the rest is still on its way', async () => {
		let finish = () => {};
		const source = await host((_request, response) => {
			response.write('first');
			finish = () => response.end(' second');
		});
		let body = '';
		// Responds after the whole form; lets the source continue once its first half has arrived.
		const connected = await host((request, response) => {
			request.on('data', (chunk: Buffer) => {
				body += chunk.toString();
				if (body.includes('first')) finish();
			});
			request.on('end', () => response.end('{"id":"1"}'));
		});
		const { download, send } = api(connected);
		const { content } = await download(source.url);
		const file = { fileName: 'a.txt', mimeType: 'text/plain', content };
		await send({ method: 'POST', path: path`/1/media`, form: { file } });
		expect(body).toContain('first second');
	});

	it('stops arriving when it is not read', async () => {
		const total = 200 * 1024 * 1024;
		const chunk = Buffer.alloc(1024 * 1024);
		let sent = 0;
		let stalled = () => {};
		const untilStalled = new Promise<void>((resolve) => (stalled = resolve));
		const connected = await host((_request, response) => {
			const more = (): void => {
				while (sent < total) {
					sent += chunk.length;
					if (!response.write(chunk)) {
						response.once('drain', more);
						// There is no 'drain' once the buffers up to the reader are full.
						const before = sent;
						setTimeout(() => sent === before && stalled(), 200);
						return;
					}
				}
				response.end();
				stalled();
			};
			more();
		});
		const { content } = await api(connected).download(connected.url);
		await untilStalled;
		expect(sent).toBeLessThan(total / 2);
		content.destroy();
	});
});
