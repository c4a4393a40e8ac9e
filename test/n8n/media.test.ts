import { createHash, randomBytes } from 'node:crypto';
import { createServer as createProxy, connect } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:http';
import type { Readable } from 'node:stream';
import type { RequestListener } from 'node:http';

import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { graphApi } from '../../nodes/graphApi/graphApi';
import { path } from '../../nodes/graphApi/path';
import { KnownAccount } from '../../nodes/shared/account/knownAccount';
import { operations } from '../../nodes/WhatsAppBusiness/operationList';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { parametersFor } from '../support/buildRequest';
import { credentialFor } from '../support/credential';
import { fileSystemBinaryData, runNode } from '../support/engine';
import { fileContent, files } from '../support/files';

let simulator: Simulator;
const servers: Server[] = [];

// Tests before the first call run in n8n's memory mode.
let store: Awaited<ReturnType<typeof fileSystemBinaryData>> | undefined;
const onDisk = async () => (store ??= await fileSystemBinaryData());

describe('Media', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(async () => {
		await simulator.stop();
		store?.remove();
	});
	beforeEach(() => simulator.reset());
	afterEach(() => {
		for (const server of servers.splice(0)) server.close();
	});

	const run = (
		resource: string,
		operation: string,
		parameters: INodeParameters,
		binary?: INodeExecutionData['binary'],
		changes: Partial<CredentialData> = {},
	) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource, operation, ...parameters },
			credential: credentialFor(simulator.url, changes),
			items: [{ json: {}, binary }],
		});

	async function listen(server: Server): Promise<string> {
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	const serve = (respond: RequestListener) => listen(createServer(respond));
	const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
	const uploaded = () => [...simulator.state.media.values()].filter(({ id }) => id !== seeded.id);
	const seeded = business.media;

	it("is named in the title of Meta's error if its ID is wrong", async () => {
		const { error } = await run('message', 'sendMedia', {
			to: `+${business.customers[0].waId}`,
			mediaType: 'image',
			mediaSource: 'id',
			mediaId: '99',
		});
		expect(error?.message).toMatch(/^'Media ID': A field of the request is unknown/);
		expect(error?.description).toMatch(/^Meta's details about 'Media ID': Param image/);
	});

	describe('upload from a URL', () => {
		const upload = (url: string) => run('media', 'upload', { fileSource: 'url', fileUrl: url });

		it.each(['with', 'without'])('uploads the file %s a Content-Length', async (length) => {
			const content = Buffer.concat([fileContent(files.png), randomBytes(3 * 1024 * 1024)]);
			const url = await serve((request, response) => {
				expect(request.headers.authorization).toBeUndefined();
				if (length === 'with') response.setHeader('content-length', content.length);
				response.setHeader('content-type', 'application/octet-stream').end(content);
			});
			const { outputs, error } = await upload(`${url}/plants/cactus.png?v=2`);
			expect(error).toBeUndefined();
			expect(uploaded()).toMatchObject([
				{
					id: outputs[0]?.[0]?.json.id,
					mimeType: 'image/png',
					fileName: 'cactus.png',
					sha256: sha256(content),
				},
			]);
		});

		it.each<[string, RequestListener, RegExp]>([
			[
				'a web page instead of a file',
				(_request, response) => response.setHeader('content-type', 'text/html').end('<html>'),
				/'URL' leads to a file of the type text\/html/,
			],
			[
				'a file whose Content-Length is too large',
				(_request, response) => {
					response.writeHead(200, {
						'content-type': 'image/png',
						'content-length': 5 * 1024 ** 2 + 1,
					});
					response.write(fileContent(files.png));
				},
				/'URL' leads to a file of 5.1 MB/,
			],
			[
				'a static sticker that is too large',
				(_request, response) => {
					const sticker = Buffer.concat([fileContent(files.webp), Buffer.alloc(100 * 1024)]);
					response.setHeader('content-length', sticker.length).end(sticker);
				},
				/'URL' leads to a file of 101 KB/,
			],
			['an empty file', (_request, response) => response.end(), /'URL' leads to an empty file/],
			[
				'a URL that responds with 404',
				(_request, response) => response.writeHead(404).end(),
				/could not be fetched: 127\.0\.0\.1:\d+ responded with HTTP status 404/,
			],
		])('rejects %s before WhatsApp is called', async (_name, respond, message) => {
			const { error } = await upload(await serve(respond));
			expect(error?.message).toMatch(message);
			expect(simulator.requests()).toEqual([]);
		});

		it('starts the upload while the file still arrives', async () => {
			let finish = () => {};
			const url = await serve((_request, response) => {
				response.writeHead(200, { 'content-type': 'image/png' });
				response.write(Buffer.concat([fileContent(files.png), Buffer.alloc(100_000)]));
				finish = () => response.end();
			});
			let received = 0;
			const graph = await serve((request, response) => {
				request.on('data', (chunk: Buffer) => {
					received += chunk.length;
					if (received > 50_000) finish();
				});
				request.on('end', () => response.end('{"id":"1"}'));
			});
			const parameters = { fileSource: 'url', fileUrl: url };
			const { error } = await run('media', 'upload', parameters, undefined, { baseUrl: graph });
			expect(error).toBeUndefined();
			expect(received).toBeGreaterThan(100_000);
		});

		it('aborts when a file of unknown size is too large', async () => {
			const url = await serve((_request, response) => {
				response.write(fileContent(files.png));
				const more = (): void => {
					if (response.write(Buffer.alloc(64 * 1024))) setImmediate(more);
					else response.once('drain', more);
				};
				more();
			});
			const { error } = await upload(url);
			expect(error?.message).toBe("'URL' leads to a file of more than 5 MB");
			expect(error?.description).toMatch(/at most 5 MB for an image/);
			expect(uploaded()).toEqual([]);
		});
	});

	it('sends a file of unknown type with the type of its content', async () => {
		const parameters = { to: '+16505551234', mediaType: 'document', mediaSource: 'binary' };
		const data = { ...files.pdf, mimeType: 'application/octet-stream' };
		const { error } = await run('message', 'sendMedia', parameters, { data });
		expect(error).toBeUndefined();
		expect(uploaded()).toMatchObject([{ mimeType: 'application/pdf' }]);
	});

	describe('download', () => {
		const download = (parameters: INodeParameters = {}) =>
			run('media', 'download', { mediaId: seeded.id, ...parameters });

		it('puts the file into the item', async () => {
			const { outputs, error } = await download();
			expect(error).toBeUndefined();
			expect(outputs[0]).toEqual([
				{
					json: expect.objectContaining({ id: seeded.id, mime_type: 'image/png' }) as unknown,
					binary: {
						data: expect.objectContaining({
							data: seeded.base64,
							fileName: seeded.fileName,
							fileExtension: 'png',
							mimeType: 'image/png',
						}) as unknown,
					},
					pairedItem: { item: 0 },
				},
			]);
		});

		it('uses the given file name and field', async () => {
			const { outputs } = await download({
				binaryPropertyName: ' picture ',
				options: { fileName: 'cactus.png' },
			});
			expect(outputs[0]?.[0]?.binary).toEqual({
				picture: expect.objectContaining({ fileName: 'cactus.png' }) as unknown,
			});
		});

		it('gives a voice message a name with the extension of its type', async () => {
			await simulator.writeAs(business.customers[0].waId, { type: 'audio' });
			const { message } = simulator.state.received.at(-1) ?? {};
			const { id } = (message as { audio: { id: string } }).audio;
			const { outputs, error } = await download({ mediaId: id });
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]?.binary?.data).toMatchObject({
				fileName: `${id}.ogg`,
				mimeType: 'audio/ogg',
			});
		});

		it('streams a large file to disk', async () => {
			const content = randomBytes(5 * 1024 * 1024);
			const form = new FormData();
			form.append('messaging_product', 'whatsapp');
			form.append('type', 'application/pdf');
			form.append('file', new Blob([content], { type: 'application/pdf' }), 'large.pdf');
			const response = await fetch(`${simulator.url}/v26.0/${business.phoneNumbers[0].id}/media`, {
				method: 'POST',
				headers: { authorization: `Bearer ${business.accessToken}` },
				body: form,
			});
			const { id } = (await response.json()) as { id: string };
			await onDisk();
			const { outputs, error } = await download({ mediaId: id });
			const file = outputs[0]?.[0]?.binary?.data;
			expect(error).toBeUndefined();
			expect(file).toMatchObject({ fileName: 'large.pdf', mimeType: 'application/pdf' });
			expect(file?.id).toMatch(/^filesystem/);
			expect(sha256(await Container.get(BinaryDataService).getAsBuffer(file as IBinaryData))).toBe(
				sha256(content),
			);
		});

		it('stores the file while it still arrives', async () => {
			let finish = () => {};
			const graph = await serve((_request, response) => {
				response.write('first');
				finish = () => response.end(' second');
			});
			const stored: string[] = [];
			const prepareBinaryData = async (content: Readable) => {
				for await (const chunk of content) {
					stored.push(String(chunk));
					finish();
				}
				return { data: '', mimeType: 'text/plain' };
			};
			const operation = operations.find(
				(each) => `${each.resource}.${each.operation}` === 'media.download',
			);
			if (!operation?.finish) throw new Error('Download has one call only');
			const credential = credentialFor(graph);
			const api = graphApi(credential);
			await operation.finish(
				{ id: '1', url: `${graph}/a` },
				{
					...api,
					account: api.connection.account,
					withAccount: (build) => new KnownAccount(api).use(build),
					credential,
					connect: graphApi,
					n8nUrls: () => [],
					parameters: parametersFor(operation, { mediaId: '1' }),
					request: { method: 'GET', path: path`/1`, on: 'phoneNumber' },
					open: () => Promise.reject(new Error('There is nothing to open')),
					oncePerRun: (_key, find) => find(),
					store: prepareBinaryData,
				},
			);
			expect(stored).toEqual(['first', ' second']);
		});

		it('rejects a damaged file', async () => {
			const media = simulator.state.media.get(seeded.id);
			if (media) media.sha256 = sha256(Buffer.from('another'));
			const { error } = await download();
			expect(error?.message).toMatch(/arrived damaged/);
		});

		it('reports a file that is gone', async () => {
			const { error } = await download({ mediaId: '1' });
			expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '400' });
		});
	});

	it('uploads a file on disk again when WhatsApp was unavailable', async () => {
		const content = Buffer.concat([fileContent(files.jpeg), randomBytes(200_000)]);
		const data = await (await onDisk()).store(content, 'application/octet-stream', 'a');
		simulator.addFaults({ kind: 'graphError', code: 131016, path: '/media$', times: 1 });
		const { error } = await run('media', 'upload', {}, { data });
		expect(error).toBeUndefined();
		expect(uploaded()).toMatchObject([{ mimeType: 'image/jpeg', sha256: sha256(content) }]);
	});

	describe('createHeaderHandle', () => {
		const content = Buffer.concat([fileContent(files.jpeg), randomBytes(2 * 1024 * 1024)]);
		const received = () => [...simulator.state.uploadedFiles.values()];
		const posts = () =>
			simulator.requests().filter(({ method, path }) => method === 'POST' && /upload:/.test(path));

		async function create(url = simulator.url) {
			const data = await (await onDisk()).store(content, 'image/jpeg', 'sample.jpg');
			return await run('media', 'createHeaderHandle', {}, { data }, { baseUrl: url });
		}

		it('returns the handle of the file', async () => {
			const { outputs, error } = await create();
			expect(error).toBeUndefined();
			expect(outputs[0]).toMatchObject([{ json: { handle: expect.stringMatching(/^4:/) } }]);
			expect(received()).toEqual([
				{ mimeType: 'image/jpeg', size: content.length, sha256: sha256(content) },
			]);
		});

		it.each(['dropBefore', 'dropAfter'] as const)('continues after %s', async (kind) => {
			simulator.addFaults({ kind, method: 'POST', path: '/upload:', times: 1 });
			const { error } = await create();
			expect(error).toBeUndefined();
			expect(posts()).toHaveLength(2);
			expect(received()).toMatchObject([{ sha256: sha256(content) }]);
		});

		it('continues where it stopped when the connection is cut half-way', async () => {
			let cuts = 0;
			let forwarded = 0;
			const target = Number(new URL(simulator.url).port);
			// Cuts the connection once half of the file has passed.
			const proxy = createProxy((client) => {
				const server = connect(target, '127.0.0.1');
				for (const socket of [client, server]) socket.on('error', () => undefined);
				server.pipe(client);
				let passed = 0;
				client.on('data', (chunk: Buffer) => {
					passed += chunk.length;
					forwarded += chunk.length;
					server.write(chunk);
					if (cuts === 0 && passed > content.length / 2) {
						cuts++;
						server.end();
						client.destroy();
					}
				});
				client.on('close', () => server.end());
			});
			const { outputs, error } = await create(await listen(proxy));
			expect(error).toBeUndefined();
			expect(cuts).toBe(1);
			expect(outputs[0]?.[0]?.json.handle).toMatch(/^4:/);
			expect(received()).toMatchObject([{ sha256: sha256(content) }]);
			// Starting over would send one and a half times the file.
			expect(forwarded).toBeLessThan(content.length * 1.3);
		});

		it('finds the app with the token', async () => {
			const changes = { appId: '' };
			const { outputs } = await run(
				'media',
				'createHeaderHandle',
				{},
				{ data: files.png },
				changes,
			);
			expect(outputs[0]?.[0]?.json.handle).toMatch(/^4:/);
		});
	});

	describe('businessProfile: update', () => {
		it('uploads the picture to the app and sends its handle', async () => {
			const updateFields = { pictureBinaryProperty: 'data' };
			const { error } = await run(
				'businessProfile',
				'update',
				{ updateFields },
				{ data: files.png },
			);
			expect(error).toBeUndefined();
			const { outputs } = await run('businessProfile', 'get', {});
			expect(outputs[0]?.[0]?.json).toMatchObject({
				about: 'Succulent specialists!',
				profile_picture_url: expect.stringContaining(sha256(fileContent(files.png))) as unknown,
			});
		});
	});

	describe('rawApi', () => {
		const templates = { path: '/{wabaId}/message_templates?limit=3', options: { fields: 'name' } };

		it('returns the response as it is', async () => {
			const { outputs } = await run('rawApi', 'get', templates);
			expect(outputs[0]).toHaveLength(1);
			expect(outputs[0]?.[0]?.json).toMatchObject({ paging: { cursors: {} } });
			expect(outputs[0]?.[0]?.json.data).toHaveLength(3);
		});

		it('returns every entry of every page', async () => {
			const { outputs } = await run('rawApi', 'get', { ...templates, returnAll: true });
			const names = outputs[0]?.map(({ json }) => json.name);
			expect(names).toEqual(simulator.state.templates.map(({ name }) => name));
			expect(simulator.requests().length).toBe(Math.ceil(simulator.state.templates.length / 3));
		});

		it('returns deleted: true', async () => {
			const { outputs } = await run('rawApi', 'delete', { path: `/${seeded.id}` });
			expect(outputs[0]).toMatchObject([{ json: { deleted: true } }]);
			expect(simulator.state.media.has(seeded.id)).toBe(false);
		});

		describe.each(['post', 'put', 'patch', 'delete'])('%s', (operation) => {
			const echo = { path: '/echo' };

			it('sends a form with a file', async () => {
				const { outputs } = await run(
					'rawApi',
					operation,
					{
						...echo,
						bodyContentType: 'form',
						formFields: {
							field: [
								{ name: 'type', value: 'x' },
								{ name: 'file', fieldType: 'binary', binaryPropertyName: 'data' },
							],
						},
					},
					{ data: files.pdf },
				);
				expect(outputs[0]?.[0]?.json).toMatchObject({
					method: operation.toUpperCase(),
					contentType: 'multipart/form-data',
					fields: { type: 'x' },
					files: [{ name: 'file', mimeType: 'application/pdf' }],
				});
			});

			it('sends a text of any type', async () => {
				const text = { bodyContentType: 'text', bodyText: 'a=ä', bodyMimeType: 'text/csv' };
				const { outputs } = await run('rawApi', operation, { ...echo, ...text });
				expect(outputs[0]?.[0]?.json).toMatchObject({ contentType: 'text/csv', contentLength: 4 });
			});

			it('sends a file', async () => {
				const binary = { data: files.pdf };
				const file = { ...echo, bodyContentType: 'binary' };
				const { outputs } = await run('rawApi', operation, file, binary);
				expect(outputs[0]?.[0]?.json).toMatchObject({
					contentType: 'application/pdf',
					contentLength: Buffer.byteLength(files.pdf.data, 'base64'),
				});
			});
		});

		it('gives a response that is a text', async () => {
			const text = { path: '/echo?as=text', options: { responseFormat: 'text' } };
			const { outputs } = await run('rawApi', 'get', text);
			expect(outputs[0]?.[0]?.json).toMatchObject({
				data: expect.stringMatching(/^got \{"method":"GET"/),
				mimeType: 'text/plain',
			});
		});

		it('gives a response that is a file', async () => {
			const file = { path: '/echo?as=file', options: { responseFormat: 'file' } };
			const { outputs } = await run('rawApi', 'patch', file);
			const [item] = outputs[0] ?? [];
			expect(item?.json).toEqual({ mimeType: 'application/octet-stream', fileName: 'echo.bin' });
			const stored = Container.get(BinaryDataService);
			const content = await stored.getAsBuffer(item?.binary?.data as IBinaryData);
			expect(JSON.parse(content.toString())).toMatchObject({ method: 'PATCH' });
		});

		it('reports an error of the API, whatever the format', async () => {
			const options = { responseFormat: 'file' };
			const { error } = await run('rawApi', 'put', { path: '/{wabaId}', options });
			expect(error?.message).toMatch(/does not exist/);
		});

		it("reaches Meta's other host", async () => {
			const { outputs } = await run('rawApi', 'post', {
				path: '/{wabaId}/message_templates/archive',
				body: '{ "hsm_ids": ["1"] }',
				options: { host: 'api' },
			});
			expect(outputs[0]?.[0]?.json).toHaveProperty('failed_templates');
		});

		it('sends no token to another host', async () => {
			const { error } = await run('rawApi', 'post', { path: 'https://example.com/collect' });
			expect(error?.message).toBe("'Path' cannot be sent");
			expect(error?.description).toMatch(/full URL/);
		});
	});
});
