import { Readable } from 'node:stream';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { FileError } from '../../nodes/graphApi/errors/fileError';
import { graphApi } from '../../nodes/graphApi/graphApi';
import { KnownAccount } from '../../nodes/shared/account/knownAccount';
import { InputError } from '../../nodes/shared/inputError';
import { MediaUploads } from '../../nodes/WhatsAppBusiness/files/mediaUploads';
import type { Operation } from '../../nodes/WhatsAppBusiness/operation';
import { Parameters } from '../../nodes/WhatsAppBusiness/parameters/parameters';
import { noteSentMessages } from '../../nodes/WhatsAppBusiness/run/noteSentMessages';
import { OptOuts } from '../../nodes/WhatsAppBusiness/run/optOuts';
import { Pauses } from '../../nodes/WhatsAppBusiness/run/pauses';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { carryOut } from '../../nodes/WhatsAppBusiness/run/runOperation';
import type { RunTools } from '../../nodes/WhatsAppBusiness/run/runTools';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { caseList } from '../cases/caseList';
import { credentialFor, credentialOf } from '../support/credential';
import { runNode } from '../support/engine';
import { respondJson, startServer } from '../support/server';
import type { TestServer } from '../support/server';
import { path } from '../../nodes/graphApi/path';

let server: TestServer;
let bodyFor: (url: string) => unknown;

describe('Unexpected responses', () => {
	beforeAll(async () => {
		server = await startServer(({ url }, response) => respondJson(response, 200, bodyFor(url)));
	});
	afterAll(() => server.stop());
	beforeEach(() => server.received.splice(0));

	const run = (
		parameters: INodeParameters,
		binary = {},
		credential: CredentialData = credentialFor(server.url),
	) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters,
			credential,
			items: [{ json: {}, binary }],
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
	const changes = () => server.received.filter(({ method }) => method !== 'GET');

	const strangeResponses: IDataObject[] = [
		{},
		{ data: [null, 5, 'x'], id: {}, block_users: [null], paging: 5, components: null },
		{
			data: [{ asset_type: 'FLOW_JSON', download_url: {}, metric: 'BLOCK_RATE', name: {} }],
			validation_errors: [{ message: {}, line_start: {} }],
			status: {},
			rejected_reason: {},
			url: {},
			mime_type: {},
		},
		{
			data: { groups: 'x', data_points: null },
			id: 'x',
			h: [],
			url: 5,
			block_users: { added_users: [null, 5], failed_users: { 0: 1 } },
			failed_join_requests: [{ errors: 'x' }, null],
			paging: { next: 'x', cursors: { after: 5 } },
			messages: null,
		},
	];

	describe.each(caseList)('$operation.resource: $operation.operation', ({ operation, cases }) => {
		const [smallest] = cases;
		it.each(strangeResponses)('yield an output or an error with advice: %j', async (body) => {
			if (!smallest) return;
			bodyFor = () => body;
			const { resource, operation: name } = operation;
			const saved = { resource, operation: name, ...smallest.parameters };
			const { outputs, error } = await run(
				saved,
				smallest.binary,
				credentialOf(smallest, server.url),
			);
			const shown = JSON.stringify([outputs, error?.message, error?.description]);
			const sent = server.received.map(({ url }) => decodeURIComponent(url));
			expect([shown, ...sent].join('\n')).not.toContain('[object');
			if (!error) return;
			expect(error.description).not.toBe('');
			expect(error.description).toEqual(expect.any(String));
			expect(error.message).not.toMatch(/undefined|not a function|not iterable|reading '/);
		});
	});

	const sending = caseList.filter(
		({ operation }) => operation.resource === 'message' && operation.operation.startsWith('send'),
	);

	it.each(sending)(
		'without a message ID do not send $operation.operation twice',
		async ({ operation, cases: [smallest] }) => {
			bodyFor = (url) => (url.includes('/media') ? { id: '5' } : { messages: [{}] });
			const saved = {
				resource: 'message',
				operation: operation.operation,
				...smallest?.parameters,
			};
			const { error } = await run(saved, smallest?.binary);
			expect(error?.message).toMatch(/no message ID/);
			expect(changes().filter(({ url }) => !url.includes('/media'))).toHaveLength(1);
		},
	);

	/** Runs an operation whose response is an ID and returns its output or its error. */
	async function carriedOut(
		method: 'GET' | 'POST',
		does: Pick<Operation, 'output' | 'finish'>,
		helpers = {} as RunTools['helpers'],
	): Promise<unknown> {
		bodyFor = () => ({ id: '7' });
		const credential = credentialFor(server.url);
		const api = graphApi(credential);
		const operation = { displayName: 'Test', action: '', description: '', fields: [], ...does };
		const parameters = new Parameters([], {
			value: () => undefined,
			binary: () => undefined,
			timezone: 'UTC',
		});
		const request = { method, path: path`/1`, on: 'phoneNumber' } as const;
		const ready = { operation, parameters, request };
		const tools: RunTools = {
			api,
			account: new KnownAccount(api),
			credential,
			connect: graphApi,
			n8nUrls: () => [],
			helpers,
			uploads: new MediaUploads(helpers, api),
			found: new Map(),
			sendOnce: () => {
				throw new Error('The operation has no Send Once Key');
			},
			optOuts: new OptOuts(memoryOf(credential)),
			pauses: new Pauses(api),
			noteSent: noteSentMessages(memoryOf(credential)),
		};
		return await carryOut(ready, tools).catch((error: unknown) => error);
	}

	const fails = (error: Error) => ({
		output() {
			throw error;
		},
	});
	const badFile = new InputError(
		'File',
		'contains an empty file',
		'Check where the file comes from.',
	);

	it.each([new TypeError('bug'), badFile])(
		'never make a successful POST a failure: %s',
		async (error) => {
			expect(await carriedOut('POST', fails(error))).toEqual([{ json: { id: '7' } }]);
		},
	);

	it('of a GET report that nothing was changed, or a more specific error', async () => {
		expect(await carriedOut('GET', fails(new TypeError('bug')))).toMatchObject({
			facts: { outcome: 'notAccepted' },
		});
		expect(await carriedOut('GET', fails(badFile))).toBe(badFile);
	});

	it('close a file that n8n does not store', async () => {
		const file = new Readable({ read() {} });
		const helpers = { prepareBinaryData: () => Promise.reject(new Error('The disk is full')) };
		const finish: Operation['finish'] = async (_body, { store }) => {
			await store(file);
			return [];
		};
		await carriedOut('GET', { finish }, helpers as unknown as RunTools['helpers']);
		expect(file.destroyed).toBe(true);
	});

	it.each([
		['ENOSPC', /the disk is full/],
		['EDQUOT', /quota/],
		['EACCES', /may not write/],
		['EROFS', /read-only/],
		['EIO', /EIO/],
	])('are not blamed for a file that n8n cannot store: %s', async (code, reason) => {
		const failure = Object.assign(new Error(`${code}: no, write '/home/node/secret'`), {
			code,
			syscall: 'write',
		});
		const helpers = { prepareBinaryData: () => Promise.reject(failure) };
		const finish: Operation['finish'] = async (_body, { store, retry }) => {
			await retry(() => store(Readable.from(['x'])));
			return [];
		};
		const error = await carriedOut('GET', { finish }, helpers as unknown as RunTools['helpers']);
		expect(error).toBeInstanceOf(FileError);
		const { what, todo, retryable } = (error as FileError).facts;
		expect(what).toMatch(/^n8n could not store the file: /);
		expect(what).toMatch(reason);
		expect(todo).toMatch(/where n8n keeps binary data/);
		expect(`${what} ${todo}`).not.toMatch(/Meta|documentation|secret/);
		expect(retryable).toBe(false);
	});

	it.each([{ to: 16505551234 }, { recipient: 'US.13491208655302741918' }])(
		'without a message ID are rejected for a payload to %j',
		async (recipient) => {
			bodyFor = () => ({});
			const payload = { ...recipient, type: 'text', text: { body: 'Hello' } };
			const { error } = await run({ resource: 'message', operation: 'sendPayload', payload });
			expect(error?.message).toMatch(/no message ID/);
		},
	);

	it.each([{}, { components: null }, { components: [null, { type: 'BODY', text: 5 }] }])(
		'for the template %j leave the message sent once, with what is known of its text',
		async (template) => {
			const sent = { messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] };
			const found = { name: 'order_confirmation', language: 'en_US', ...template };
			bodyFor = (url) => (url.includes('message_templates') ? { data: [found] } : sent);
			const { outputs, error } = await run({
				resource: 'message',
				operation: 'sendTemplate',
				to: '+16505551234',
				template: { __rl: true, mode: 'id', value: 'order_confirmation' },
				languageCode: 'en_US',
				simplify: true,
			});
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]?.json).toMatchObject({ messageId: 'wamid.1' });
			expect(changes()).toHaveLength(1);
		},
	);
});
