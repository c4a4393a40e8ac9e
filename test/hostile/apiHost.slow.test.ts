import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { business } from '../../simulator/business';
import { files } from '../support/files';
import { expectSimilarCost } from './support/cost';
import { expectOurError, expectText } from './support/errors';
import { brokenOff, endless, hostileHost, json, raw, redirect, reply } from './support/hostileHost';
import type { HostileHost } from './support/hostileHost';
import { attack, attackAndGoOn } from './support/run';
import { secretCredential, secretsIn } from './support/secrets';

// The pauses between retries take no time.
jest.mock('../../nodes/graphApi/wait', () => ({ wait: () => Promise.resolve() }));

let host: HostileHost;
/** Another host of the attacker, which must never hear anything. */
let elsewhere: HostileHost;

const read: INodeParameters = { resource: 'phoneNumber', operation: 'get' };
const sendText: INodeParameters = {
	resource: 'message',
	operation: 'sendText',
	to: '+16505551234',
	text: 'A text nobody else may see',
	options: { maxRetries: 0, messagesPerSecond: 0 },
};
const list: INodeParameters = {
	resource: 'template',
	operation: 'getMany',
	returnAll: true,
	simplify: false,
};
const download: INodeParameters = { resource: 'media', operation: 'download', mediaId: '1' };
const downloadFlow: INodeParameters = {
	resource: 'flow',
	operation: 'getJson',
	flow: { __rl: true, mode: 'id', value: '1' },
};
const operations: Array<[string, INodeParameters]> = [
	['a read', read],
	['a message', sendText],
	['a list', list],
	['a download', download],
];

/**
 * The attacker runs the gateway that the credential names as its Base URL, so it knows the token. It must not
 * learn the app secret, send the token elsewhere, or cost more than a failed item.
 */
describe('A hostile API host', () => {
	beforeAll(async () => {
		host = await hostileHost();
		elsewhere = await hostileHost();
	});
	afterAll(async () => {
		await host.stop();
		await elsewhere.stop();
	});
	beforeEach(() => {
		host.heard.length = 0;
		elsewhere.heard.length = 0;
	});

	const credential = () => secretCredential(host.url);
	const run = (parameters: INodeParameters) => attack(parameters, credential());

	async function expectRefusal(parameters: INodeParameters): Promise<string> {
		const { error } = await run(parameters);
		expect(elsewhere.heard).toEqual([]);
		expect(host.heard.length).toBeLessThanOrEqual(8);
		const text = expectOurError(error);
		expect(text).not.toContain(sendText.text);
		return text;
	}

	describe.each(operations)('in response to %s', (_operation, parameters) => {
		it.each<[string, () => ReturnType<typeof endless>, number]>([
			['404 without an end', () => endless(404, { enough: 24 }), 16],
			['500 without an end', () => endless(500, { enough: 24 }), 16],
			[
				'400 in JSON without an end',
				() =>
					endless(400, { start: '{"error":{"message":"', chunk: 'a'.repeat(65_536), enough: 24 }),
				16,
			],
			['200 without an end', () => endless(200, { enough: 64 }), 48],
			[
				'200 in JSON without an end',
				() => endless(200, { start: '{"data":[', chunk: '1,'.repeat(32_768), enough: 64 }),
				48,
			],
			['302 without an end', () => endless(302, { headers: { location: '/' }, enough: 24 }), 16],
		])('%s', async (_name, make, megabytes) => {
			const response = make();
			host.respond = response.respond;
			await expectRefusal(parameters);
			expect(response.cutOff()).toBe(true);
			expect(Math.max(...response.written)).toBeLessThan(megabytes * 1024 * 1024);
		});

		it.each<[string, HostileHost['respond']]>([
			['a web page', reply(200, { 'content-type': 'text/html' }, '<html>Log in</html>')],
			[
				'a web page as an error',
				reply(403, { 'content-type': 'text/html' }, '<html>Log in</html>'),
			],
			['nothing', reply(200, {})],
			['null', json(200, 'null')],
			['a number', json(200, '1e999')],
			['a text', json(200, '"ok"')],
			['a list', json(200, '[]')],
			['half a JSON', json(200, '{"data":[')],
			['a body that breaks off', brokenOff(200, '{"data":')],
			['an error that breaks off', brokenOff(400, '{"error":')],
			['a cut connection', ({ socket }) => socket.destroy()],
			['no HTTP', raw('SSH-2.0-OpenSSH_9.6\r\n')],
			['headers of 1 MB', raw(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(1024 * 1024)}\r\n\r\n`)],
			['a chunk of no size', raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n')],
			[
				'a switch of the protocol',
				raw('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
			],
			['an error that is null', json(400, { error: null })],
			['an error that is a text', json(400, { error: 'no' })],
			['an error of lists', json(400, { error: { message: [], code: [], error_data: [] } })],
			['an error with the code of infinity', json(400, '{"error":{"code":1e999,"message":"no"}}')],
			[
				'an error with a code of what everything inherits',
				json(400, { error: { code: 'constructor', type: 'x' } }),
			],
			[
				'an error with a negative code',
				json(400, { error: { code: -1, type: 'x', message: 'no' } }),
			],
			[
				'an error nested 100,000 deep',
				json(400, `${'{"error":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
			],
			[
				'a list nested 100,000 deep, in an error',
				json(
					400,
					`{"error":{"code":100,"error_data":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
				),
			],
		])('%s', async (_name, respond) => {
			host.respond = respond;
			await expectRefusal(parameters);
		});

		it('redirects to another host', async () => {
			host.respond = redirect(`${elsewhere.url}/v26.0/me`);
			await expectRefusal(parameters);
		});

		it.each(['message', 'error_user_msg', 'error_user_title', 'fbtrace_id', 'details'])(
			'an error of 1 MB in %s',
			async (key) => {
				const text = 'Trust me. '.repeat(100_000);
				const error = { code: 100, type: 'x', [key]: text, error_data: { [key]: text } };
				host.respond = json(400, { error });
				await expectRefusal(parameters);
			},
		);

		it('an error in HTML, which the editor does not show as such', async () => {
			const text = '<a href="https://evil.example">Log in</a><img src=x onerror=alert(1)>';
			host.respond = json(400, { error: { code: 100, type: 'x', message: text } });
			const shown = await expectRefusal(parameters);
			expect(shown.replace(/<a href="[^"]*" target="_blank">documentation<\/a>/, '')).not.toMatch(
				/<\w/,
			);
		});

		it('an error with control characters', async () => {
			const text = 'no\u0000\u0007\u001b[2J\u202ereversed';
			host.respond = json(400, { error: { code: 100, type: 'x', message: text } });
			await expectRefusal(parameters);
		});
	});

	describe('repeats what it was sent, and more, in an error:', () => {
		const keys = ['message', 'error_user_msg', 'error_user_title', 'fbtrace_id', 'details'];
		const { accessToken, appSecret, appsecretProof, verifyToken } = secretsIn(
			secretCredential('http://127.0.0.1'),
		);
		const secrets = Object.entries({ accessToken, appSecret, appsecretProof, verifyToken });
		it.each(
			keys.flatMap((key) => secrets.map(([name, secret = '']) => [key, name, secret] as const)),
		)('in %s, the %s', async (key, _name, secret) => {
			for (const parameters of [read, sendText]) {
				for (const spelled of [secret, encodeURIComponent(secret), `"${secret}"`]) {
					const text = `No such thing as /?a=${spelled}&b=${spelled}.`;
					const error = { code: 100, type: 'x', [key]: text, error_data: { [key]: text } };
					host.respond = json(400, { error });
					host.heard.length = 0;
					await expectRefusal(parameters);
					const [item] = await attackAndGoOn(parameters, credential());
					expect(item?.json.error).toBeDefined();
				}
			}
		});
	});

	describe('responds to a list with', () => {
		const page = (paging: unknown, data: unknown = [{ id: '1', name: 'a' }]) =>
			json(200, { data, paging });

		it('a next page on another host', async () => {
			host.respond = (request, response) =>
				page({
					next: `${elsewhere.url}/v26.0/1?after=b`,
					cursors: { after: String(host.heard.length) },
				})(request, response);
			host.respond = onlyTimes(3, host.respond, page({}));
			const { outputs, error } = await run(list);
			expect(error).toBeUndefined();
			expect(outputs[0]).toHaveLength(4);
			expect(elsewhere.heard).toEqual([]);
		});

		it.each<[string, unknown]>([
			['the same page for ever', { next: 'x', cursors: { after: 'same' } }],
			['a cursor that is a list', { next: 'x', cursors: { after: ['a'] } }],
			['a cursor that is an object', { next: 'x', cursors: { after: { a: 1 } } }],
			['paging that is a text', 'x'],
			[
				'paging of what everything inherits',
				JSON.parse('{"__proto__":{"next":"x","cursors":{"after":"a"}}}'),
			],
		])('%s', async (_name, paging) => {
			host.respond = onlyTimes(20, page(paging), page({}));
			const { outputs, error } = await run(list);
			if (error) expectOurError(error);
			expect(host.heard.length).toBeLessThanOrEqual(3);
			expect((outputs[0] ?? []).length).toBeLessThanOrEqual(3);
			expect(elsewhere.heard).toEqual([]);
		});

		it('a cursor that would replace the token', async () => {
			host.respond = onlyTimes(
				1,
				page({ next: 'x', cursors: { after: '1&access_token=EVIL&method=delete#' } }),
				page({}),
			);
			await run(list);
			const [, second] = host.heard.map(({ url = '' }) => new URL(url, host.url).searchParams);
			expect(second?.get('access_token')).toBeNull();
			expect(second?.get('method')).toBeNull();
		});

		it('20,000 entries on a page, at a cost that grows with their number', async () => {
			const entries = (count: number) =>
				json(200, { data: Array.from({ length: count }, () => 1) });
			const runWith = (count: number) => async () => {
				host.respond = entries(count);
				const { error } = await run(list);
				if (error) expectOurError(error);
			};
			await runWith(10)();
			await expectSimilarCost(runWith(20_000), runWith(10_000), '20,000 entries');
		});
	});

	describe('responds with keys that everything inherits', () => {
		const pollution =
			'{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"hasOwnProperty":1,"toString":1,"valueOf":1,"toJSON":1,"then":1,"length":-1}';
		it.each<[string, INodeParameters]>([...operations, ['the JSON of a Flow', downloadFlow]])(
			'to %s',
			async (_name, parameters) => {
				host.respond = json(
					200,
					`{"id":"1","messages":[{"id":"wamid.1","__proto__":{"polluted":"yes"}}],"data":[${pollution},{"asset_type":"FLOW_JSON","download_url":"x",${pollution.slice(1)}],"url":"x",${pollution.slice(1)}`,
				);
				const { error } = await run(parameters);
				if (error) expectOurError(error);
				expect(({} as IDataObject).polluted).toBeUndefined();
			},
		);
	});

	describe('leads elsewhere', () => {
		it.each<[string, INodeParameters, (url: string) => unknown]>([
			[
				'with the URL of a media file',
				download,
				(url) => ({ id: '1', url, mime_type: 'image/png' }),
			],
			[
				'with the URL of a Flow',
				downloadFlow,
				(url) => ({ data: [{ asset_type: 'FLOW_JSON', download_url: url }] }),
			],
		])('%s, which gets no token', async (_name, parameters, body) => {
			host.respond = json(200, body(`${elsewhere.url}/picture.png`));
			elsewhere.respond = json(200, { version: '7.0', screens: [] });
			const { error } = await run(parameters);
			if (error) expectOurError(error);
			expect(JSON.stringify(elsewhere.heard)).not.toMatch(/EAASIMULATOR|authorization|appsecret/i);
		});

		it.each<[string, string]>([
			['Meta with another name in front', 'https://lookaside.fbsbx.com@127.0.0.1:PORT/'],
			['a name that ends like Meta', 'http://lookaside.fbsbx.com.127.0.0.1.nip.invalid:PORT/'],
			['a backslash', 'http://lookaside.fbsbx.com\\@127.0.0.1:PORT/'],
			['a file', 'file:///etc/passwd'],
			['data', 'data:image/png;base64,aGk='],
			['nothing', ''],
			['a path', '/v26.0/me'],
			['64 KB', `http://127.0.0.1:PORT/${'a'.repeat(65_536)}`],
		])('with the URL of a media file that is %s', async (_name, url) => {
			host.respond = json(200, {
				id: '1',
				mime_type: 'image/png',
				url: url.replace('PORT', String(elsewhere.port)),
			});
			const { error } = await run(download);
			if (error) expectOurError(error);
			expect(JSON.stringify(elsewhere.heard)).not.toMatch(/EAASIMULATOR|authorization|appsecret/i);
		});

		it.each([
			'../../../evil?x=1',
			'%2e%2e/%2e%2e/evil',
			'upload:1/../../evil',
			'//evil.example/x',
			'upload:1?access_token=EVIL',
			'upload:1#x',
			'upload:1\\..\\evil',
			'upload:1\r\nx-evil: 1',
			'__proto__',
			`upload:${'a'.repeat(65_536)}`,
		])('with the upload session %j', async (id) => {
			host.respond = json(200, { id, h: '4:handle' });
			const { error } = await attack(
				{ resource: 'media', operation: 'createHeaderHandle' },
				credential(),
				{ items: [{ json: {}, binary: { data: { ...files.png } } }] },
			);
			if (error) expectOurError(error);
			for (const { url = '', headers } of host.heard) {
				expect(url).toMatch(/^\/v26\.0\//);
				expect(url).not.toMatch(/\.\.|%2e%2e|\/\/|EVIL/i);
				expect(headers['x-evil']).toBeUndefined();
			}
		});
	});

	it('responds with a checksum that does not fit', async () => {
		elsewhere.respond = reply(200, {}, 'abc');
		host.respond = json(200, {
			id: '1',
			url: `${elsewhere.url}/a`,
			mime_type: 'image/png',
			sha256: '0'.repeat(64),
		});
		const { outputs, error } = await run(download);
		expectOurError(error);
		expect(outputs[0] ?? []).toEqual([]);
	});

	it('responds with a type and an ID of a megabyte for a file', async () => {
		const text = 'a/../'.repeat(200_000);
		elsewhere.respond = reply(200, {}, 'abc');
		host.respond = json(200, { id: text, url: `${elsewhere.url}/`, mime_type: text });
		const [item] = await attackAndGoOn(download, credential());
		const failed = item?.json.error as IDataObject | undefined;
		if (failed) expectText(String(failed.message), String(failed.description));
		const { fileName = '', mimeType = '' } = item?.binary?.data ?? {};
		expect(fileName).not.toMatch(/[/\\]/);
		expect(fileName.length).toBeLessThanOrEqual(255);
		expect(mimeType.length).toBeLessThanOrEqual(255);
	});

	it('gets the token only in its header, and the proof of the app secret', async () => {
		host.respond = json(200, { id: business.phoneNumbers[0].id });
		await run(read);
		const { appSecret, verifyToken, privateKey } = secretsIn(credential());
		const heard = JSON.stringify(host.heard);
		for (const secret of [appSecret, verifyToken, privateKey]) expect(heard).not.toContain(secret);
		expect(host.heard.every(({ url = '' }) => !url.includes('EAASIMULATOR'))).toBe(true);
	});
});

/** Responds in one way a number of times, then in another. */
function onlyTimes(
	count: number,
	first: HostileHost['respond'],
	then: HostileHost['respond'],
): HostileHost['respond'] {
	let left = count;
	return (request, response) => (left-- > 0 ? first : then)(request, response);
}
