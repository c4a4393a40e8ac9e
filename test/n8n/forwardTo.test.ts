import type { INode, INodeParameters } from 'n8n-workflow';

import { processState } from '../../nodes/graphApi/processState';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import type { Callback } from '../../simulator/webhooks/callback';
import { metaSample } from '../../simulator/webhooks/sample';
import { signatureOf } from '../../simulator/webhooks/payload';
import { credentialFor } from '../support/credential';
import { startServer } from '../support/server';
import type { Received, TestServer } from '../support/server';
import { signedPost } from '../support/signedPost';
import { TriggerHost } from '../support/triggerHost';
import { until } from '../support/until';
import { messagePayload, messagesChange, payload, statusPayload } from '../unit/trigger/payloads';

const text = 'what the customer wrote';
const message = (id: string) =>
	JSON.stringify(messagePayload({ id, type: 'text', text: { body: text } }));

let simulator: Simulator;
let system: TestServer;
/** What the second system does with a request. */
let respond: (request: Received, end: (status: number) => void) => void;
let nodes = 0;
const hosts: TriggerHost[] = [];

describe('Forward To', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		await simulator.reset();
		respond = (_request, end) => end(200);
		system = await startServer((request, response) =>
			respond(request, (status) => response.writeHead(status).end()),
		);
	});
	afterEach(async () => {
		delete process.env.N8N_SSRF_PROTECTION_ENABLED;
		processState.reset();
		await Promise.all([system.stop(), ...hosts.splice(0).map((host) => host.stop())]);
	});

	async function start(
		options: INodeParameters = {},
		parameters: INodeParameters = {},
	): Promise<TriggerHost> {
		const host = await TriggerHost.start({
			credential: () => credentialFor(simulator.url),
			nodeId: `forward ${++nodes}`,
			parameters: {
				events: ['messages'],
				...parameters,
				triggerOptions: { forwardTo: `${system.url}/hook`, ...options },
			},
		});
		hosts.push(host);
		return host;
	}
	const forwarded = () => system.received.map(({ body }) => body);
	/** Everything before this one has been forwarded, as it is about the same customer. */
	const last = message('wamid.last');
	const post = async (host: TriggerHost, ...bodies: string[]) => {
		for (const body of bodies) expect(await signedPost(host.webhookUrl(), body)).toBe(200);
	};
	const allForwarded = async (host: TriggerHost) => {
		await post(host, last);
		await until(() => forwarded().includes(last));
		return forwarded().filter((body) => body !== last);
	};

	it('gives the second system what Meta signed, byte for byte', async () => {
		const body = message('wamid.1').replace('{', '{ "\\u00e9": "\\/ü",\n');
		const host = await start();
		await post(host, body);
		await until(() => system.received.length === 1);
		expect(system.received).toMatchObject([
			{
				method: 'POST',
				url: '/hook',
				body,
				headers: {
					'content-type': 'application/json',
					'x-hub-signature-256': signatureOf(body, business.app.secret),
				},
			},
		]);
		expect(host.executions).toHaveLength(1);
	});

	it.each<[string, string]>([
		['of an event that is not chosen', JSON.stringify(statusPayload({ status: 'read' }))],
		['of an unknown field', JSON.stringify(payload({ field: 'new', value: {} }))],
		[
			'of another number',
			JSON.stringify(
				payload(messagesChange({ metadata: { phone_number_id: '4711' }, messages: [{ id: 'x' }] })),
			),
		],
		['that a filter leaves out', message('wamid.filtered')],
	])('forwards a delivery %s, which starts nothing', async (_which, body) => {
		const host = await start({}, { filters: { textContains: 'something else' } });
		await post(host, body);
		await until(() => forwarded().length === 1);
		expect(forwarded()).toEqual([body]);
		expect(host.executions).toEqual([]);
	});

	it("forwards each sample of Meta's button 'Test'", async () => {
		const sample = JSON.stringify(metaSample('messages'));
		const host = await start();
		await post(host, sample, sample);
		await until(() => forwarded().length === 2);
		expect(forwarded()).toEqual([sample, sample]);
	});

	it('forwards a delivery once, however often Meta delivers it', async () => {
		const host = await start();
		await post(host, message('wamid.1'), message('wamid.1'));
		expect(await allForwarded(host)).toEqual([message('wamid.1')]);
	});

	it('does not forward what the trigger sends itself, or what Meta did not sign', async () => {
		const host = await start({ separateExecutions: true });
		const two = JSON.stringify(
			payload(
				messagesChange({
					messages: ['a', 'b'].map((id) => ({ id, from: '16505551234', type: 'text' })),
				}),
			),
		);
		await post(host, two);
		await until(() => host.executions.length === 2);
		expect(await signedPost(host.webhookUrl(), message('wamid.forged'), 'wrong')).toBe(401);
		expect(await allForwarded(host)).toEqual([two]);
	});

	it('does not forward what only a test run gets, but what production hands to it', async () => {
		const host = await start();
		expect(await signedPost(host.webhookUrl({ isTest: true }), message('wamid.test'))).toBe(200);
		await host.activate();
		await host.activate({ isTest: true });
		await post(host, message('wamid.handed'));
		expect(host.modes).toEqual(['manual', 'manual']);
		expect(await allForwarded(host)).toEqual([message('wamid.handed')]);
	});

	it('goes on with what waits only if the trigger itself asks for it', async () => {
		const host = await start();
		const response = await fetch(host.webhookUrl(), {
			method: 'POST',
			headers: { 'x-forward-waiting': '1' },
			body: '{}',
		});
		expect(response.status).toBe(401);
	});

	it('does not hold up the response to Meta', async () => {
		let end: ((status: number) => void) | undefined;
		respond = (_request, answer) => (end = answer);
		const host = await start();
		await post(host, message('wamid.1'));
		await until(() => end !== undefined);
		await post(host, message('wamid.2'));
		expect(host.executions).toHaveLength(2);
		expect(forwarded()).toEqual([message('wamid.1')]);
		respond = (_request, answer) => answer(200);
		end?.(200);
		expect(await allForwarded(host)).toEqual([message('wamid.1'), message('wamid.2')]);
	});

	it('tries again, in order, and says so without what was written', async () => {
		let isAway = true;
		respond = (_request, end) => end(isAway ? 503 : 200);
		const host = await start();
		await post(host, message('wamid.1'), message('wamid.2'));
		await until(() => forwarded().length === 1);
		isAway = false;
		await until(() => forwarded().length === 3);
		expect(forwarded()).toEqual(['wamid.1', 'wamid.1', 'wamid.2'].map(message));
		expect(host.log).toEqual([
			expect.stringMatching(/Webhooks could not be forwarded to http:.* status 503\./),
			expect.stringMatching(/takes webhooks again/),
		]);
		expect(host.log.join()).not.toMatch(/customer wrote|\/hook/);
	});

	it('keeps what waits while the workflow is not published', async () => {
		let isAway = true;
		respond = (_request, end) => end(isAway ? 503 : 200);
		const host = await start();
		await host.activate();
		await post(host, message('wamid.1'));
		await until(() => forwarded().length === 1);
		await host.deactivate();
		isAway = false;
		await host.activate();
		await until(() => forwarded().length === 2);
		expect(forwarded()).toEqual([message('wamid.1'), message('wamid.1')]);
	});

	const forwardTo = (host: TriggerHost, url: string) => {
		const { parameters } = host.workflow.getNode('Trigger') as INode;
		(parameters.triggerOptions as INodeParameters).forwardTo = url;
	};
	/** Another system that has the webhooks of the number. */
	const elsewhere = { url: 'https://elsewhere.example.com/', verifyToken: 'x' };
	const register = (override?: Callback) =>
		simulator.state.phoneNumbers.forEach((number) => (number.override = override));

	it('gives nothing that waits to the URL of a publication that fails', async () => {
		respond = ({ url }, end) => end(url === '/first' ? 503 : 200);
		const host = await start({ forwardTo: `${system.url}/first` });
		await host.activate();
		await post(host, message('wamid.1'));
		await until(() => forwarded().length === 1);
		await host.deactivate();
		forwardTo(host, `${system.url}/failed`);
		register(elsewhere);
		await expect(host.activate()).rejects.toThrow('elsewhere.example.com');
		register();
		forwardTo(host, `${system.url}/second`);
		await host.activate();
		await until(() => forwarded().length === 2);
		expect(system.received.map(({ url }) => url)).toEqual(['/first', '/second']);
	});

	it.each<[string, (host: TriggerHost) => unknown]>([
		['because of another callback URL', () => register(elsewhere)],
		[
			'because of its parameters',
			({ workflow }) =>
				Object.assign(workflow.getNode('Trigger')?.parameters ?? {}, { events: [] }),
		],
	])('forwards nothing after a publication that is refused %s', async (_by, refuse) => {
		let isAway = true;
		respond = (_request, end) => end(isAway ? 503 : 200);
		const host = await start();
		await post(host, message('wamid.1'));
		await until(() => forwarded().length === 1);
		refuse(host);
		await expect(host.activate()).rejects.toThrow();
		isAway = false;
		const { length } = forwarded();
		// The next look is after a second.
		await new Promise((resolve) => setTimeout(resolve, 1_500));
		expect(forwarded()).toHaveLength(length);
	});

	it('waits while an expression gives an invalid URL, and starts the workflow all the same', async () => {
		const host = await start({ forwardTo: '={{ "nowhere" }}' });
		await post(host, message('wamid.1'));
		expect(host.executions).toHaveLength(1);
		expect(host.log).toEqual([expect.stringMatching(/'Forward To \(URL\)' is not a valid URL\./)]);
		forwardTo(host, `${system.url}/hook`);
		expect(await allForwarded(host)).toEqual([message('wamid.1')]);
	});

	it("calls no host that n8n's SSRF protection blocks", async () => {
		process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
		process.env.N8N_SSRF_ALLOWED_IP_RANGES = '';
		const host = await start();
		await post(host, message('wamid.1'));
		await until(() => host.log.length > 0);
		expect(host.log.join()).toMatch(/SSRF protection blocks this host\..* N8N_SSRF_ALLOWED/);
		expect(forwarded()).toEqual([]);
	});
});
