import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import * as memories from '../../nodes/memory/memoryOf';
import { processState } from '../../nodes/graphApi/processState';
import type { PendingWait } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { AcceptedMessage, Simulator } from '../../simulator';
import { onPremisesOf } from '../../simulator/hosts/onPremises/state';
import { runNode } from '../support/engine';
import { otherHosts } from '../support/otherHosts';
import { startServer } from '../support/server';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { WaitingExecution } from '../support/waitingExecution';

const [number] = business.phoneNumbers;
const [customer, other] = business.customers;
const servers = otherHosts.filter(({ simulated }) => simulated === 'onPremises');

let simulator: Simulator;
let credential: CredentialData;
let trigger: TriggerHost;
/** By the ID of the node. */
let waiting: Map<string, WaitingExecution>;

describe.each(servers)('Send and Wait with $title', (server) => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());

	beforeEach(async () => {
		processState.reset();
		await simulator.reset();
		const statusDelaysMs = { sent: null, delivered: null, read: null };
		simulator.updateSettings({ hosts: [server.simulated], ...server.settings, statusDelaysMs });
		credential = server.credential(simulator.url);
		waiting = new Map();
		trigger = await start();
	});
	afterEach(async () => {
		delete process.env.EXECUTIONS_MODE;
		await simulator.settled();
		await trigger.stop();
	});

	async function start(triggerOptions: INodeParameters = {}): Promise<TriggerHost> {
		const started = await TriggerHost.start({
			credential: () => credential,
			parameters: { events: ['messages', 'statuses'], triggerOptions },
			waiting(request, response) {
				const node = new URL(request.url ?? '', 'http://n8n').pathname.split('/').at(-1) ?? '';
				const execution = waiting.get(node);
				if (execution) execution.listener(request, response);
				// As n8n says it of an execution that runs.
				else response.writeHead(409).end('{}');
			},
		});
		await started.activate();
		return started;
	}

	const run = (id: string, parameters: INodeParameters) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'message', operation: 'sendAndWait', ...parameters },
			credential,
			items: [{ json: {} }],
			settings: { id },
		});

	/** Asks, and returns the execution that waits. */
	async function ask(id: string, parameters: INodeParameters): Promise<WaitingExecution> {
		const { run: ran, outputs, error } = await run(id, { to: `+${customer.waId}`, ...parameters });
		expect(error).toBeUndefined();
		const { question } = ran.data.executionData?.contextData['node:Tested'] ?? {};
		const input = ran.data.executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? [];
		const execution = new WaitingExecution(
			credential,
			question as PendingWait | undefined,
			{ id },
			input,
		);
		waiting.set(id, execution);
		if (ran.data.waitTill === undefined) execution.resumed.push(...outputs);
		return execution;
	}
	const askForText = (id: string) => ask(id, { responseType: 'freeText', message: 'When?' });
	const awaitDelivery = (id: string, parameters: INodeParameters = {}) =>
		ask(id, { responseType: 'delivery', text: 'Your code is 4711', ...parameters });

	const sent = (index: number) => simulator.messages()[index] as AcceptedMessage;
	async function report(index: number, status: string, code = 131026) {
		const { id, recipient } = sent(index);
		simulator.emitWebhook(
			'messages',
			{
				messaging_product: 'whatsapp',
				metadata: { display_phone_number: '1', phone_number_id: number.id },
				statuses: [
					{
						...{ id, status, recipient_id: recipient },
						timestamp: String(Math.floor(Date.now() / 1000)),
						...(status === 'failed' && { errors: [{ code, title: 'Not delivered' }] }),
					},
				],
			},
			number.id,
		);
		await simulator.settled();
	}
	async function write(text: string, quoted?: string, by: string = customer.waId) {
		await simulator.writeAs(by, { type: 'text', text, ...(quoted && { replyTo: quoted }) });
		await simulator.settled();
	}

	const resultsOf = ({ resumed }: WaitingExecution) =>
		resumed.flat().map(({ json }): IDataObject => json);
	const deliveriesOf = (execution: WaitingExecution) =>
		resultsOf(execution).map(({ delivery }) => (delivery as IDataObject).status);
	const textsOf = (execution: WaitingExecution) => resultsOf(execution).map(({ text }) => text);
	const started = () =>
		trigger.executions.flat().map(({ json }) => (json.event === 'status' ? json.type : json.text));

	it('goes on when a message has arrived, and starts nothing with its statuses', async () => {
		const execution = await awaitDelivery('a');
		await report(0, 'delivered');
		expect(deliveriesOf(execution)).toEqual(['delivered']);
		await report(0, 'read');
		expect(execution.resumed).toHaveLength(1);
		expect(started()).toEqual([]);
	});

	it('goes on when a message was not delivered', async () => {
		const execution = await awaitDelivery('a', { awaitedStatus: 'read' });
		await report(0, 'failed');
		expect(deliveriesOf(execution)).toEqual(['failed']);
		expect(started()).toEqual([]);
	});

	it('starts with the statuses of other messages', async () => {
		await awaitDelivery('a');
		const { error } = await run('b', { operation: 'sendText', to: customer.waId, text: 'Hello' });
		expect(error).toBeUndefined();
		await report(1, 'delivered');
		expect(started()).toEqual(['delivered']);
	});

	it('goes on with a written reply, also if the server reports no status', async () => {
		onPremisesOf(simulator.state).application.webhooks.message.delivered = false;
		const execution = await askForText('a');
		await report(0, 'delivered');
		await write('Hello', undefined, other.waId);
		await write('Tomorrow');
		await write('Thanks');
		expect(textsOf(execution)).toEqual(['Tomorrow']);
		expect(started()).toEqual(['Hello', 'Thanks']);
	});

	it('goes on with a reply that comes in together with other messages', async () => {
		const execution = await askForText('a');
		const message = (from: string, body: string) => ({
			...{ from, id: `wamid.${body}`, type: 'text', text: { body } },
			timestamp: String(Math.floor(Date.now() / 1000)),
		});
		simulator.emitWebhook(
			'messages',
			{
				messaging_product: 'whatsapp',
				metadata: { display_phone_number: '1', phone_number_id: number.id },
				messages: [message(other.waId, 'Hello'), message(customer.waId, 'Tomorrow')],
			},
			number.id,
		);
		await simulator.settled();
		expect(textsOf(execution)).toEqual(['Tomorrow']);
		expect(started()).toEqual(['Hello']);
	});

	it('takes a reply for the newest question, and one that quotes for the quoted', async () => {
		const first = await askForText('a');
		const second = await askForText('b');
		const third = await askForText('c');
		await report(0, 'delivered');
		await write('the newest');
		await write('the first', sent(0).id);
		await write('the second');
		expect([first, second, third].map(textsOf)).toEqual([
			['the first'],
			['the second'],
			['the newest'],
		]);
		expect(started()).toEqual(['delivered']);
	});

	it('takes no reply for another message or a question that has its reply', async () => {
		const { error } = await run('x', { operation: 'sendText', to: customer.waId, text: 'Hello' });
		expect(error).toBeUndefined();
		const first = await askForText('a');
		const second = await askForText('b');
		await write('about the greeting', sent(0).id);
		await write('the first', sent(1).id);
		await write('the first again', sent(1).id);
		expect([first, second].map(textsOf)).toEqual([['the first'], []]);
		expect(started()).toEqual(['about the greeting', 'the first again']);
	});

	it.each<[string, INodeParameters]>([
		['written', { responseType: 'freeText' }],
		['tapped', { responseType: 'approval' }],
	])('ends the wait for a reply that is %s if the question fails', async (_how, parameters) => {
		const execution = await ask('a', { message: 'When?', ...parameters });
		await report(0, 'failed', 131047);
		expect(execution.runsAgain).toBe(true);
		expect(execution.resumed.flat()).toMatchObject([
			{ failedQuestion: { failure: { code: 131047 } } },
		]);
		await write('Hello?');
		expect(execution.resumed).toHaveLength(1);
	});

	it('knows a status that comes in before the response to the message', async () => {
		simulator.updateSettings({ statusDelaysMs: { sent: null, delivered: 0, read: null } });
		// Responds when the status is at the trigger.
		const gateway = await startServer((request, response) => {
			const { method, url, headers, body } = request;
			void (async () => {
				const { authorization = '' } = headers;
				const given = { authorization, 'content-type': 'application/json' };
				const passed = await fetch(`${simulator.url}${url}`, { method, headers: given, body });
				const text = await passed.text();
				await until(() => trigger.requests > 0);
				response.writeHead(passed.status, { 'content-type': 'application/json' }).end(text);
			})();
		});
		const ofServer = credential;
		credential = { ...credential, baseUrl: `${gateway.url}/onpremises` };
		const execution = await awaitDelivery('a');
		credential = ofServer;
		await gateway.stop();
		await until(() => deliveriesOf(execution).length > 0);
		expect(deliveriesOf(execution)).toEqual(['delivered']);
		expect(started()).toEqual([]);
	});

	describe('in queue mode, without a memory that all processes share,', () => {
		beforeEach(() => {
			process.env.EXECUTIONS_MODE = 'queue';
			const memory = memories.memoryOf(credential);
			jest.spyOn(memory, 'hasStore', 'get').mockReturnValue(false);
		});
		afterEach(() => jest.restoreAllMocks());

		it.each<[string, INodeParameters, string]>([
			['a delivery', { responseType: 'delivery', text: 'Hi' }, "'Response Type' is 'Delivery'"],
			['a written reply', { responseType: 'freeText', message: 'When?' }, "'Reply In' is 'Chat'"],
		])('does not wait for %s', async (_what, parameters, what) => {
			const { error } = await run('a', { to: customer.waId, ...parameters });
			expect(error?.message).toContain(what);
			expect(error?.description).toContain('Redis URL');
			expect(simulator.messages()).toEqual([]);
		});

		it('waits for a tap', async () => {
			const { error } = await run('a', { to: customer.waId, message: 'Now?' });
			expect(error).toBeUndefined();
			expect(simulator.messages()).toHaveLength(1);
		});
	});
});
