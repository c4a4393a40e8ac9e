import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import type { Server } from 'node:tls';

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { startSimulator } from '../../simulator';
import { certificateFor } from '../../simulator/certificate';
import type { FaultInput, Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';
import type { NodeRun } from '../support/engine';
import { unreliableProxy } from '../support/unreliableProxy';
import { until } from '../support/until';

const seed = 20260101;
let simulator: Simulator;
const withoutCertificate = createTlsServer({});
const untrusted = createTlsServer({});

describe('A broadcast with failures', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
		untrusted.setSecureContext(await certificateFor('127.0.0.1'));
		for (const server of [withoutCertificate, untrusted]) {
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		}
	});
	afterAll(async () => {
		withoutCertificate.close();
		untrusted.close();
		await simulator.stop();
	});
	beforeEach(async () => {
		await simulator.reset();
		simulator.updateSettings({
			messagesPerSecond: null,
			pairLimit: null,
			enforceCustomerServiceWindow: false,
			statusDelaysMs: { sent: null, delivered: null, read: null },
		});
	});

	const recipients = (count: number, first = 0) =>
		Array.from(
			{ length: count },
			(_entry, index) => `+4915500${String(first + index).padStart(6, '0')}`,
		);

	interface Broadcast {
		messages: number;
		/** Index of the first recipient. */
		first?: number;
		/** Sent instead of a text. */
		message?: INodeParameters;
		options?: INodeParameters;
		/** Where the node sends, by default to the simulator. */
		url?: string;
		/** Receives the function that cancels the execution and must call it. */
		onStart?: NodeRun['onStart'];
	}

	/** Sends one message to each recipient and returns how each item ended. */
	async function broadcast({
		messages,
		first,
		message = { operation: 'sendText', text: 'Hello' },
		options,
		url = simulator.url,
		onStart,
	}: Broadcast) {
		const to = recipients(messages, first);
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: {
				resource: 'message',
				to: '={{ $json.to }}',
				...message,
				// The limiter would only make the run longer where it is not tested.
				options: { messagesPerSecond: 0, ...options },
			},
			credential: credentialFor(url),
			items: to.map((recipient) => ({ json: { to: recipient } })),
			settings: { onError: 'continueRegularOutput' },
			onStart,
		});
		expect(error?.name).toBe(onStart && 'ManualExecutionCancelledError');
		const items = outputs[0] ?? [];
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(to.map((_to, item) => ({ item })));
		return compareWithRecord(to, items);
	}

	type Ending = 'sent' | 'notAccepted' | 'unknown';

	/** Compares each item with the messages that WhatsApp has and counts the outcomes. */
	function compareWithRecord(to: string[], items: INodeExecutionData[]) {
		const accepted = new Map<string, string[]>();
		for (const { id, body } of simulator.messages()) {
			accepted.set(String(body.to), [...(accepted.get(String(body.to)) ?? []), id]);
		}
		const count: Record<Ending, number> = { sent: 0, notAccepted: 0, unknown: 0 };
		const contradictions: string[] = [];
		let arrivedUnknown = 0;
		for (const [index, recipient] of to.entries()) {
			const ending = endingOf(items[index]?.json);
			const ids = accepted.get(recipient) ?? [];
			count[ending]++;
			if (ending === 'unknown') arrivedUnknown += ids.length;
			const agrees = {
				sent: ids.length === 1 && JSON.stringify(items[index]?.json).includes(`"${ids[0]}"`),
				notAccepted: ids.length === 0,
				unknown: ids.length <= 1,
			}[ending];
			if (!agrees)
				contradictions.push(`${recipient} ended as ${ending}, accepted ${ids.length} times`);
		}
		expect(contradictions).toEqual([]);
		return { ...count, arrivedUnknown, items };
	}

	function endingOf(json: INodeExecutionData['json'] | undefined): Ending {
		const error = json?.error as { outcome?: Ending; safeToSendAgain?: boolean } | undefined;
		if (!error) return 'sent';
		expect(error.safeToSendAgain).toBe(error.outcome === 'notAccepted');
		return error.outcome ?? 'sent';
	}

	const struck = (kind: FaultInput['kind']) =>
		simulator
			.faults()
			.filter((fault) => fault.kind === kind)
			.reduce((sum, fault) => sum + fault.struck, 0);

	it('accounts for each of 10,000 messages amid all failures of responses', async () => {
		simulator.addFaults(
			{ kind: 'graphError', code: 130429, rate: 0.05, seed },
			{ kind: 'graphError', code: 131016, rate: 0.01, seed: seed + 1 },
			{ kind: 'graphError', code: 131000, rate: 0.01, seed: seed + 2 },
			{ kind: 'dropBefore', rate: 0.02, seed: seed + 3 },
			{ kind: 'dropAfter', rate: 0.02, seed: seed + 4 },
			{ kind: 'drip', rate: 0.005, seed: seed + 5 },
			{ kind: 'truncated', rate: 0.005, seed: seed + 6 },
			{ kind: 'httpError', httpStatus: 502, rate: 0.005, seed: seed + 7 },
			{ kind: 'httpError', httpStatus: 504, accepted: true, rate: 0.005, seed: seed + 8 },
		);
		const { sent, notAccepted, unknown, arrivedUnknown } = await broadcast({
			messages: 10_000,
			// A response that never ends is given up then; any other arrives before, even on a busy machine.
			options: { timeLimit: 60 },
		});
		// Each at its rate. Of the 5xx, only 131000 is not retried.
		const strikes = simulator.faults().map((fault) => fault.struck);
		const [tooFast, , refused, cutBefore, cutAfter, drip, truncated, page, pageAfter] = strikes as [
			number,
			number,
			number,
			number,
			number,
			number,
			number,
			number,
			number,
		];
		expect(tooFast).toBeGreaterThan(400);
		expect(Math.min(cutBefore, cutAfter)).toBeGreaterThan(100);
		expect(Math.min(drip, truncated, page, pageAfter)).toBeGreaterThan(20);
		const arrived = cutAfter + drip + truncated + pageAfter;
		expect({ notAccepted, unknown, arrivedUnknown }).toEqual({
			notAccepted: refused,
			unknown: arrived + cutBefore + page,
			arrivedUnknown: arrived,
		});
		expect(sent).toBe(10_000 - notAccepted - unknown);
	}, 300_000);

	it('delivers everything at least once when On Unknown Outcome is "Send Again"', async () => {
		simulator.addFaults(
			{ kind: 'dropBefore', rate: 0.05, seed },
			{ kind: 'dropAfter', rate: 0.05, seed: seed + 1 },
		);
		const to = recipients(500);
		const { outputs } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: {
				resource: 'message',
				operation: 'sendText',
				to: '={{ $json.to }}',
				text: 'Hello',
				options: { messagesPerSecond: 0, onUnknownOutcome: 'sendAgain' },
			},
			credential: credentialFor(simulator.url),
			items: to.map((recipient) => ({ json: { to: recipient } })),
		});
		expect(outputs[0]).toHaveLength(500);
		expect(new Set(simulator.messages().map(({ body }) => body.to)).size).toBe(500);
		expect(simulator.messages()).toHaveLength(500 + struck('dropAfter'));
	}, 300_000);

	it('loses nothing in an outage of ten seconds', async () => {
		simulator.updateSettings({ latencyMs: 20 });
		const proxy = await unreliableProxy(simulator.url);
		const running = broadcast({ messages: 10_000, url: proxy.url });
		await until(() => simulator.messages().length >= 3000);
		await proxy.close();
		await sleep(10_000);
		expect(simulator.messages().length).toBeLessThan(10_000);
		await proxy.open();
		const { sent, notAccepted, unknown } = await running;
		await proxy.close();
		expect(notAccepted).toBe(0);
		// Only the requests that were under way when the outage began.
		expect(unknown).toBeLessThanOrEqual(256);
		expect(sent).toBe(10_000 - unknown);
	});

	it('reports that nothing was sent when the outage does not end', async () => {
		const proxy = await unreliableProxy(simulator.url);
		await proxy.close();
		const { notAccepted } = await broadcast({
			messages: 50,
			url: proxy.url,
			options: { maxRetries: 1 },
		});
		expect(notAccepted).toBe(50);
		expect(simulator.requests()).toEqual([]);
	});

	const urlOf = (server: Server) => `https://127.0.0.1:${(server.address() as AddressInfo).port}`;

	it.each([
		['its name is not known', () => 'http://graph.invalid', /could not be (found|looked up)/],
		['it does not speak TLS', () => simulator.url.replace('http:', 'https:'), /did not reach/],
		['it refuses the TLS handshake', () => urlOf(withoutCertificate), /did not reach/],
		['its certificate is not trusted', () => urlOf(untrusted), /certificate.* is not trusted/],
	])('reports that nothing was sent to a host when %s', async (_name, url, message) => {
		// Few, because a failing lookup may take seconds and only four names are looked up at a time.
		const { notAccepted, items } = await broadcast({
			messages: 8,
			url: url(),
			options: { maxRetries: 0 },
		});
		expect(notAccepted).toBe(8);
		expect(simulator.requests()).toEqual([]);
		expect(items[0]?.json).toMatchObject({ message: expect.stringMatching(message) });
	});

	it.each<[string, FaultInput]>([
		['come byte by byte and never end', { kind: 'drip' }],
		['come too late', { kind: 'slow', delayMs: 3000 }],
	])('has unknown outcomes when responses %s', async (_name, fault) => {
		simulator.addFaults(fault);
		const { unknown } = await broadcast({ messages: 50, options: { timeLimit: 1 } });
		expect(unknown).toBe(50);
		// Hangs until the simulator has taken all of them.
		await until(() => simulator.messages().length >= 50);
	});

	it.each<[string, FaultInput, Ending, number]>([
		['the JSON of responses is truncated', { kind: 'truncated' }, 'unknown', 1],
		['a proxy responds with an HTML page', { kind: 'httpError', httpStatus: 502 }, 'unknown', 0],
		[
			'a proxy responds with an HTML page after the message was accepted',
			{ kind: 'httpError', httpStatus: 504, accepted: true },
			'unknown',
			1,
		],
		[
			'a firewall responds instead of WhatsApp',
			{ kind: 'httpError', httpStatus: 403 },
			'notAccepted',
			0,
		],
	])('reports the outcome when %s', async (_name, fault, ending, arrived) => {
		simulator.addFaults(fault);
		const result = await broadcast({ messages: 50 });
		expect(result[ending]).toBe(50);
		expect(simulator.messages()).toHaveLength(50 * arrived);
	});

	it('sends nothing more once the execution is cancelled and reports what was sent', async () => {
		simulator.updateSettings({ latencyMs: 50 });
		let cancelled: Promise<void> = Promise.resolve();
		const { sent, notAccepted } = await broadcast({
			messages: 2000,
			onStart: (cancel) => {
				cancelled = (async () => {
					await until(() => simulator.messages().length >= 200);
					cancel();
				})();
			},
		});
		await cancelled;
		const arrived = simulator.messages().length;
		expect(sent).toBe(arrived);
		expect(notAccepted).toBe(2000 - arrived);
		expect(arrived).toBeLessThan(1000);
		await sleep(300);
		expect(simulator.messages()).toHaveLength(arrived);
	});

	it('accounts for each message of three runs on one number, one of them cancelled', async () => {
		simulator.updateSettings({ messagesPerSecond: 250, latencyMs: 20 });
		simulator.addFaults(
			{ kind: 'graphError', code: 130429, rate: 0.02, seed },
			{ kind: 'graphError', code: 131016, rate: 0.02, seed: seed + 1 },
			{ kind: 'dropBefore', rate: 0.01, seed: seed + 2 },
			{ kind: 'dropAfter', rate: 0.01, seed: seed + 3 },
		);
		const template = {
			operation: 'sendTemplate',
			template: { __rl: true, mode: 'id', value: 'hello_world' },
			languageCode: 'en_US',
			specifyValues: 'json',
		};
		const runs = [
			broadcast({ messages: 1200, options: { messagesPerSecond: 500 } }),
			broadcast({
				messages: 300,
				first: 2000,
				message: template,
				options: { messagesPerSecond: 50 },
			}),
			broadcast({
				messages: 1200,
				first: 4000,
				options: { messagesPerSecond: 250 },
				onStart: (cancel) => {
					void (async () => {
						await until(() => simulator.messages().length >= 400);
						cancel();
					})();
				},
			}),
		];
		const [texts, templates, cancelled] = await Promise.all(runs);
		expect(struck('graphError')).toBeGreaterThan(20);
		expect(struck('dropAfter')).toBeGreaterThan(0);
		expect([texts?.notAccepted, templates?.notAccepted]).toEqual([0, 0]);
		// Which run a lost response strikes depends on who sends first; a cancelled run has further ones.
		const unknown = [texts, templates, cancelled].map((run) => run?.unknown ?? 0);
		expect(unknown.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
			struck('dropAfter'),
		);
		expect(cancelled?.sent).toBeGreaterThan(50);
		expect(cancelled?.notAccepted).toBeGreaterThan(500);
	});
});
