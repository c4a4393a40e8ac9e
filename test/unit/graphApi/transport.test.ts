import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { connectionFromCredential } from '../../../nodes/graphApi/hosts';
import { RequestError } from '../../../nodes/graphApi/errors/requestError';
import { graphApi } from '../../../nodes/graphApi/graphApi';
import { defaultSendingRules } from '../../../nodes/graphApi/sendingRules';
import { transport } from '../../../nodes/graphApi/transport';
import type { GraphRequest, JsonObject } from '../../../nodes/graphApi/types';
import { credentialFor } from '../../support/credential';
import { factsOfFailure } from '../../support/failure';
import { drip, dripHeaders, promise, sendEndlessly } from '../../support/hostileServer';
import type { Sent } from '../../support/hostileServer';
import { respondJson, startServer } from '../../support/server';
import type { TestServer } from '../../support/server';
import { path } from '../../../nodes/graphApi/path';
import { version } from '../../../package.json';

const message: GraphRequest = {
	method: 'POST',
	path: path`/1/messages`,
	on: 'phoneNumber',
	body: { text: 'Hello' },
};
const read: GraphRequest = { method: 'GET', path: path`/1`, on: 'phoneNumber' };
const servers: TestServer[] = [];

async function serve(...handler: Parameters<typeof startServer>): Promise<TestServer> {
	const server = await startServer(...handler);
	servers.push(server);
	return server;
}

async function failure(url: string, request: GraphRequest, signal?: AbortSignal) {
	const error: unknown = await graphApi(credentialFor(url), { signal })
		.send(request)
		.then(
			() => undefined,
			(reason: unknown) => reason,
		);
	expect(error).toBeInstanceOf(RequestError);
	return error as RequestError;
}

describe('transport', () => {
	afterEach(async () => {
		await Promise.all(servers.splice(0).map((server) => server.stop()));
	});

	it('sends JSON with the token and the proof and returns the response', async () => {
		const server = await serve((_request, response) => respondJson(response, 200, { id: '7' }));
		const { send } = graphApi(credentialFor(server.url, { accessToken: 'EAA1', appSecret: 's' }));
		expect(await send({ ...message, query: { a: 'ä' } })).toEqual({ body: { id: '7' } });
		const [request] = server.received;
		expect(request).toMatchObject({
			method: 'POST',
			body: '{"text":"Hello"}',
			headers: {
				authorization: 'Bearer EAA1',
				'content-type': 'application/json',
				'user-agent': `n8n-nodes-whatsapp-business/${version}`,
			},
		});
		expect(request?.url).toMatch(/^\/v26\.0\/1\/messages\?a=%C3%A4&appsecret_proof=[0-9a-f]{64}$/);
	});

	it("sends a call to Meta's other host without a version", async () => {
		const server = await serve((_request, response) => respondJson(response, 200, {}));
		const { send } = graphApi(credentialFor(server.url));
		await send({ ...message, base: 'api' });
		await send(message);
		const paths = server.received.map(({ url }) => url?.split('?')[0]);
		expect(paths).toEqual(['/1/messages', '/v26.0/1/messages']);
	});

	it('sends a text as it is', async () => {
		const server = await serve((_request, response) => respondJson(response, 200, {}));
		const text = { content: 'a,ä', mimeType: 'text/csv' };
		await graphApi(credentialFor(server.url)).send({
			method: 'PUT',
			path: path`/1`,
			on: 'phoneNumber',
			text,
		});
		expect(server.received[0]).toMatchObject({
			method: 'PUT',
			body: 'a,ä',
			headers: { 'content-type': 'text/csv' },
		});
	});

	it.each([
		['text', { data: 'a,ä', mimeType: 'text/csv' }],
		['file', { data: 'YSzDpA==', mimeType: 'text/csv', fileName: 'list.csv' }],
	] as const)('gives a response that is a %s', async (responseType, body) => {
		const server = await serve((_request, response) => {
			response.setHeader('content-type', 'Text/CSV; charset=utf-8');
			response.setHeader('content-disposition', 'attachment; filename="list.csv"');
			response.end('a,ä');
		});
		const { send } = graphApi(credentialFor(server.url));
		expect(await send({ ...read, responseType })).toEqual({ body });
		expect(server.received[0]?.headers.accept).toBe('*/*');
	});

	it('takes a response without content as a success, but not for a message', async () => {
		const server = await serve((_request, response) => response.writeHead(204).end());
		const { send } = graphApi(credentialFor(server.url));
		const put: GraphRequest = { method: 'PUT', path: path`/1`, on: 'phoneNumber', body: {} };
		expect(await send(put)).toEqual({ body: {} });
		const countsFor = { phoneNumberId: '1', recipient: '2' };
		expect((await failure(server.url, { ...message, countsFor })).facts.outcome).toBe('unknown');
	});

	it('streams a form whose parts arrive byte for byte', async () => {
		const content = Buffer.from('\u0000\u00ff binary \r\n--x');
		const server = await serve((_request, response) => respondJson(response, 200, { id: 'media' }));
		await graphApi(credentialFor(server.url)).send({
			method: 'POST',
			path: path`/1/media`,
			on: 'phoneNumber',
			form: {
				messaging_product: 'whatsapp',
				subject: 'Grüße',
				file: {
					fileName: 'a "b"\r\nc.png',
					mimeType: 'image/\r\npng',
					size: content.length,
					content: Readable.from([content.subarray(0, 4), content.subarray(4)]),
				},
			},
		});
		const { headers, body } = server.received[0] ?? { headers: {}, body: '' };
		expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body));
		const form = await new Response(body, {
			headers: { 'content-type': String(headers['content-type']) },
		}).formData();
		expect(form.get('messaging_product')).toBe('whatsapp');
		expect(form.get('subject')).toBe('Grüße');
		const file = form.get('file') as File;
		expect(file.name).toBe('a "b"\r\nc.png');
		expect(file.type).toBe('image/png');
		expect(Buffer.from(await file.arrayBuffer())).toEqual(content);
	});

	it('streams a raw body of a known size', async () => {
		const server = await serve((_request, response) =>
			respondJson(response, 200, { h: '4:handle' }),
		);
		await graphApi(credentialFor(server.url)).send({
			method: 'POST',
			path: path`/upload:1`,
			on: 'upload',
			stream: {
				content: Readable.from([Buffer.from('abc'), Buffer.from('def')]),
				size: 6,
				headers: { file_offset: '0' },
			},
		});
		expect(server.received[0]).toMatchObject({
			body: 'abcdef',
			headers: { 'content-length': '6', file_offset: '0' },
		});
	});

	it("keeps Meta's words about an error and adds what it means", async () => {
		const server = await serve((_request, response) =>
			respondJson(response, 400, {
				error: {
					message: '(#131047) Re-engagement message',
					type: 'OAuthException',
					code: 131047,
					error_subcode: 2494010,
					error_data: { messaging_product: 'whatsapp', details: 'More than 24 hours have passed' },
					fbtrace_id: 'Az8or2yhqkZfEZ',
				},
			}),
		);
		const { facts } = await failure(server.url, message);
		expect(facts).toMatchObject({
			outcome: 'notAccepted',
			retryable: false,
			httpStatus: 400,
			code: 131047,
			subcode: 2494010,
			details: 'More than 24 hours have passed',
			fbtraceId: 'Az8or2yhqkZfEZ',
		});
		expect(facts.what).toMatch(/24 hours/);
		expect(facts.todo).toMatch(/template/);
	});

	it('keeps the token out of errors, though Meta quotes a malformed one', async () => {
		const server = await serve((_request, response) =>
			respondJson(response, 400, {
				error: { message: 'Malformed access token EAA SECRET+1 x', code: 999999 },
			}),
		);
		const { send } = graphApi(credentialFor(server.url, { accessToken: 'EAASECRET+1' }));
		const repeating = await serve((_request, response) =>
			respondJson(response, 400, {
				error: { message: 'Bad EAASECRET+1 and EAASECRET%2B1', code: 1 },
			}),
		);
		await expect(send(message)).rejects.toBeInstanceOf(RequestError);
		const other = graphApi(credentialFor(repeating.url, { accessToken: 'EAASECRET+1' }));
		const error = await other.send(message).catch((reason: unknown) => reason as RequestError);
		expect(JSON.stringify([error, (error as RequestError).facts])).not.toContain('EAASECRET');
	});

	it.each<[string, number, string, GraphRequest, Partial<RequestError['facts']>]>([
		['a 502 page', 502, '<html>', message, { outcome: 'unknown', retryable: false }],
		['a 502 page', 502, '<html>', read, { outcome: 'notAccepted', retryable: true }],
		[
			'a 403 page',
			403,
			'<html>',
			message,
			{
				outcome: 'notAccepted',
				retryable: false,
				todo: expect.stringMatching(/the host/) as string,
			},
		],
		[
			'a 429 page',
			429,
			'<html>',
			message,
			{
				outcome: 'notAccepted',
				retryable: true,
				todo: expect.stringMatching(/^Try again/) as string,
			},
		],
		[
			"a gateway's 429",
			429,
			'{"error":{"code":429,"message":"slow down"}}',
			message,
			{ outcome: 'notAccepted', retryable: true },
		],
		['a 408 page', 408, '', message, { outcome: 'unknown', retryable: false }],
		['a redirect', 302, '', message, { outcome: 'notAccepted', retryable: false }],
		['a redirect', 308, '', message, { outcome: 'notAccepted', retryable: false }],
		['a redirect to the result', 303, '', message, { outcome: 'unknown', retryable: false }],
		['truncated JSON', 200, '{"messages":[{', message, { outcome: 'unknown' }],
		['a list', 200, '[]', read, { outcome: 'notAccepted' }],
	])(
		'knows whether the request was carried out after %s (%i)',
		async (_name, status, body, request, facts) => {
			const server = await serve((_request, response) => response.writeHead(status).end(body));
			expect((await failure(server.url, request)).facts).toMatchObject(facts);
		},
	);

	it('keeps the secrets of the request out of errors', async () => {
		const text = '(#99) The PIN 123456 is wrong';
		const error = { message: text, code: 99, error_data: { details: '' } };
		const server = await serve((_request, response) => respondJson(response, 400, { error }));
		const { facts } = await failure(server.url, { ...message, secrets: ['123456'] });
		expect(JSON.stringify(facts)).not.toContain('123456');
		expect(facts.details).toBe('The PIN [hidden] is wrong');
	});

	it.each([200, 400])('treats a partial result with HTTP %i as a success', async (status) => {
		const partial = {
			block_users: { added_users: [] },
			error: { message: 'Some failed', code: 139100 },
		};
		const server = await serve((_request, response) => respondJson(response, status, partial));
		const { send } = graphApi(credentialFor(server.url));
		expect((await send({ ...message, partialResult: 'block_users' })).body).toEqual(partial);
		expect((await failure(server.url, message)).facts.code).toBe(139100);
		expect((await failure(server.url, { ...message, partialResult: 'other' })).facts.code).toBe(
			139100,
		);
	});

	it.each([4, '4'])('treats an error with HTTP 200 as an error: code %j', async (code) => {
		const server = await serve((_request, response) =>
			respondJson(response, 200, { error: { message: 'x', code } }),
		);
		expect((await failure(server.url, message)).facts).toMatchObject({ code: 4, retryable: true });
	});

	const plainErrors: Array<[string, JsonObject, string]> = [
		['a text', { error: 'Invalid API key' }, 'Invalid API key'],
		['an object without a code', { error: { message: 'Not your number' } }, 'Not your number'],
		[
			'a list',
			{ meta: { version: '2.53' }, errors: [{ code: 1013, title: 'No user', details: 'No +1' }] },
			'No user: No +1',
		],
		['a list of texts', { data: [], errors: ['Name is taken'] }, 'Name is taken'],
		['beside a result', { success: false, errors: [{ message: 'Busy' }] }, 'Busy'],
	];

	it.each(plainErrors)('treats an error that is %s as an error', async (_how, body, text) => {
		const server = await serve((_request, response) => respondJson(response, 200, body));
		const what = `The server responded with HTTP status 200: ${text}`;
		const ofRead = (await failure(server.url, read)).facts;
		expect(ofRead).toMatchObject({ what, outcome: 'notAccepted', retryable: false });
		// Nobody says that the message was not accepted.
		const ofMessage = (await failure(server.url, message)).facts;
		expect(ofMessage).toMatchObject({ what, outcome: 'unknown', retryable: false });
	});

	it.each([
		...plainErrors,
		[
			'for developers',
			{ meta: { success: false, developer_message: 'Channel is locked' } },
			'Channel is locked',
		] as const,
	])('keeps the text of a refusal that is %s', async (_how, body, text) => {
		const server = await serve((_request, response) => respondJson(response, 403, body));
		const { facts } = await failure(server.url, message);
		expect(facts.what).toBe(`The server responded with HTTP status 403: ${text}`);
		expect(facts).toMatchObject({ outcome: 'notAccepted', retryable: false, httpStatus: 403 });
		expect(facts.todo).toMatch(/^Correct what the server names/);
	});

	it.each<[string, JsonObject]>([
		['an empty error', { id: '7', error: '' }],
		['no errors', { id: '7', error: null, errors: [] }],
		['errors of some entries', { failed_join_requests: [{ errors: [] }], errors: [{ code: 1 }] }],
	])('treats a response with %s as a success', async (_what, body) => {
		const server = await serve((_request, response) => respondJson(response, 200, body));
		expect(await graphApi(credentialFor(server.url)).send(message)).toEqual({ body });
	});

	it('shortens the text of a refusal and hides the token in it', async () => {
		const error = `Unknown key EAASECRET <b>${'x'.repeat(5000)}`;
		const server = await serve((_request, response) => respondJson(response, 401, { error }));
		const { send } = graphApi(credentialFor(server.url, { accessToken: 'EAASECRET' }));
		const { what } = await factsOfFailure(send(read));
		expect(what).toMatch(/: Unknown key \[hidden\] < b>x+…$/);
		expect(what.length).toBeLessThan(2100);
	});

	it.each([
		['in seconds', () => '7', 7, 7],
		['as a date', () => new Date(Date.now() + 3_600_000).toUTCString(), 3000, 3600],
		['as a date that has passed', () => new Date(0).toUTCString(), 0, 0],
		['as a negative number', () => '-5', 0, 0],
	])('reads Retry-After %s', async (_how, header, least, most) => {
		const server = await serve((_request, response) => {
			response.setHeader('retry-after', header());
			respondJson(response, 429, { error: { message: 'x', code: 130429 } });
		});
		const { retryAfter, retryable } = (await failure(server.url, message)).facts;
		expect(retryable).toBe(true);
		expect(retryAfter).toBeGreaterThanOrEqual(least);
		expect(retryAfter).toBeLessThanOrEqual(most);
	});

	it('leaves no timer behind after a response', async () => {
		const timers = () =>
			process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
		const server = await serve((_request, response) => respondJson(response, 200, {}));
		const { send } = graphApi(credentialFor(server.url));
		await send(read);
		const before = timers();
		for (let index = 0; index < 10; index++) await send(read);
		expect(timers()).toBeLessThan(before + 10);
	});

	it('reports an unknown outcome when the connection is cut after the message was written', async () => {
		const server = await serve((_request, _response, socket) => socket.destroy());
		const counted: GraphRequest = { ...message, countsFor: { phoneNumberId: '1' } };
		const { facts } = await failure(server.url, counted);
		expect(facts).toMatchObject({ outcome: 'unknown', retryable: false });
		expect(facts.todo).toMatch(/status webhooks before you send it again/);
		expect((await failure(server.url, read)).facts).toMatchObject({ outcome: 'notAccepted' });
	});

	it('names no chat and no status when a request that is no message is cut', async () => {
		const server = await serve((_request, _response, socket) => socket.destroy());
		const { facts } = await failure(server.url, message);
		expect(facts).toMatchObject({ outcome: 'unknown', retryable: false });
		expect(facts.todo).toMatch(/^It may or may not have been carried out/);
	});

	it('reports that nothing was sent when the host refuses the connection', async () => {
		const port = await freePort();
		const { facts } = await failure(`http://127.0.0.1:${port}`, message);
		expect(facts).toMatchObject({
			outcome: 'notAccepted',
			retryable: true,
			networkCode: 'ECONNREFUSED',
		});
		expect(facts.what).toMatch(/did not reach WhatsApp/);
	});

	it('reports that nothing was sent when the host does not exist', async () => {
		const { facts } = await failure('http://no-such-host.invalid', message);
		expect(facts).toMatchObject({ outcome: 'notAccepted', retryable: true });
	});

	it('reports that nothing was sent when the host does not speak TLS', async () => {
		const server = await serve((_request, response) => respondJson(response, 200, {}));
		const { facts } = await failure(`https://127.0.0.1:${server.port}`, message);
		expect(facts).toMatchObject({ outcome: 'notAccepted' });
		expect(server.received).toEqual([]);
	});

	it('does not follow redirects, so the token stays with the host', async () => {
		const elsewhere = await serve((_request, response) => respondJson(response, 200, {}));
		const server = await serve((_request, response) =>
			response.writeHead(302, { location: elsewhere.url }).end(),
		);
		await failure(server.url, read);
		expect(elsewhere.received).toEqual([]);
	});

	it('sends a digest of the app secret as proof, not the secret', async () => {
		const server = await serve((_request, response) => respondJson(response, 200, {}));
		await graphApi(credentialFor(server.url, { appSecret: 'very secret' })).send(read);
		const sent = JSON.stringify(server.received);
		expect(sent).not.toContain('very secret');
		expect(sent).not.toContain(createHash('sha256').update('very secret').digest('hex'));
	});

	async function freePort(): Promise<number> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise<void>((resolve) => server.close(() => resolve()));
		return port;
	}

	it('closes its files when it cannot send them', async () => {
		const server = await serve((_request, response) => response.end());
		await server.stop();
		const [formFile, streamFile] = [new Readable({ read() {} }), new Readable({ read() {} })];
		const part = { fileName: 'a', mimeType: 'image/png', content: formFile };
		await failure(server.url, {
			method: 'POST',
			path: path`/1/media`,
			on: 'phoneNumber',
			form: { file: part },
		});
		const stream = { content: streamFile, size: 1, headers: {} };
		await failure(server.url, {
			method: 'POST',
			path: path`/../1`,
			on: 'phoneNumber',
			stream,
		}).catch(() => undefined);
		expect([formFile.destroyed, streamFile.destroyed]).toEqual([true, true]);
	});

	it.each([
		[{ code: 504, message: 'upstream request timeout' }],
		[{ code: null, message: 'no healthy upstream' }],
		[{ code: 4, message: 'deadline exceeded', status: 'DEADLINE_EXCEEDED' }],
	])("does not mistake a gateway's error for Meta's: %j", async (error) => {
		const server = await serve((_request, response) => respondJson(response, 504, { error }));
		const { facts } = await failure(server.url, message);
		expect(facts).toMatchObject({ outcome: 'unknown', retryable: false });
	});

	it("does not mistake a missing code for Meta's code 0", async () => {
		const error = { code: null, message: 'bad gateway' };
		const server = await serve((_request, response) => respondJson(response, 400, { error }));
		expect((await failure(server.url, message)).facts.code).toBeUndefined();
	});

	it('shares the limit of a number across versions of the API', async () => {
		const accepted = { messages: [{ id: 'wamid.7' }] };
		const server = await serve((_request, response) => respondJson(response, 200, accepted));
		const counted = { ...message, countsFor: { phoneNumberId: '1', recipient: '2' } };
		const rules = { ...defaultSendingRules, messagesPerSecond: 0.001 };
		const controller = new AbortController();
		const sendWith = (apiVersion: string) =>
			graphApi(credentialFor(server.url, { apiVersion }), {
				rules,
				signal: controller.signal,
			}).send(counted);
		await sendWith('v24.0');
		const second = sendWith('v26.0');
		await Promise.race([second, sleep(200)]);
		controller.abort();
		await expect(second).rejects.toBeInstanceOf(RequestError);
		expect(server.received).toHaveLength(1);
	});

	describe('a hostile host', () => {
		it.each<[string, number, GraphRequest, Partial<RequestError['facts']>]>([
			['a page', 404, read, { outcome: 'notAccepted', retryable: false, httpStatus: 404 }],
			['a page', 502, message, { outcome: 'unknown', retryable: false, httpStatus: 502 }],
			['a response', 200, read, { outcome: 'notAccepted', retryable: false }],
			['a response', 200, message, { outcome: 'unknown', retryable: false }],
		])(
			'that sends %s without end (%i) gets few bytes across',
			async (_name, status, request, facts) => {
				let sent: Sent | undefined;
				const server = await serve((_request, response) => {
					response.writeHead(status, { 'content-type': 'application/json' });
					sent = sendEndlessly(response);
				});
				const error = await failure(server.url, request);
				expect(error.facts).toMatchObject(facts);
				expect(error.facts.todo).not.toBe('');
				await sent?.closed;
				// What is read, and what the network buffers.
				expect(sent?.bytes).toBeLessThan(40 * 1024 * 1024);
			},
		);

		it.each<[string, (response: ServerResponse) => Sent]>([
			['its headers', dripHeaders],
			['interim responses', promise],
			['its body', drip],
		])('that sends %s without end is given up in time', async (_name, respond) => {
			let sent: Sent | undefined;
			const server = await serve((_request, response) => {
				sent = respond(response);
			});
			const connection = connectionFromCredential(credentialFor(server.url));
			const send = transport(connection, { responseTimeout: 300 });
			expect(await factsOfFailure(send(message))).toMatchObject({ outcome: 'unknown' });
			expect((await factsOfFailure(send(read))).what).toMatch(/did not respond in time|half-way/);
			await sent?.closed;
		});
	});

	it('reads a long list of results, even with an error status', async () => {
		const failed = Array.from({ length: 1000 }, (_, index) => ({
			input: `${4_930_000_000 + index}`,
			errors: [
				{ message: 'Failed to block user', code: 139_101, error_data: { details: 'x'.repeat(99) } },
			],
		}));
		const body = { block_users: { failed_users: failed }, error: { message: 'x', code: 139_100 } };
		const server = await serve((_request, response) => respondJson(response, 400, body));
		const { send } = graphApi(credentialFor(server.url));
		expect((await send({ ...message, partialResult: 'block_users' })).body).toEqual(body);
	});

	it('reads JSON that begins with a byte order mark', async () => {
		const server = await serve((_request, response) => response.end('\ufeff{"id":"1"}'));
		expect(await graphApi(credentialFor(server.url)).send(read)).toEqual({ body: { id: '1' } });
	});
});
