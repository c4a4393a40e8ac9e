import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { caseList, playedCases } from '../cases/caseList';
import { isOfKapso } from '../cases/requestCase';
import { credentialFor, credentialOf } from '../support/credential';
import { fileSystemBinaryData, runNode } from '../support/engine';
import { fileContent, files } from '../support/files';
import { aboutRealObjects } from '../support/realObjects';

const to = '+16505551234';
/** What the paths of calls begin with. */
const bases = {
	graph: '/v26.0',
	api: '',
	platform: '/kapso/platform/v1',
	proxy: '/kapso/meta/whatsapp/v24.0',
};
let simulator: Simulator;
let credential: CredentialData;

describe('The WhatsApp Business node', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		credential = credentialFor(simulator.url);
	});
	afterAll(() => simulator.stop());
	beforeEach(() => simulator.reset());

	const run = (
		parameters: INodeParameters,
		items: INodeExecutionData[] = [{ json: {} }],
		settings: Partial<
			Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>
		> = {},
		used = credential,
	) => runNode({ node: new WhatsAppBusiness(), parameters, credential: used, items, settings });

	const sendText = { resource: 'message', operation: 'sendText', to, text: '={{ $json.text }}' };
	const texts = (...values: string[]) => values.map((text) => ({ json: { text } }));
	const sentTexts = () =>
		simulator.messages().map(({ body }) => (body.text as { body: string }).body);

	describe.each(caseList)('$operation.resource: $operation.operation', (listed) => {
		const { operation, cases, computed = [], recalled = [] } = listed;
		const played = playedCases(cases);

		for (const recorded of played) {
			it(`${recorded.name} is accepted by the API`, async () => {
				const { parameters, binary, request } = await aboutRealObjects(simulator, recorded);
				const { resource, operation: name } = operation;
				const saved = { resource, operation: name, ...parameters };
				const used = credentialOf(recorded, simulator.url);
				const { outputs, error } = await run(saved, [{ json: {}, binary }], {}, used);
				expect(error).toBeUndefined();
				expect(outputs[0]).not.toEqual([]);
				expect(outputs[0]?.every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
				// A message ID ends with `=`, which means nothing in a path but may be written as %3D.
				const calls = simulator
					.requests()
					.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
				const base = bases[request.base ?? 'graph'];
				expect(calls).toContain(`${request.method} ${base}${decodeURIComponent(request.path)}`);
			});
		}

		for (const recorded of played.slice(0, 1)) {
			const withRefusal = async () => {
				const { parameters, binary } = await aboutRealObjects(simulator, recorded);
				simulator.addFaults({ kind: 'graphError', code: 200, times: 1 });
				const { resource, operation: name } = operation;
				const saved = { resource, operation: name, ...parameters };
				const used = credentialOf(recorded, simulator.url);
				return run(saved, [{ json: {}, binary }], {}, used);
			};

			const says = operation.recover ? 'recovers from' : 'fails with';
			it(`${says} the error of the API`, async () => {
				const { outputs, error } = await withRefusal();
				const httpCode = isOfKapso(recorded.request) ? '422' : '403';
				// Some only recover from certain errors.
				if (operation.recover && error === undefined) expect(outputs[0]).not.toEqual([]);
				else expect(error).toMatchObject({ name: 'NodeApiError', httpCode });
			});
		}

		for (const { name: shown, parameters, output } of computed) {
			it(`${shown} calls nothing`, async () => {
				const { resource, operation: name } = operation;
				const { outputs } = await run({ resource, operation: name, ...parameters });
				expect(outputs[0]?.map(({ json }) => json)).toEqual([output]);
				expect(simulator.requests()).toEqual([]);
			});
		}

		for (const { name: shown, parameters } of recalled) {
			it(`${shown} calls nothing`, async () => {
				const { resource, operation: name } = operation;
				const { error } = await run({ resource, operation: name, ...parameters });
				expect(error).toBeUndefined();
				expect(simulator.requests()).toEqual([]);
			});
		}
	});

	it('outputs one item per input item, paired and in order', async () => {
		const { outputs } = await run(sendText, texts('one', 'two', 'three'));
		expect(outputs[0]).toMatchObject([0, 1, 2].map((item) => ({ pairedItem: { item } })));
		expect(outputs[0]?.map(({ json }) => json)).toEqual(
			simulator
				.messages()
				.map(({ id, body }) =>
					expect.objectContaining({ messageId: id, text: (body.text as { body: string }).body }),
				),
		);
		expect(sentTexts()).toEqual(['one', 'two', 'three']);
	});

	it('fails with the row of an invalid item before any other is sent', async () => {
		const { error } = await run(sendText, texts('one', ''));
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: "Row 2 of 2 cannot be sent: 'Text' is empty",
			description: expect.stringMatching(
				/^Its expression gave nothing.*Nothing was sent, so it is safe to run again/,
			),
		});
		expect(simulator.requests()).toEqual([]);
	});

	it('names the items that were sent when a refused one ends the run', async () => {
		simulator.addFaults({ kind: 'graphError', code: 131047, recipient: '+447700900123' });
		const items = [to, to, '+447700900123', to].map((recipient) => ({ json: { recipient } }));
		const parameters = { ...sendText, to: '={{ $json.recipient }}', text: 'Hello' };
		const { error } = await run(parameters, items);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(/^Row 3 of 4 \(\+447700900123\) failed: /),
		});
		const said = /Sent: rows? (.*?) \(/.exec(error?.description ?? '')?.[1];
		const sent = simulator.messages().length;
		expect(said).toBe({ 1: '1', 2: '1–2', 3: '1–2, 4' }[sent]);
	});

	it.each([
		['Messages per Second', { messagesPerSecond: 1001 }],
		['Max Retries', { maxRetries: 21 }],
		['Sending Time Limit (Seconds)', { timeLimit: 0 }],
	])("sends nothing when '%s' is out of range", async (field, options) => {
		const { error } = await run({ ...sendText, options }, texts('one'));
		expect(error?.message).toBe(`'${field}' is out of range`);
		expect(simulator.requests()).toEqual([]);
	});

	it.each(['', 'one'])(
		'mentions no other items when there is only one, with the text "%s"',
		async (text) => {
			simulator.addFaults({ kind: 'graphError', code: 131047 });
			const { error } = await run(sendText, texts(text));
			expect(error?.description).not.toMatch(/sent: |failed: item/i);
		},
	);

	it.each([
		[
			"={{ $('Missing').item.json.a }}",
			/^'Text' has an expression that does not work: .*'Missing'/,
		],
		['={{ $json. }}', /^'Text' has an expression that does not work: invalid syntax/],
	])('names the field of an invalid expression: %s', async (text, message) => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const { outputs } = await run({ ...sendText, text }, texts('one'), settings);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			message: expect.stringMatching(message),
			error: { field: 'Text', description: expect.stringMatching(/\w/), outcome: 'notAccepted' },
		});
	});

	it('outputs nothing as sent when the operation does not exist and errors go to the error output', async () => {
		const settings = { onError: 'continueErrorOutput' } as const;
		const { outputs } = await run(
			{ resource: 'message', operation: 'sendOld' },
			texts('one'),
			settings,
		);
		expect(outputs[0] ?? []).toEqual([]);
		expect(outputs[1]).toMatchObject([
			{ json: { message: expect.stringMatching(/'sendOld'.*does not exist/) } },
		]);
	});

	it('outputs the error of a failed item with Continue On Fail and sends the others', async () => {
		simulator.addFaults({ kind: 'graphError', code: 131047, times: 1 });
		const { outputs, error } = await run(sendText, texts('one', '', 'three'), {
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{
				json: {
					error: {
						code: 131047,
						outcome: 'notAccepted',
						safeToSendAgain: true,
						httpStatus: expect.any(Number),
					},
				},
				pairedItem: { item: 0 },
			},
			{
				json: { message: "'Text' is empty", error: { field: 'Text', outcome: 'notAccepted' } },
				pairedItem: { item: 1 },
			},
			{ json: { status: 'accepted' }, pairedItem: { item: 2 } },
		]);
		expect(sentTexts()).toEqual(['three']);
	});

	it('sends failed items to the error output with their input', async () => {
		const { outputs } = await run(sendText, texts('one', ''), { onError: 'continueErrorOutput' });
		expect(outputs[0]).toMatchObject([{ json: { status: 'accepted' } }]);
		expect(outputs[1]).toMatchObject([
			{ json: { text: '', message: "'Text' is empty", error: { field: 'Text' } } },
		]);
	});

	it('retries what was not accepted, keeps the order of a chat and summarizes the run', async () => {
		simulator.addFaults({ kind: 'graphError', code: 131016, times: 3 });
		const { outputs, run: stored } = await run(sendText, texts('one', 'two', 'three'));
		expect(outputs[0]).toHaveLength(3);
		expect(sentTexts()).toEqual(['one', 'two', 'three']);
		const [task] = stored.data.resultData.runData.Tested ?? [];
		expect(task?.hints).toMatchObject([
			{ message: expect.stringMatching(/^3 sent, 0 failed · 3 retries/) },
		]);
	});

	it('warns of what wrong expressions left in texts that were sent', async () => {
		const items = texts('one', 'undefined', '[object Object]', 'undefined', 'Hi undefined,');
		const { outputs, run: stored } = await run(sendText, items);
		expect(outputs[0]).toHaveLength(5);
		expect(sentTexts()).toHaveLength(5);
		const [task] = stored.data.resultData.runData.Tested ?? [];
		expect(task?.hints).toMatchObject([
			{ type: 'info', message: expect.stringMatching(/^5 sent/) },
			{
				type: 'warning',
				message:
					"'Text' is 'undefined' in rows 2, 4. 'Text' is '[object Object]' in row 3. 'Text' contains 'undefined' in row 5. Check the expressions.",
			},
		]);
	});

	it('warns of an expression that was sent as text', async () => {
		const text = 'Hello {{ $json.name }}';
		const { run: stored } = await run({ ...sendText, text }, [{ json: { name: 'Ada' } }]);
		const [task] = stored.data.resultData.runData.Tested ?? [];
		expect(task?.hints).toMatchObject([
			{
				message: expect.stringMatching(
					/^'Text' contains '\{\{ \$json'\. .*'Fixed'.*'Expression'\.$/,
				),
			},
		]);
	});

	it('warns of such an option, without a row for a single item', async () => {
		const options = { linkPreview: false, callbackData: 'NaN' };
		const { run: stored } = await run({ ...sendText, text: 'null', options }, texts('one'));
		const [task] = stored.data.resultData.runData.Tested ?? [];
		expect(task?.hints).toMatchObject([
			{ message: "'Text' is 'null'. 'Callback Data' is 'NaN'. Check the expressions." },
		]);
	});

	it('sends each of 200 messages once through a limit of 80 per second', async () => {
		simulator.updateSettings({ messagesPerSecond: 80, pairLimit: null });
		const items = Array.from({ length: 200 }, (_entry, index) => ({
			json: { recipient: `+1650555${1000 + index}` },
		}));
		for (const { json } of items) {
			await simulator.writeAs(json.recipient.slice(1), { type: 'text', text: 'Hi' });
		}
		// At first faster than allowed: the refused messages must be retried.
		const parameters = { ...sendText, to: '={{ $json.recipient }}', text: 'Hello' };
		const options = { messagesPerSecond: 500 };
		const { outputs, error } = await run({ ...parameters, options }, items);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(200);
		const recipients = simulator.messages().map(({ body }) => body.to);
		expect(recipients.sort()).toEqual(items.map(({ json }) => json.recipient));
	});

	it.each<[INode['onError'], RegExp]>([
		// It is not certain how many others are sent before the run ends.
		['stopWorkflow', /^3 sent( \(\d in an earlier try\))?, /],
		['continueRegularOutput', /^3 sent \(2 in an earlier try\), /],
	])('sends nothing twice when n8n retries the node (%s)', async (onError, hint) => {
		// The first item fails, so that n8n sees a failed try however errors are handled.
		simulator.addFaults({
			kind: 'graphError',
			code: 131016,
			times: 2,
			recipient: '+447700900123',
		});
		const items = ['+447700900123', to, to].map((recipient) => ({ json: { recipient } }));
		const parameters = { ...sendText, to: '={{ $json.recipient }}', text: 'Hello' };
		const {
			outputs,
			error,
			run: stored,
		} = await run({ ...parameters, options: { maxRetries: 0 } }, items, {
			onError,
			retryOnFail: true,
			maxTries: 5,
			waitBetweenTries: 1,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(3);
		const recipients = simulator.messages().map(({ body }) => body.to);
		expect(recipients.sort()).toEqual([to, to, '+447700900123']);
		const [task] = stored.data.resultData.runData.Tested ?? [];
		expect(task?.hints?.at(-1)?.message).toMatch(hint);
	});

	it.each([
		['stop', 1, /outcome of the request is unknown/],
		['sendAgain', 2, /^$/],
	])(
		'with On Unknown Outcome "%s" sends a message whose response is lost %i times',
		async (choice, times, message) => {
			simulator.addFaults({ kind: 'dropAfter', times: 1 });
			const options = { onUnknownOutcome: choice };
			const { error } = await run({ ...sendText, options }, texts('one'), {
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 1,
			});
			expect(error?.message ?? '').toMatch(message);
			expect(sentTexts()).toHaveLength(times);
		},
	);

	it('retries Mark as Read after a cut connection, since twice does no harm', async () => {
		const { id } = await simulator.writeAs(to.slice(1), { type: 'text', text: 'Hi' });
		simulator.addFaults({ kind: 'dropAfter', times: 1 });
		const { outputs, error } = await run({
			resource: 'message',
			operation: 'markAsRead',
			messageId: id,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([{ json: { success: true } }]);
		expect(simulator.requests()).toHaveLength(2);
	});

	it('keeps the token and the app secret out of the execution data', async () => {
		credential = { ...credential, accessToken: 'EAAwrongtoken123' };
		const { run: stored, error } = await run(sendText, texts('one'));
		credential = credentialFor(simulator.url);
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '401' });
		expect(error?.message).toMatch(/token/i);
		const text = JSON.stringify(stored);
		expect(text).not.toContain('EAAwrongtoken123');
		expect(text).not.toContain(business.app.secret);
	});

	it('reports an operation of a newer version', async () => {
		const { error } = await run({ resource: 'message', operation: 'sendHologram' });
		expect(error?.message).toMatch(/'sendHologram' of the resource 'message' does not exist/);
	});

	describe('files', () => {
		const sendMedia = {
			resource: 'message',
			operation: 'sendMedia',
			to,
			mediaType: 'image',
			mediaSource: 'binary',
			binaryPropertyName: 'data',
		};
		const uploads = () => simulator.requests().filter(({ path }) => path.endsWith('/media'));

		it('are uploaded once per run and content, whatever their name', async () => {
			const store = await fileSystemBinaryData();
			const content = Buffer.from(files.png.data, 'base64');
			const items: INodeExecutionData[] = [];
			for (const name of ['a.png', 'b.png']) {
				items.push({ json: {}, binary: { data: await store.store(content, 'image/png', name) } });
			}
			items.push(
				{ json: {}, binary: { data: files.png } },
				{ json: {}, binary: { data: files.jpeg } },
			);
			const { error } = await run(sendMedia, items);
			store.remove();
			expect(error).toBeUndefined();
			expect(uploads()).toHaveLength(2);
			const ids = simulator.messages().map(({ body }) => (body.image as { id: string }).id);
			expect(ids).toHaveLength(4);
			expect(ids[0]).toBe(ids[1]);
			expect(ids[0]).toBe(ids[2]);
			expect(ids[0]).not.toBe(ids[3]);
		});

		it('are uploaded once per number, whatever their label', async () => {
			const [first, second] = business.phoneNumbers;
			const senderPhoneNumberId = { __rl: true, mode: 'id', value: '={{ $json.sender }}' };
			const items = [first.id, second.id, first.id].map((sender) => ({
				json: { sender },
				binary: { data: files.png },
			}));
			const asJpeg = { ...files.png, mimeType: 'image/jpeg' };
			items.push({ json: { sender: first.id }, binary: { data: asJpeg } } as never);
			await simulator.writeAs(to.slice(1), { type: 'text', text: 'Hi', phoneNumberId: second.id });
			const { error } = await run({ ...sendMedia, options: { senderPhoneNumberId } }, items);
			expect(error).toBeUndefined();
			const paths = uploads().map(({ path }) => path.split('/')[2]);
			expect(paths.sort()).toEqual([first.id, second.id]);
		});

		it('are uploaded again for the next item after a refusal', async () => {
			simulator.addFaults({ kind: 'graphError', code: 131053, path: '/media$', times: 1 });
			const items = [0, 1].map(() => ({ json: {}, binary: { data: files.png } }));
			const { outputs } = await run(sendMedia, items, { onError: 'continueRegularOutput' });
			expect(outputs[0]).toMatchObject([
				{ json: { error: { code: 131053 } } },
				{ json: { status: 'accepted' } },
			]);
		});

		it('are read no more often for several items than for one', async () => {
			const store = await fileSystemBinaryData();
			const data = await store.store(fileContent(files.png), 'image/png', 'a.png');
			// The spy only observes.
			const reads = jest.spyOn(Container.get(BinaryDataService), 'getAsStream');
			const readsFor = async (items: number) => {
				reads.mockClear();
				const { error } = await run(sendMedia, Array(items).fill({ json: {}, binary: { data } }));
				expect(error).toBeUndefined();
				return reads.mock.calls.length;
			};
			expect(await readsFor(3)).toBe(await readsFor(1));
			reads.mockRestore();
			store.remove();
		});

		it('are uploaded again when WhatsApp was unavailable', async () => {
			simulator.addFaults({ kind: 'graphError', code: 131016, path: '/media$', times: 1 });
			const items = [0, 1].map(() => ({ json: {}, binary: { data: files.png } }));
			const { outputs } = await run(sendMedia, items);
			expect(outputs[0]).toMatchObject([
				{ json: { status: 'accepted' } },
				{ json: { status: 'accepted' } },
			]);
			expect(uploads()).toHaveLength(2);
		});

		it('are rejected before any request when they are too large', async () => {
			const store = await fileSystemBinaryData();
			const large = await store.store(Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png', 'a.png');
			const { error } = await run(sendMedia, [{ json: {}, binary: { data: large } }]);
			store.remove();
			expect(error?.message).toBe("'Input Binary Field' contains a file of 5.1 MB");
			expect(simulator.requests()).toEqual([]);
		});

		it('are reported with the field when the item does not have them', async () => {
			const { error } = await run(sendMedia, [{ json: {} }]);
			expect(error?.message).toMatch(/'Input Binary Field' names 'data'/);
		});
	});
});
