import { gzipSync } from 'node:zlib';

import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { files, fileContent } from '../support/files';
import { expectOurError, expectText } from './support/errors';
import { brokenOff, endless, hostileHost, json, raw, redirect, reply } from './support/hostileHost';
import type { HostileHost } from './support/hostileHost';
import { attack, attackAndGoOn } from './support/run';
import { secretCredential } from './support/secrets';

// The pauses between retries take no time.
jest.mock('../../nodes/graphApi/wait', () => ({ wait: () => Promise.resolve() }));

let simulator: Simulator;
let host: HostileHost;
const png = fileContent(files.png);

/**
 * The attacker has the host of a file whose address is mapped to 'URL' of Media: Upload, for example because a
 * customer wrote it. Nothing it sends may cost more than a failed item.
 */
describe('A hostile file host', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		host = await hostileHost();
	});
	afterAll(async () => {
		await host.stop();
		await simulator.stop();
	});
	beforeEach(async () => {
		await simulator.reset();
		host.heard.length = 0;
	});

	const credential = () => secretCredential(simulator.url);
	const uploadFrom = (fileUrl: string) => ({
		resource: 'media',
		operation: 'upload',
		fileSource: 'url',
		fileUrl,
	});
	const upload = (fileUrl = `${host.url}/picture.png`) => attack(uploadFrom(fileUrl), credential());
	const uploaded = () =>
		[...simulator.state.media.values()].filter(({ id }) => id !== business.media.id);
	const tokensHeard = () =>
		host.heard.filter(({ headers, url }) =>
			/EAASIMULATOR|appsecret/.test(JSON.stringify([headers, url])),
		);
	/** Requests that reached the Graph API, other than the upload itself. */
	const graphCalls = () =>
		simulator.requests().filter(({ method, path }) => !(method === 'POST' && /media$/.test(path)));

	/** Checks that the run ended with an error of ours, before anything was uploaded, and returns its text. */
	async function expectRefusal(fileUrl?: string): Promise<string> {
		const { error } = await upload(fileUrl);
		expect(uploaded()).toEqual([]);
		expect(tokensHeard()).toEqual([]);
		expect(graphCalls()).toEqual([]);
		return expectOurError(error);
	}

	describe('responds without an end', () => {
		it.each<[string, ReturnType<typeof endless>, number]>([
			['404', endless(404, { enough: 24 }), 16],
			['500', endless(500, { enough: 24 }), 16],
			[
				'403 as JSON',
				endless(403, { start: '{"error":"', chunk: 'a'.repeat(65_536), enough: 24 }),
				16,
			],
			['302', endless(302, { headers: { location: '/again' }, enough: 24 }), 16],
			['200 as a picture', endless(200, { headers: { 'content-type': 'image/png' } }), 40],
			['200 as a web page', endless(200, { headers: { 'content-type': 'text/html' } }), 16],
		])('%s', async (_name, response, megabytes) => {
			host.respond = response.respond;
			await expectRefusal();
			expect(response.cutOff()).toBe(true);
			expect(Math.max(...response.written)).toBeLessThan(megabytes * 1024 * 1024);
		});
	});

	describe('speaks as Meta', () => {
		it.each<[string, number, unknown]>([
			[
				'an expired token',
				401,
				{ error: { code: 190, type: 'OAuthException', message: 'Log in again' } },
			],
			['an expired token with status 400', 400, { error: { code: 190, type: 'x' } }],
			[
				'a code nobody knows',
				400,
				{
					error: {
						code: 424242,
						type: 'x',
						message: 'Your account is locked. Call +1 650 555 0000',
					},
				},
			],
			[
				'a text for users',
				400,
				{
					error: {
						code: 100,
						type: 'x',
						error_user_title: 'Your account is locked.',
						error_user_msg: 'Call +1 650 555 0000',
					},
				},
			],
			[
				'details',
				400,
				{
					error: {
						code: 131009,
						type: 'x',
						error_data: { details: 'Your account is locked. Call +1 650 555 0000' },
					},
				},
			],
			[
				'a trace ID',
				400,
				{
					error: {
						code: 100,
						type: 'x',
						fbtrace_id: 'Your account is locked. Call +1 650 555 0000',
					},
				},
			],
		])('with %s', async (_name, status, body) => {
			host.respond = json(status, body);
			const text = await expectRefusal();
			expect(text).not.toMatch(
				/WhatsApp refused|Meta's details|access token is expired|locked|555 0000|Meta error/i,
			);
			expect(text).toContain(`127.0.0.1:${host.port}`);
		});

		it.each([130429, 80007, 4, 131056, 131016, 131057, 133004])(
			'with the code %i, and is asked no more often than after any other error',
			async (code) => {
				host.respond = (request, response) => {
					const enough = host.heard.length > 20;
					json(enough ? 404 : 400, enough ? '' : { error: { code, type: 'x' } })(request, response);
				};
				await expectRefusal();
				expect(host.heard.length).toBeLessThanOrEqual(8);
			},
		);

		it('with a wait of a year', async () => {
			host.respond = (request, response) => {
				const enough = host.heard.length > 20;
				reply(enough ? 404 : 429, { 'retry-after': '31536000' })(request, response);
			};
			await expectRefusal();
			expect(host.heard.length).toBeLessThanOrEqual(8);
		});
	});

	describe('responds with', () => {
		it.each<[string, HostileHost['respond']]>([
			['an error whose body breaks off', brokenOff(404, '{"error":')],
			['a file that breaks off at once', brokenOff(200, '')],
			[
				'a file that breaks off',
				(request, response) => {
					response.setHeader('content-type', 'image/png');
					brokenOff(200, png.toString('latin1'))(request, response);
				},
			],
			['no response', ({ socket }) => socket.destroy()],
			['a reset connection', ({ socket }) => socket.resetAndDestroy()],
			['no HTTP', raw('SSH-2.0-OpenSSH_9.6\r\n')],
			['HTTP/0.9', raw('<html>hello</html>')],
			['a status of text', raw('HTTP/1.1 OK\r\n\r\n')],
			['a status of 999', raw('HTTP/1.1 999 What\r\ncontent-length: 0\r\n\r\n')],
			[
				'a switch of the protocol',
				raw(
					'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
				),
			],
			['204 with a type', reply(204, { 'content-type': 'image/png' })],
			['304', reply(304, {})],
			['headers of 1 MB', raw(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(1024 * 1024)}\r\n\r\n`)],
			['20,000 headers', raw(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(20_000)}\r\n`)],
			[
				'a chunk of no size',
				raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n'),
			],
			[
				'a chunk of 2^64 bytes',
				raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc'),
			],
			[
				'both kinds of lengths',
				raw('HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\nabc'),
			],
			['a length below zero', raw('HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\nabc')],
			[
				'two lengths',
				raw('HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabcde'),
			],
			[
				'a length that is too large',
				raw(
					`HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: 100\r\n\r\n${png.toString('latin1')}`,
				),
			],
			[
				'a length of 9 exabytes',
				raw(
					`HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: 9000000000000000000\r\n\r\n${png.toString('latin1')}`,
				),
			],
			['an empty file', reply(200, { 'content-type': 'image/png' })],
			[
				'a type that is none',
				reply(200, { 'content-type': 'a\tb; <script>alert(1)</script>' }, png),
			],
			['a type of one slash', reply(200, { 'content-type': '/' }, png)],
			['a type that everything inherits', reply(200, { 'content-type': 'constructor' }, png)],
			[
				'a web page that claims to be a picture of SVG',
				reply(200, { 'content-type': 'image/svg+xml' }, '<svg onload="alert(1)"/>'),
			],
		])('%s', async (_name, respond) => {
			host.respond = respond;
			await expectRefusal();
		});

		it('a length that is too small, of which no more is taken', async () => {
			host.respond = raw(
				`HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: ${png.length}\r\n\r\n${png.toString('latin1')}GET /secret HTTP/1.1\r\n\r\n`,
			);
			const { error } = await upload();
			if (error) expectOurError(error);
			expect(uploaded().every(({ size }) => size === png.length)).toBe(true);
		});

		it('20 MB of zeros in 20 KB of gzip, which are not unpacked', async () => {
			const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
			host.respond = reply(200, { 'content-type': 'image/png', 'content-encoding': 'gzip' }, bomb);
			const { error } = await upload();
			if (error) expectOurError(error);
			expect(uploaded().every(({ size }) => size <= bomb.length)).toBe(true);
		});

		it('an error in gzip, which is not unpacked', async () => {
			const bomb = gzipSync(JSON.stringify({ error: { code: 190, type: 'x' } }));
			host.respond = reply(404, { 'content-encoding': 'gzip' }, bomb);
			await expectRefusal();
		});

		it('a type of 12 KB, which does not reach WhatsApp', async () => {
			const type = `image/${'x'.repeat(12_000)}`;
			host.respond = reply(200, { 'content-type': type }, png);
			const { error } = await upload();
			if (error) expectOurError(error);
			expect(uploaded().every(({ mimeType }) => mimeType === 'image/png')).toBe(true);
		});

		it('a type with parameters of 12 KB, which do not reach WhatsApp', async () => {
			host.respond = reply(200, { 'content-type': `image/png;${' a=b;'.repeat(2_500)}` }, png);
			const { error } = await upload();
			expect(error).toBeUndefined();
			expect(uploaded()).toMatchObject([{ mimeType: 'image/png' }]);
		});
	});

	describe('redirects', () => {
		const graph = () => `${simulator.url}/v26.0/${business.phoneNumbers[0].id}`;

		it.each<[string, () => string]>([
			['to the Graph API', graph],
			['to the Graph API, to delete something', () => `${graph()}?method=delete`],
			['to the media of the Graph API', () => `${simulator.url}/media/${business.media.id}`],
			[
				'to the Graph API with another name in front',
				() => graph().replace('://', '://user:pass@'),
			],
			['to a file on disk', () => 'file:///etc/passwd'],
			['to data', () => 'data:image/png;base64,iVBORw0KGgo='],
			['to FTP', () => 'ftp://127.0.0.1/a'],
			['to a script', () => 'javascript:alert(1)'],
			['to an empty place', () => ' '],
			['to a port that does not exist', () => 'http://127.0.0.1:99999/'],
			['to a broken host', () => 'http://[::1/'],
			['to an address of 12 KB', () => `${host.url}/${'a'.repeat(12_000)}`],
			['to itself', () => '/picture.png'],
			['to a fragment of itself', () => '#again'],
			['with bytes that are no text', () => '\u00ff\u00fe'],
		])('%s', async (_name, location) => {
			host.respond = redirect(location());
			// The Graph API responds in JSON, which is no file for WhatsApp, or refuses a call without a token.
			const { error } = await upload();
			expect(uploaded()).toEqual([]);
			expect(tokensHeard()).toEqual([]);
			const withToken = graphCalls().filter((call) =>
				JSON.stringify(call).includes('EAASIMULATOR'),
			);
			expect(withToken).toEqual([]);
			expect(simulator.requests().filter(({ status }) => status === 200)).toEqual([]);
			const text = expectOurError(error);
			expect(text).not.toMatch(/pass@|root:/);
			expect(host.heard.length).toBeLessThanOrEqual(8);
		});

		it('in a circle of two, which ends soon', async () => {
			host.respond = (request, response) =>
				redirect(request.url === '/a' ? '/b' : '/a')(request, response);
			await expectRefusal();
			expect(host.heard.length).toBeLessThanOrEqual(8);
		});

		it('to a new address each time, which ends soon', async () => {
			host.respond = (request, response) => redirect(`/${host.heard.length}`)(request, response);
			await expectRefusal();
			expect(host.heard.length).toBeLessThanOrEqual(8);
		});
	});

	it.each<[string, () => string]>([
		['the Graph API', () => `${simulator.url}/v26.0/${business.phoneNumbers[0].id}`],
		[
			'the Graph API, to delete something',
			() => `${simulator.url}/v26.0/${business.media.id}?method=delete`,
		],
		['the media host of the Graph API', () => `${simulator.url}/media/${business.media.id}`],
	])('whose address is %s gets no token', async (_name, address) => {
		const { error } = await upload(address());
		expectOurError(error);
		expect(uploaded()).toEqual([]);
		expect(simulator.requests().filter(({ status }) => status === 200)).toEqual([]);
	});

	describe('names the file', () => {
		const long = 'a'.repeat(12_000);
		it.each<[string, string, string?]>([
			['with folders', 'attachment; filename="../../../etc/cron.d/evil.png"'],
			['with folders of Windows', String.raw`attachment; filename="..\\..\\evil.png"`],
			['with encoded folders', "attachment; filename*=UTF-8''..%2f..%2fevil.png"],
			['with folders encoded twice', "attachment; filename*=UTF-8''..%252f..%252fevil.png"],
			['as the folder above', 'attachment; filename=".."'],
			['as this folder', 'attachment; filename="."'],
			['with a line break', "attachment; filename*=UTF-8''a%0d%0aX-Evil:%201.png"],
			['with a quotation mark', String.raw`attachment; filename="a\"; name=\"type.png"`],
			['with a null', "attachment; filename*=UTF-8''a%00.png"],
			['so that it reads backwards', "attachment; filename*=UTF-8''a%E2%80%AEgnp.exe"],
			['with 12 KB', `attachment; filename="${long}.png"`],
			['with 12 KB in the address', '', `/${long}.png`],
			['with nothing', 'attachment; filename=""'],
			['with a broken header', 'attachment; filename="'],
			['with a header that is none', ';;;===;;;'],
			['with 4,000 parameters', `attachment${';a=b'.repeat(4_000)}`],
			['with an unknown character set', "attachment; filename*=utf-99''a.png"],
			['with broken percent signs', "attachment; filename*=UTF-8''%%%E0%A4%A"],
			['after what everything inherits', 'attachment; filename="__proto__"'],
		])('%s', async (_name, disposition, path = '/picture.png') => {
			host.respond = reply(
				200,
				{
					'content-type': 'image/png',
					...(disposition !== '' && { 'content-disposition': disposition }),
				},
				png,
			);
			const { error } = await upload(`${host.url}${path}`);
			if (error) expectOurError(error);
			for (const { fileName = '' } of uploaded()) {
				expect(fileName).not.toMatch(/[/\\\u0000-\u001f\u007f\u202a-\u202e]|^\.{0,2}$/);
				expect(fileName.length).toBeLessThanOrEqual(255);
			}
		});
	});

	it('becomes the error of its item, and of no other', async () => {
		host.respond = json(400, {
			error: { code: 190, type: 'x', message: simulator.business.accessToken },
		});
		const [item] = await attackAndGoOn(uploadFrom(`${host.url}/a`), credential());
		const error = item?.json.error as { message: string; description: string; code?: number };
		expectText(error.message, error.description);
		expect(error.code).toBeUndefined();
	});
});
