import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finished } from 'node:stream/promises';

import { connectionFromCredential } from '../../../nodes/graphApi/hosts';
import type { CredentialData } from '../../../nodes/graphApi/connection';
import { downloader } from '../../../nodes/graphApi/download';
import type { Download } from '../../../nodes/graphApi/download';
import { FileError } from '../../../nodes/graphApi/errors/fileError';
import { RequestError } from '../../../nodes/graphApi/errors/requestError';
import { graphApi } from '../../../nodes/graphApi/graphApi';
import { defaultSendingRules } from '../../../nodes/graphApi/sendingRules';
import { business } from '../../../simulator/business';
import { credentialFor } from '../../support/credential';
import { factsOfFailure } from '../../support/failure';
import { drip, dripHeaders, promise, sendEndlessly } from '../../support/hostileServer';
import type { Sent } from '../../support/hostileServer';
import { path } from '../../../nodes/graphApi/path';
import { userAgent } from '../../../nodes/graphApi/userAgent';

/** More bytes than the network buffers of this machine hold, and far fewer than an endless body has. */
const networkBuffers = 32 * 1024 * 1024;

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

async function failureOf(download: Download, url: string): Promise<RequestError> {
	try {
		const { content } = await download(url);
		await content.toArray();
	} catch (error) {
		expect(error).toBeInstanceOf(RequestError);
		return error as RequestError;
	}
	throw new Error('The download succeeded');
}

const failure = (connected: Host, url: string) => failureOf(api(connected).download, url);
const failureAtMeta = (connected: Host, url: string) =>
	failureOf(api(connected).downloadFromMeta, url);

const tokens = ({ received }: Host) => received.map(({ headers }) => headers.authorization);
const bearer = `Bearer ${business.accessToken}`;

describe('download: the token', () => {
	type Name = 'download' | 'downloadFromMeta';
	it.each<[string, Name, (connected: Host, other: Host) => string, unknown[], unknown[]]>([
		[
			'is sent to the host of the connection, if the URL is from Meta',
			'downloadFromMeta',
			(connected) => `${connected.url}/a`,
			[bearer],
			[],
		],
		[
			'is sent to no other host',
			'downloadFromMeta',
			(_own, other) => `${other.url}/a`,
			[],
			[undefined],
		],
		[
			'is dropped when the host of the connection redirects elsewhere',
			'downloadFromMeta',
			(connected, other) => via(connected, `${other.url}/a`),
			[bearer],
			[undefined],
		],
		[
			'is not sent when the host of the connection redirects to itself',
			'downloadFromMeta',
			(connected) => via(connected, `${connected.url}/a`),
			[bearer, undefined],
			[],
		],
		[
			'is not sent when another host redirects to that of the connection',
			'downloadFromMeta',
			(connected, other) => via(other, `${connected.url}/a`),
			[undefined],
			[undefined],
		],
		[
			'is not sent to the host of the connection for a URL that anybody may have chosen',
			'download',
			(connected) => `${connected.url}/v26.0/123?method=delete`,
			[undefined],
			[],
		],
		[
			'is not sent after a redirect for a URL that anybody may have chosen',
			'download',
			(connected, other) => via(connected, via(other, `${connected.url}/a`)),
			[undefined, undefined],
			[undefined],
		],
	])('%s', async (_name, method, urlFrom, atConnected, atOther) => {
		const connected = await host(redirector);
		const other = await host(redirector);
		const { content } = await api(connected)[method](urlFrom(connected, other));
		expect(Buffer.concat(await content.toArray()).toString()).toBe('file');
		for (const { headers } of connected.received) expect(headers['user-agent']).toBe(userAgent);
		expect(tokens(connected)).toEqual(atConnected);
		expect(tokens(other)).toEqual(atOther);
		const sent = JSON.stringify(other.received.map(({ url, headers }) => [url, headers]));
		expect(sent).not.toContain(business.accessToken);
		expect(sent).not.toContain('appsecret_proof');
	});

	it.each<[boolean, string]>([
		[true, 'https://graph.facebook.com/v26.0/1'],
		[true, 'https://api.facebook.com/1'],
		[false, 'https://api.facebook.com.example.com/1'],
		[true, 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1'],
		[true, 'https://LOOKASIDE.fbsbx.com/a'],
		[false, 'http://graph.facebook.com/v26.0/1'],
		[false, 'http://lookaside.fbsbx.com/a'],
		[false, 'https://lookaside.fbsbx.com:8443/a'],
		[false, 'https://lookaside.fbsbx.com.example.com/a'],
		[false, 'https://evil-lookaside.fbsbx.com/a'],
		[false, 'https://graph.facebook.com@example.com/a'],
		[false, 'https://example.com/https://graph.facebook.com/'],
		[false, 'https://graph.facebook.com:8443/a'],
	])('is allowed (%s) for %s', (may, url) => {
		const { mayReceiveSecret } = connectionFromCredential({ ...credentialFor('x'), host: 'meta' });
		expect(mayReceiveSecret(new URL(url))).toBe(may);
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
		[`/${'a'.repeat(300)}.pdf`, {}, `${'a'.repeat(251)}.pdf`],
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

	const metasWords = (code: number) =>
		JSON.stringify({ error: { message: 'Call +49 30 1234', code, type: 'OAuthException' } });

	it("keeps Meta's words", async () => {
		const connected = await host((_request, response) =>
			response.writeHead(401).end(metasWords(190)),
		);
		const { facts } = await failureAtMeta(connected, connected.url);
		expect(facts).toMatchObject({ code: 190, httpStatus: 401 });
		expect(facts.what).toMatch(/access token/);
	});

	describe.each([
		['a URL that anybody may have chosen', (connected: Host) => failure(connected, connected.url)],
		[
			'another host than that of the connection',
			async (other: Host) => failureAtMeta(await host(redirector), other.url),
		],
		[
			'a redirect',
			async (other: Host) => failureAtMeta(other, via(await host(redirector), other.url)),
		],
	])('of %s', (_name, failureFrom) => {
		it.each([190, 424242, 130429])(
			"is not told in words that look like Meta's: %i",
			async (code) => {
				const pretender = await host((_request, response) =>
					response.writeHead(400).end(metasWords(code)),
				);
				const error = await failureFrom(pretender);
				expect(error).toBeInstanceOf(FileError);
				expect(error.message).toMatch(/responded with HTTP status 400/);
				expect(error.facts.code).toBeUndefined();
				expect(error.facts.retryable).toBe(false);
				expect(JSON.stringify(error.facts)).not.toMatch(/1234|token is/);
			},
		);
	});

	it('is not waited for like a limit of WhatsApp when the host wants fewer requests', async () => {
		const connected = await host((_request, response) =>
			response.writeHead(429).end(metasWords(130429)),
		);
		const rules = { ...defaultSendingRules, maxRetries: 1 };
		const { download, retry, report } = graphApi(credentialFor(connected.url), { rules });
		await factsOfFailure(retry(() => download(connected.url)));
		expect(connected.received).toHaveLength(2);
		expect(report).toMatchObject({ retries: 1, throttled: 0 });
	});

	it.each([
		['a refusal', 404],
		['a redirect', 302],
	])('does not read the endless body of %s', async (_name, status) => {
		let sent: Sent | undefined;
		const connected = await host((request, response) => {
			if (request.url !== '/') return void response.writeHead(404).end();
			response.writeHead(status, { location: '/b' });
			sent = sendEndlessly(response);
		});
		expect((await failure(connected, connected.url)).message).toMatch(/HTTP status 404/);
		await sent?.closed;
		expect(sent?.bytes).toBeLessThan(networkBuffers);
	});

	it('reads a limited part of what Meta says', async () => {
		let sent: Sent | undefined;
		const connected = await host((_request, response) => {
			response.writeHead(404);
			sent = sendEndlessly(response);
		});
		expect((await failureAtMeta(connected, connected.url)).message).toMatch(/HTTP status 404/);
		await sent?.closed;
		expect(sent?.bytes).toBeLessThan(networkBuffers);
	});

	it('whose explanation breaks off may be tried again', async () => {
		const connected = await host((_request, response) => {
			response.writeHead(404, { 'content-length': 1000 });
			response.write('{"error":', () => response.destroy());
		});
		const { facts } = await failureAtMeta(connected, connected.url);
		expect(facts).toMatchObject({ outcome: 'notAccepted', retryable: true });
		expect(facts.what).toMatch(/could not be fetched from 127\.0\.0\.1/);
		expect(facts.todo).not.toBe('');
	});

	it('half-way through reaches the reader', async () => {
		const connected = await host((_request, response) => {
			response.writeHead(200, { 'content-length': 100 });
			response.write('half', () => response.destroy());
		});
		const { message, facts } = await failure(connected, connected.url);
		expect(message).toMatch(/could not be fetched from 127\.0\.0\.1/);
		expect(facts).toMatchObject({ outcome: 'notAccepted' });
	});

	it('names the host when a redirect has no target', async () => {
		const connected = await host((_request, response) => response.writeHead(300).end());
		expect((await failure(connected, connected.url)).message).toMatch(
			/responded with HTTP status 300/,
		);
	});

	describe.each<[string, AbortSignal | undefined, number | undefined]>([
		['the time for the file is over', undefined, 200],
		['the time for all files is over', AbortSignal.timeout(200), undefined],
	])('occurs when %s, though', (_name, signal, timeout) => {
		const connection = (connected: Host) => connectionFromCredential(credentialFor(connected.url));
		it.each<[string, (response: ServerResponse) => unknown]>([
			['its bytes keep dripping', drip],
			['its headers keep dripping', dripHeaders],
			['the server keeps promising a response', promise],
			['its body never ends', sendEndlessly],
		])('%s', async (_how, respond) => {
			const closed: Array<Promise<unknown>> = [];
			const connected = await host((_request, response) => {
				closed.push(once(response, 'close'));
				respond(response);
			});
			const download = downloader(connection(connected), {
				fromMeta: false,
				sendNow: jest.fn(),
				signal,
				timeout,
			});
			const read = async () => {
				const { content } = await download(connected.url);
				await finished(content.resume());
			};
			expect(await factsOfFailure(read())).toMatchObject({
				what: expect.stringMatching(/^The file from 127\.0\.0\.1:\d+ did not arrive in time\.$/),
				outcome: 'notAccepted',
				retryable: false,
			});
			await Promise.all(closed);
		});
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
		await send({ method: 'POST', path: path`/1/media`, on: 'phoneNumber', form: { file } });
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
