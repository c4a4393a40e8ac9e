import type { ServerResponse } from 'node:http';

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import type { NodeRun } from '../support/engine';
import { respondJson, startServer } from '../support/server';
import { until } from '../support/until';

let simulator: Simulator;

describe('The report of a run that sends', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		await simulator.reset();
		simulator.updateSettings({ pairLimit: null, enforceCustomerServiceWindow: false });
	});

	const recipients = (count: number) =>
		Array.from({ length: count }, (_entry, index) => `+4915511${String(index).padStart(6, '0')}`);

	const send = (to: string[], options: INodeParameters, more: Partial<NodeRun> = {}) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: {
				resource: 'message',
				operation: 'sendText',
				to: '={{ $json.to }}',
				text: 'Hello',
				options,
			},
			credential: credentialFor(simulator.url),
			items: to.map((recipient) => ({ json: { to: recipient } })),
			settings: { onError: 'continueRegularOutput' },
			...more,
		});

	function busyFor(milliseconds: number): void {
		const end = performance.now() + milliseconds;
		while (performance.now() < end);
	}

	/** Seconds from each try to the next. */
	const pauses = () => {
		const times = simulator.requests().map(({ at }) => at);
		return times.slice(1).map((time, index) => (time - (times[index] ?? time)) / 1000);
	};

	it('summarizes a broadcast: sent, failed, retries, waiting and rate', async () => {
		const to = recipients(60);
		simulator.addFaults(
			{ kind: 'graphError', code: 131047, recipient: to[7] },
			{ kind: 'graphError', code: 131016, recipient: to[9], times: 3 },
		);
		const { run } = await send(to, { messagesPerSecond: 40 });
		const [task] = run.data.resultData.runData.Tested ?? [];
		expect(task?.hints).toEqual([
			{
				type: 'warning',
				location: 'outputPane',
				message: expect.stringMatching(
					/^59 sent, 1 failed · 3 retries · \d+\.\d s \([1-9]\d*\.\d s waiting\), \d+\/s$/,
				),
			},
		]);
	});

	it('logs the progress every 5 seconds', async () => {
		const told: string[] = [];
		// The spies only observe.
		const started = jest.spyOn(globalThis, 'setInterval');
		const stopped = jest.spyOn(globalThis, 'clearInterval');
		await send(
			recipients(36),
			{ messagesPerSecond: 6 },
			{ onMessageToUI: (text) => told.push(text) },
		);
		expect(told[0]).toMatch(/^\d+ sent, 0 failed.* · 36 items$/);
		expect(told[0]).not.toMatch(/^(0|36) sent/);
		const every5Seconds = started.mock.calls.findIndex(([, pause]) => pause === 5000);
		expect(stopped).toHaveBeenCalledWith(started.mock.results[every5Seconds]?.value);
		started.mockRestore();
		stopped.mockRestore();
	});

	it('names the items that were sent when the execution is cancelled', async () => {
		const told: string[] = [];
		const to = recipients(100);
		simulator.addFaults({ kind: 'graphError', code: 131047, recipient: to[0] });
		const { outputs, run } = await send(
			to,
			{ messagesPerSecond: 10 },
			{
				onMessageToUI: (text) => told.push(text),
				onStart: (cancel) => {
					void (async () => {
						await until(() => simulator.messages().length >= 5);
						cancel();
					})();
				},
			},
		);
		await until(() => /cancelled/.test(told.at(-1) ?? ''));
		const last = simulator.messages().length;
		expect(told.at(-1)).toBe(
			`The execution was cancelled. Sent: rows 2–${last + 1} (${last} of 100).`,
		);
		// This is what n8n keeps of a stopped execution.
		expect(run.data.resultData.metadata).toEqual({
			WhatsApp_Business: `Sent: rows 2–${last + 1} (${last} of 100).`,
		});
		// The known outcome of an item does not change.
		const codes = outputs[0]?.map(
			({ json }) => (json.error as { code?: number } | undefined)?.code,
		);
		expect(codes?.[0]).toBe(131047);
		expect(new Set(codes?.slice(1))).toEqual(new Set([undefined]));
	});

	it.each([
		['messages to several people at once', { resource: 'message', operation: 'sendText' }, true],
		['any other request one after the other', { resource: 'media', operation: 'get' }, false],
	])('sends %s', async (_what, operation, atOnce) => {
		const to = recipients(5);
		let most = 0;
		const waiting: ServerResponse[] = [];
		const respondToAll = () => {
			for (const response of waiting.splice(0)) {
				respondJson(response, 200, { id: '1', messages: [{ id: 'wamid.1' }] });
			}
		};
		const server = await startServer((_request, response) => {
			waiting.push(response);
			most = Math.max(most, waiting.length);
			if (waiting.length === to.length) respondToAll();
			// Other requests would arrive meanwhile.
			else if (!atOnce) setTimeout(respondToAll, 50);
		});
		const { error, run } = await send(
			to,
			{},
			{
				parameters: {
					...operation,
					to: '={{ $json.to }}',
					text: 'Hello',
					mediaId: '1',
					options: { messagesPerSecond: 0 },
				},
				credential: credentialFor(server.url),
			},
		);
		await server.stop();
		expect(error).toBeUndefined();
		expect(server.received).toHaveLength(5);
		expect(most).toBe(atOnce ? to.length : 1);
		// Only a run that sends messages has a summary.
		expect(run.data.resultData.runData.Tested?.[0]?.hints ?? []).toHaveLength(atOnce ? 1 : 0);
	});

	it('fetches no more files after the first failure with Stop Workflow', async () => {
		const server = await startServer((_request, response) => respondJson(response, 404, {}));
		const { error } = await send(
			recipients(3),
			{},
			{
				parameters: {
					resource: 'media',
					operation: 'upload',
					fileSource: 'url',
					fileUrl: server.url,
				},
				settings: { onError: 'stopWorkflow' },
			},
		);
		await server.stop();
		expect(error?.message).toMatch(/HTTP status 404/);
		expect(server.received).toHaveLength(1);
	});

	it.each<[string, () => void, INodeExecutionData['json'], RegExp]>([
		[
			'was refused',
			() => simulator.addFaults({ kind: 'graphError', code: 131047 }),
			{ code: 131047, outcome: 'notAccepted', safeToSendAgain: true },
			/template.*safe to run again.*error code 131047/is,
		],
		[
			'may have been sent',
			() => simulator.addFaults({ kind: 'dropAfter' }),
			{ outcome: 'unknown', safeToSendAgain: false },
			/may or may not have carried it out.*before you send it again/is,
		],
	])(
		'says of an item that %s what happened, what to do and whether to send it again',
		async (...args) => {
			const [, goWrong, facts, whatToDo] = args;
			goWrong();
			const { outputs } = await send(recipients(1), {});
			const json = outputs[0]?.[0]?.json;
			expect(json).toMatchObject({
				message: expect.stringMatching(/\w+ \w+/),
				error: { ...facts, description: expect.stringMatching(whatToDo) },
			});
			expect(JSON.stringify(json)).not.toContain('Hello');
		},
	);

	it('sends no more after the first failure with Stop Workflow and names what was sent', async () => {
		const to = recipients(200);
		simulator.addFaults({ kind: 'graphError', code: 131047, recipient: to[10] });
		simulator.addFaults({ kind: 'graphError', code: 131056, recipient: to[2] });
		const stop: Partial<NodeRun> = { settings: { onError: 'stopWorkflow' } };
		const { error } = await send(to, { messagesPerSecond: 20 }, stop);
		const sent = simulator.messages().length;
		expect(sent).toBeLessThan(100);
		expect(error?.message).toMatch(/^Row 11 of 200 /);
		expect(error?.description).not.toMatch(/safe to run again/);
		expect(error?.description).toMatch(/Sent: rows 1–2, 4–10/);
		expect(error?.description).toContain(`(${sent} of 200)`);
	});

	it('prepares no more items once the execution is cancelled', async () => {
		let evaluated = 0;
		let stop = () => {};
		const items = Array.from({ length: 2000 }, (_item, index) => ({
			json: {
				get to() {
					evaluated++;
					if (evaluated === 1) setImmediate(stop);
					busyFor(1);
					return recipients(1)[0];
				},
				index,
			},
		}));
		await send(
			[],
			{},
			{
				items,
				settings: { onError: 'stopWorkflow' },
				onStart: (cancel) => (stop = cancel),
			},
		);
		expect(evaluated).toBeGreaterThan(0);
		expect(evaluated).toBeLessThan(2000);
		expect(simulator.requests()).toEqual([]);
	});

	it('waits as long as Retry-After asks', async () => {
		simulator.addFaults({ kind: 'graphError', code: 130429, retryAfter: 2, times: 1 });
		await send(recipients(1), {});
		expect(simulator.messages()).toHaveLength(1);
		expect(pauses()).toEqual([expect.any(Number)]);
		expect(pauses()[0]).toBeGreaterThanOrEqual(1.99);
	});

	it.each([
		['what Retry-After asks for', { code: 130429, retryAfter: 3600 }, /asks to wait 3600 seconds/],
		['4^n seconds for one recipient', { code: 131056 }, /Wait before you message/],
		['being told to slow down again and again', { code: 130429 }, /Lower the option/],
	])(
		'fails an item as not sent when %s would exceed the time limit',
		async (_name, fault, description) => {
			simulator.addFaults({ kind: 'graphError', ...fault });
			const { outputs } = await send(recipients(1), { timeLimit: 4 });
			expect(outputs[0]?.[0]?.json.error).toMatchObject({
				...fault,
				description: expect.stringMatching(description),
				outcome: 'notAccepted',
				safeToSendAgain: true,
			});
			expect(simulator.messages()).toEqual([]);
		},
	);

	it('outputs nothing as sent when the credential is invalid and the run continues', async () => {
		const to = recipients(2);
		const { outputs, error } = await send(
			to,
			{},
			{ credential: credentialFor(simulator.url, { accessToken: '' }) },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual(
			to.map((_to, item) => ({
				json: { message: expect.stringMatching(/no access token/), error: expect.anything() },
				pairedItem: { item },
			})),
		);
		expect(simulator.requests()).toEqual([]);
	});

	it('sends the others when the options of the first item are invalid', async () => {
		const to = recipients(3);
		const callbackData = `={{ $json.to === '${to[0]}' ? $('Missing').item.json.id : 'order' }}`;
		const { outputs } = await send(to, { callbackData });
		expect(outputs[0]?.map(({ json }) => 'error' in json)).toEqual([true, false, false]);
		expect(simulator.messages().map(({ body }) => body.to)).toEqual(to.slice(1));
	});
});
