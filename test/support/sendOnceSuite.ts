import { LoggerProxy } from 'n8n-workflow';
import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { memoryOf } from '../../nodes/memory/memoryOf';
import { sqliteModule } from '../../nodes/memory/sqliteModule';
import { ProcessLife } from '../../nodes/memory/processLife';
import { recipientDigest, recordKeyOf, writeRecord } from '../../nodes/shared/sendOnceRecord';
import type { SendOnceRecord } from '../../nodes/shared/sendOnceRecord';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { FaultInput, Simulator } from '../../simulator';
import { caseList } from '../cases/caseList';
import { messagePayload, statusPayload } from '../unit/trigger/payloads';
import { credentialFor } from './credential';
import { runNode } from './engine';
import { signedPost } from './signedPost';
import { TriggerHost } from './triggerHost';
import { until } from './until';

const [phone] = business.phoneNumbers;
const to = '+16505551234';
const other = '+447700900123';

/** Tests the option 'Send Once Key' with the memory that this process has, or with one in Redis. */
export function describeSendOnce(memoryName: string, redisUrl?: () => string): void {
	const isInRedis = redisUrl !== undefined;
	const isInProcess = !isInRedis && sqliteModule() === undefined;
	let simulator: Simulator;
	let credential: CredentialData;
	let keys = 0;
	/** A file keeps what earlier tests left in it. */
	const newKey = () => `order-${++keys}`;

	describe(`A message with a Send Once Key, remembered in ${memoryName}`, () => {
		beforeAll(async () => {
			simulator = await startSimulator({ port: 0 });
			credential = credentialFor(simulator.url, { redisUrl: redisUrl?.() });
		});
		afterAll(() => simulator.stop());
		beforeEach(async () => {
			await simulator.reset();
			// On Node.js without SQLite, the memory says so in n8n's log.
			jest.spyOn(LoggerProxy, 'warn').mockImplementation(() => undefined);
		});
		afterEach(() => jest.restoreAllMocks());

		const text = { resource: 'message', operation: 'sendText', to, text: 'Your order is here' };
		const run = (
			parameters: INodeParameters,
			items: INodeExecutionData[] = [{ json: {} }],
			settings: Partial<INode> = {},
		) => runNode({ node: new WhatsAppBusiness(), parameters, credential, items, settings });
		const send = (
			sendOnceKey: unknown,
			options: INodeParameters = {},
			parameters: INodeParameters = {},
		) =>
			run({
				...text,
				...parameters,
				options: { sendOnceKey, maxRetries: 0, ...options } as INodeParameters,
			});
		const rows = (...json: Array<{ key: string; to: string }>) =>
			json.map((row) => ({ json: row }));
		const perRow = {
			...text,
			to: '={{ $json.to }}',
			options: { sendOnceKey: '={{ $json.key }}', maxRetries: 0 },
		};
		const jsonOf = ({ outputs }: Awaited<ReturnType<typeof run>>) =>
			outputs[0]?.map(({ json }) => json);
		const hintsOf = ({ run: { data } }: Awaited<ReturnType<typeof run>>) =>
			(data.resultData.runData.Tested?.[0]?.hints ?? []).map(({ message }) => message);
		const fault = (change: FaultInput) =>
			simulator.addFaults({ path: '/messages$', times: 1, ...change });

		it.each([
			['', {}],
			[' without a limit of the rate', { messagesPerSecond: 0 }],
		])('is sent once%s, and comes out with its response the second time', async (_how, options) => {
			const key = newKey();
			const [first] = jsonOf(await send(key, options)) ?? [];
			expect(first).toMatchObject({ status: 'accepted', alreadySent: false });
			const second = await send(key, options);
			expect(jsonOf(second)).toEqual([{ ...first, alreadySent: true }]);
			expect(hintsOf(second)[0]).toMatch(/^0 sent, 1 already sent earlier, 0 failed/);
			expect(simulator.messages()).toHaveLength(1);
		});

		it("comes out with Meta's response without 'Simplify'", async () => {
			const key = newKey();
			const [first] = jsonOf(await send(key, {}, { simplify: false })) ?? [];
			const [second] = jsonOf(await send(key, {}, { simplify: false })) ?? [];
			expect(first).toMatchObject({ messages: [{ id: simulator.messages()[0]?.id }] });
			expect(second).toEqual({ ...first, alreadySent: true });
		});

		it('leaves the output of messages without a key as it is', async () => {
			expect(jsonOf(await run(text))?.[0]).not.toHaveProperty('alreadySent');
		});

		it("does not take 'alreadySent' of the input for its own", async () => {
			const parameters = {
				...text,
				options: { sendOnceKey: newKey(), keepInputFields: true },
			};
			const result = await run(parameters, [{ json: { alreadySent: true, row: 7 } }]);
			expect(jsonOf(result)).toMatchObject([{ alreadySent: false, row: 7 }]);
		});

		it.each<[string, unknown, RegExp]>([
			['empty', '', /is empty/],
			['of spaces', '   ', /is empty/],
			['that its expression does not give', '={{ $json.missing }}', /is empty/],
			['that is null', '={{ null }}', /is empty/],
			["of what an expression left: 'undefined'", 'order-undefined', /contains 'undefined'/],
			['of what an expression left: an object', '={{ "x" + {} }}', /contains '\[object Object\]'/],
			['that is too long', 'x'.repeat(513), /has 513 characters/],
			['that is no text', '={{ ["a"] }}', /is not a text/],
		])('is refused with a key %s', async (_kind, key, problem) => {
			const { error } = await send(key);
			expect(error?.message).toMatch(/^'Send Once Key' /);
			expect(error?.message).toMatch(problem);
			expect(simulator.requests()).toEqual([]);
		});

		it("is refused with an expression in a field set to 'Fixed', and says where to set it", async () => {
			const { error } = await send('offer-{{ $json.id }}');
			expect(error?.message).toBe("'Send Once Key' contains '{{ $json'");
			expect(error?.description).toContain("with the field set to 'Expression'");
		});

		it.each([0, 0.5, 1.5, 366])('is refused with a key that is kept %d days', async (days) => {
			const { error } = await send(newKey(), { sendOnceKeyDays: days });
			expect(error?.message).toBe("'Keep Send Once Key (Days)' is out of range");
			expect(error?.description).toContain('a whole number');
		});

		const sentAgain = 'is sent again when the days of its key are over';
		// Redis has its own clock, which no test can set; its lifetimes have tests of their own.
		if (!isInRedis)
			it(sentAgain, async () => {
				const key = newKey();
				await send(key, { sendOnceKeyDays: 2 });
				const later = Date.now() + 2 * 86_400_000 + 1;
				const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
				try {
					expect(jsonOf(await send(key))).toMatchObject([{ alreadySent: false }]);
				} finally {
					clock.mockRestore();
				}
				expect(simulator.messages()).toHaveLength(2);
			});

		it('is sent once when two rows of a run have its key', async () => {
			const key = newKey();
			const result = await run(perRow, rows({ key, to }, { key, to: '+1 (650) 555-1234' }));
			const outputs = jsonOf(result) ?? [];
			expect(outputs.map(({ alreadySent }) => alreadySent)).toEqual([false, true]);
			expect(outputs[1]?.messageId).toBe(outputs[0]?.messageId);
			expect(simulator.messages()).toHaveLength(1);
		});

		it('is refused before anything is sent when rows for several recipients have one key', async () => {
			const key = newKey();
			const { error } = await run(perRow, rows({ key, to }, { key, to: other }));
			expect(error?.message).toBe(
				"Row 2 of 2 cannot be sent: 'Send Once Key' was used for another recipient",
			);
			expect(error?.description).toMatch(/Use a key that is different for each message/);
			expect(simulator.requests()).toEqual([]);
		});

		it('is refused with a key that another run used for another recipient', async () => {
			const key = newKey();
			await send(key);
			const { error } = await send(key, {}, { to: other });
			expect(error?.message).toBe("'Send Once Key' was used for another recipient");
			expect(simulator.messages()).toHaveLength(1);
		});

		it('is not the same from another number', async () => {
			const key = newKey();
			const sender = { __rl: true, mode: 'id', value: business.phoneNumbers[1].id };
			await send(key);
			expect(jsonOf(await send(key, {}, { sender }))).toMatchObject([{ alreadySent: false }]);
		});

		it('gives its key back when it was certainly not accepted', async () => {
			const key = newKey();
			fault({ kind: 'graphError', code: 131047 });
			expect((await send(key)).error).toBeDefined();
			expect(jsonOf(await send(key))).toMatchObject([{ alreadySent: false }]);
			expect(simulator.messages()).toHaveLength(1);
		});

		it('keeps its key through retries of what was not accepted', async () => {
			const key = newKey();
			simulator.addFaults({ path: '/messages$', kind: 'graphError', code: 131016, times: 3 });
			const result = await send(key, { maxRetries: 5 });
			expect(jsonOf(result)).toMatchObject([{ alreadySent: false }]);
			expect(simulator.messages()).toHaveLength(1);
		});

		it('is not sent again when its outcome is unknown, and says since when', async () => {
			const key = newKey();
			fault({ kind: 'dropAfter' });
			expect((await send(key)).error?.message).toMatch(/outcome of the request is unknown/);
			const { outputs } = await run({ ...text, options: { sendOnceKey: key } }, [{ json: {} }], {
				onError: 'continueRegularOutput',
			});
			expect(outputs[0]?.[0]?.json).toMatchObject({
				message: expect.stringMatching(
					/^The message with this 'Send Once Key' may have been sent at 20\d\d-\S+Z by execution test: its outcome is unknown\.$/,
				),
				error: { outcome: 'unknown', safeToSendAgain: false },
			});
			expect(simulator.messages()).toHaveLength(1);
		});

		it("is sent again after an unknown outcome with 'Send Again', and once only", async () => {
			const key = newKey();
			fault({ kind: 'dropBefore' });
			await send(key);
			const again = { onUnknownOutcome: 'sendAgain' };
			const results = await Promise.all([send(key, again), send(key, again), send(key, again)]);
			const outputs = results.flatMap((result) => jsonOf(result) ?? []);
			expect(outputs.map(({ alreadySent }) => alreadySent).sort()).toEqual([false, true, true]);
			expect(simulator.messages()).toHaveLength(1);
		});

		it('stays unknown when the next try was certainly not accepted', async () => {
			const key = newKey();
			fault({ kind: 'dropAfter' });
			fault({ kind: 'graphError', code: 131047 });
			const result = await send(key, { onUnknownOutcome: 'sendAgain', maxRetries: 3 });
			expect(result.error?.description).toMatch(/An earlier try got no response/);
			expect((await send(key)).error?.message).toMatch(/its outcome is unknown/);
			expect(simulator.messages()).toHaveLength(1);
		});

		it("keeps its outcome in the tries of 'Retry On Fail'", async () => {
			const first = newKey();
			const second = newKey();
			fault({ kind: 'graphError', code: 131047, recipient: other });
			const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
			const items = rows({ key: first, to }, { key: second, to: other });
			const result = await run(perRow, items, settings);
			expect(jsonOf(result)).toMatchObject([{ alreadySent: false }, { alreadySent: false }]);
			expect(hintsOf(result)[0]).toMatch(/^2 sent \(1 in an earlier try\)/);
			expect(simulator.messages()).toHaveLength(2);
		});

		it('is sent once by runs at the same moment', async () => {
			const ours = Array.from({ length: 40 }, newKey);
			const items = rows(...ours.map((key, index) => ({ key, to: `+4915511${100000 + index}` })));
			const results = await Promise.all([run(perRow, items), run(perRow, items)]);
			const outputs = results.flatMap((result) => jsonOf(result) ?? []);
			expect(outputs.filter(({ alreadySent }) => alreadySent === false)).toHaveLength(40);
			expect(outputs.filter(({ alreadySent }) => alreadySent === true)).toHaveLength(40);
			expect(simulator.messages()).toHaveLength(40);
		});

		it('waits for no permit when it was sent earlier', async () => {
			const ours = [newKey(), newKey(), newKey()];
			const items = rows(...ours.map((key, index) => ({ key, to: `+4915511${100000 + index}` })));
			await run(perRow, items);
			const options = { ...perRow.options, messagesPerSecond: 0.001 };
			const outputs = jsonOf(await run({ ...perRow, options }, items)) ?? [];
			expect(outputs.map(({ alreadySent }) => alreadySent)).toEqual([true, true, true]);
		});

		it('is not claimed while it waits for its permit', async () => {
			const ours = [newKey(), newKey(), newKey()];
			const items = rows(...ours.map((key, index) => ({ key, to: `+4915511${100000 + index}` })));
			const options = { ...perRow.options, messagesPerSecond: 0.001 };
			let stop: () => void = () => undefined;
			const running = runNode({
				node: new WhatsAppBusiness(),
				parameters: { ...perRow, options },
				credential,
				items,
				onStart: (cancel) => (stop = cancel),
			});
			await until(() => simulator.messages().length === 1);
			const claims = await Promise.all(
				ours.map((key) => memoryOf(credential).get(recordKeyOf(simulator.url, phone.id, key))),
			);
			expect(claims.slice(1)).toEqual([undefined, undefined]);
			stop();
			await running;
			const outputs = jsonOf(await run(perRow, items)) ?? [];
			expect(outputs.map(({ alreadySent }) => alreadySent)).toEqual([true, false, false]);
			expect(simulator.messages()).toHaveLength(3);
		});

		it.each([
			['says so where only this process remembers it', 1, isInProcess],
			['says nothing where others know of it', 0, !isInProcess],
		])('%s', async (_what, count, applies) => {
			if (!applies) return;
			const hints = hintsOf(await send(newKey()));
			expect(hints).toHaveLength(count);
			if (count) expect(hints[0]).toMatch(/of 1 message\. Node\.js \S+ has no SQLite/);
		});

		describe('that another process', () => {
			const recordKey = (key: string) => recordKeyOf(simulator.url, phone.id, key);
			const put = async (
				key: string,
				state: Partial<SendOnceRecord> & Pick<SendOnceRecord, 'state'>,
			) => {
				const now = Date.now();
				const recipient = recipientDigest(recordKey(key), to);
				const common = { recipient, at: now, execution: '4711', until: now + 60_000 };
				const record = writeRecord({ ...common, ...state } as SendOnceRecord);
				await memoryOf(credential).set(recordKey(key), record, 60_000);
			};

			it('is sending is waited for', async () => {
				const key = newKey();
				const life = new ProcessLife(memoryOf(credential));
				await put(key, { state: 'claimed', worker: await life.begin() });
				const running = send(key);
				const response = { messages: [{ id: 'wamid.other' }] };
				setTimeout(() => void put(key, { state: 'sent', response }), 400);
				const outputs = jsonOf(await running);
				life.stop();
				expect(outputs).toMatchObject([{ messageId: 'wamid.other', alreadySent: true }]);
				expect(simulator.messages()).toEqual([]);
			});

			it('is sending is sent when it gives the key back', async () => {
				const key = newKey();
				const life = new ProcessLife(memoryOf(credential));
				await put(key, { state: 'claimed', worker: await life.begin() });
				const running = send(key);
				setTimeout(() => void put(key, { state: 'givenBack' }), 400);
				const outputs = jsonOf(await running);
				life.stop();
				expect(outputs).toMatchObject([{ alreadySent: false }]);
			});

			it('is sending for longer than the time limit is not waited for', async () => {
				const key = newKey();
				const life = new ProcessLife(memoryOf(credential));
				await put(key, { state: 'claimed', worker: await life.begin() });
				const { error } = await send(key, { timeLimit: 1 });
				life.stop();
				expect(error?.message).toMatch(/^Another run began .* execution 4711 and has not finished/);
				expect(simulator.requests()).toEqual([]);
			});

			it('was sending when it was killed has an unknown outcome', async () => {
				const key = newKey();
				await put(key, { state: 'claimed', worker: { process: 'gone', work: 1 } });
				const { error } = await send(key);
				expect(error?.message).toMatch(/may have been sent at .* by execution 4711/);
				expect(simulator.requests()).toEqual([]);
			});

			it('left damaged has an unknown outcome', async () => {
				const key = newKey();
				await memoryOf(credential).set(recordKey(key), '{"state":"sent"', 60_000);
				expect((await send(key)).error?.message).toMatch(/may have been sent earlier/);
			});
		});

		it('carries its key as callback data, unless there is other callback data', async () => {
			const key = newKey();
			await send(`  ${key} `);
			await send(newKey(), { callbackData: 'mine' });
			const sent = simulator.messages().map(({ body }) => body.biz_opaque_callback_data);
			expect(sent).toEqual([key, 'mine']);
		});

		describe('whose status arrives', () => {
			const hosts: TriggerHost[] = [];
			afterEach(async () => {
				await Promise.all(hosts.splice(0).map((host) => host.stop()));
			});
			const start = async (parameters: INodeParameters = {}) => {
				const host = await TriggerHost.start({
					credential: () => credential,
					parameters: { events: ['statuses'], ...parameters },
				});
				hosts.push(host);
				return host;
			};
			const status = (biz_opaque_callback_data: string, change: object = {}) =>
				JSON.stringify(
					statusPayload({
						id: 'wamid.settled',
						status: 'delivered',
						recipient_id: to.slice(1),
						biz_opaque_callback_data,
						...change,
					}),
				);
			const isSettled = async (key: string) =>
				(await memoryOf(credential).get(recordKeyOf(simulator.url, phone.id, key)))?.includes(
					'wamid.settled',
				) === true;

			it.each([
				['to a trigger that starts on statuses', {}],
				['to a trigger that filters them out', { filters: { statuses: ['read'] } }],
				['to a trigger for messages only', { events: ['messages'] }],
			])('%s is known to be sent', async (_to, parameters) => {
				const key = newKey();
				fault({ kind: 'dropAfter' });
				await send(key);
				const host = await start(parameters);
				expect(await signedPost(host.webhookUrl(), status(key))).toBe(200);
				await until(() => isSettled(key));
				expect(jsonOf(await send(key))).toMatchObject([
					{ messageId: 'wamid.settled', alreadySent: true },
				]);
			});

			it.each([
				['of another recipient', { recipient_id: '447700900123' }],
				['without a message ID', { id: undefined }],
			])('%s stays unknown', async (_of, change) => {
				const [key, proof] = [newKey(), newKey()];
				fault({ kind: 'dropAfter' });
				await send(key);
				fault({ kind: 'dropAfter' });
				await send(proof);
				const host = await start();
				await signedPost(host.webhookUrl(), status(key, change));
				await signedPost(host.webhookUrl(), status(proof));
				await until(() => isSettled(proof));
				expect((await send(key)).error?.message).toMatch(/its outcome is unknown/);
			});

			it('keeps the response of a message that was sent', async () => {
				const [key, proof] = [newKey(), newKey()];
				const [first] = jsonOf(await send(key)) ?? [];
				fault({ kind: 'dropAfter' });
				await send(proof);
				const host = await start();
				await signedPost(host.webhookUrl(), status(key));
				await signedPost(host.webhookUrl(), status(proof));
				await until(() => isSettled(proof));
				expect(jsonOf(await send(key))).toEqual([{ ...first, alreadySent: true }]);
			});

			it('only counts from Meta', async () => {
				const key = newKey();
				fault({ kind: 'dropAfter' });
				await send(key);
				const host = await start();
				expect(await signedPost(host.webhookUrl(), status(key), 'wrong')).toBe(401);
				expect((await send(key)).error?.message).toMatch(/its outcome is unknown/);
			});

			it('while its response is awaited comes out as sent', async () => {
				const key = newKey();
				const host = await start();
				fault({ kind: 'drip' });
				const running = send(key, { timeLimit: 2 });
				await until(() => simulator.messages().length === 1);
				await signedPost(host.webhookUrl(), status(key));
				expect(jsonOf(await running)).toMatchObject([
					{ messageId: 'wamid.settled', alreadySent: false },
				]);
			});

			it('does nothing for other events with callback data', async () => {
				const host = await start({ events: ['messages'] });
				const message = { id: 'wamid.m', type: 'text', text: { body: 'x' } };
				const body = messagePayload({ ...message, biz_opaque_callback_data: 'order-1' });
				expect(await signedPost(host.webhookUrl(), JSON.stringify(body))).toBe(200);
				expect(host.log).toEqual([]);
			});
		});

		it('is a question that is asked once', async () => {
			const key = newKey();
			const ask = () =>
				run({
					resource: 'message',
					operation: 'sendAndWait',
					to: business.customers[0].waId,
					message: 'Shall we deliver?',
					options: { sendOnceKey: key },
				});
			expect((await ask()).run.waitTill).toBeDefined();
			const { error, run: second } = await ask();
			expect(error?.message).toMatch(
				/^'Send Once Key' was already used at \S+Z by execution test$/,
			);
			expect(error?.description).toMatch(/use another key to send it again/);
			expect(second.waitTill).toBeUndefined();
			expect(simulator.messages()).toHaveLength(1);
		});

		it('needs a recipient in a payload', async () => {
			const payload = JSON.stringify({ status: 'read', message_id: 'wamid.x' });
			const { error } = await run({
				resource: 'message',
				operation: 'sendPayload',
				payload,
				options: { sendOnceKey: newKey() },
			});
			expect(error?.message).toBe("'Send Once Key' needs a recipient in the payload");
		});

		it('names its key in the advice of a run that failed half-way', async () => {
			fault({ kind: 'graphError', code: 131047, recipient: other });
			const items = rows({ key: newKey(), to }, { key: newKey(), to: other });
			const { error } = await run({ ...perRow }, items);
			expect(error?.description).toMatch(
				/All rows have a 'Send Once Key': run the workflow again, or 'Retry' in the executions list, to send only the rest/,
			);
		});

		const sending = caseList.filter(
			({ operation, cases }) =>
				operation.sendsMessages && operation.question === undefined && cases.length > 0,
		);

		it.each(sending)('is sent once by $operation.operation', async ({ operation, cases }) => {
			const [smallest] = cases;
			const saved = {
				resource: operation.resource,
				operation: operation.operation,
				...smallest?.parameters,
				options: { sendOnceKey: newKey() },
			};
			const items = [{ json: {}, binary: smallest?.binary }];
			const [first] = jsonOf(await run(saved, items)) ?? [];
			const sent = simulator.messages().length;
			const [second] = jsonOf(await run(saved, items)) ?? [];
			expect(first).toMatchObject({ alreadySent: false });
			expect(second).toEqual({ ...first, alreadySent: true });
			expect([sent, simulator.messages().length]).toEqual([1, 1]);
		});
	});
}
