import { business, type Simulator } from '../../../../simulator';
import { firstNumber, pablo } from '../../support';
import { callKapso, platform, proxy, startKapso } from './kapso';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startKapso();
});
afterEach(() => simulator.stop());

const call = (method: string, path: string, body?: unknown) =>
	callKapso(simulator, method, `${platform}${path}`, body);
const flows = '/whatsapp/flows';

async function newFlow(more: Record<string, unknown> = {}): Promise<string> {
	const { body } = await call('POST', flows, {
		phone_number_id: firstNumber.id,
		name: 'New Flow',
		...more,
	});
	return `${flows}/${String(body.data.id)}`;
}

describe("Kapso's Flows", () => {
	it("are Meta's, with IDs of Kapso's", async () => {
		const { body } = await call('GET', flows);
		expect(body.meta.total_count).toBe(business.flows.length);
		const [flow] = body.data as Array<{ id: string; meta_flow_id: string }>;
		expect(flow?.id).toMatch(/^[\da-f-]{36}$/);
		expect(flow?.meta_flow_id).toBe(business.flows[0].id);
		expect((await call('GET', `${flows}/${flow?.id}`)).body.data).toMatchObject({ id: flow?.id });
		expect((await call('GET', `${flows}/${flow?.meta_flow_id}`)).status).toBe(404);
	});

	it('are created, get a version and are published', async () => {
		const path = await newFlow();
		const { data: versions } = (await call('GET', `${path}/versions`)).body;
		expect(versions).toMatchObject([
			{ version_label: 'v1', status: 'draft', validation_errors: [] },
		]);
		const first = await call('GET', `${path}/versions/${String(versions[0].id)}`);
		const flow_json = { ...first.body.data.flow_json, version: '7.2' };
		expect(await call('POST', `${path}/versions`, { flow_json })).toMatchObject({
			status: 201,
			body: { data: { version_label: 'v2', flow_json } },
		});
		expect((await call('POST', `${path}/publish`)).body.data).toMatchObject({
			status: 'published',
			json_version: '7.2',
		});
		expect(await call('POST', `${path}/publish`)).toMatchObject({
			status: 422,
			body: { error: expect.any(String) },
		});
		expect(
			(await call('GET', `${flows}?status=published&name_contains=new`)).body.data,
		).toHaveLength(1);
		expect(simulator.state.flows.at(-1)).toMatchObject({ name: 'New Flow', status: 'PUBLISHED' });
	});

	it.each<[string, Record<string, unknown>]>([
		['an endpoint of its own', { flow_json: { endpoint_uri: 'https://example.com' } }],
		['the name of another one', { name: business.flows[0].name }],
		['an unknown number', { phone_number_id: '1' }],
	])('are not created with %s', async (_name, wrong) => {
		const given = { phone_number_id: firstNumber.id, name: 'New Flow', ...wrong };
		expect((await call('POST', flows, given)).status).toBe(422);
	});

	it('get a data endpoint in this order: encryption, code, deployment, registration', async () => {
		const path = await newFlow();
		const post = (rest: string, body = {}) => call('POST', `${path}/${rest}`, body);
		expect((await call('GET', `${path}/data_endpoint`)).status).toBe(404);
		expect((await post('data_endpoint', { code: 'async function handler() {}' })).status).toBe(200);
		expect(await post('data_endpoint/register')).toMatchObject({
			status: 422,
			body: { error: expect.stringContaining('encryption') },
		});
		expect((await post('setup_encryption')).body.data).toMatchObject({
			flows_encryption_configured: true,
		});
		const number = await call('GET', `/whatsapp/phone_numbers/${firstNumber.id}`);
		expect(number.body.data.flows_encryption_configured).toBe(true);
		expect(await post('data_endpoint/register')).toMatchObject({
			status: 422,
			body: { error: expect.stringContaining('deployed') },
		});
		expect((await post('data_endpoint/deploy')).status).toBe(202);
		await simulator.settled();
		expect((await post('data_endpoint/register')).body.data).toMatchObject({
			status: 'deployed',
			endpoint_url: expect.stringMatching(/data_endpoint$/),
			flow_has_encryption: true,
		});
		expect((await call('GET', path)).body.data.has_data_endpoint).toBe(true);
	});

	it('have logs and invocations of their data endpoint', async () => {
		const path = await newFlow();
		const code =
			'async function handler() { console.warn("Slow"); return Response.json({"a": 1}); }';
		const { body } = await call('POST', `${path}/data_endpoint`, { code });
		const nothing = (await call('GET', `${path}/function_logs`)).body.data;
		expect(nothing).toMatchObject({ function_name: 'New Flow endpoint', logs: [] });
		await call('POST', `${path}/data_endpoint/deploy`);
		await simulator.settled();
		await call('POST', `/functions/${String(body.data.function_id)}/invoke`, { b: 2 });
		expect((await call('GET', `${path}/function_logs`)).body.data.logs).toMatchObject([
			{ level: 'warn', message: 'Slow' },
		]);
		expect((await call('GET', `${path}/function_logs?limit=51`)).status).toBe(422);
		const { data } = (await call('GET', `${path}/function_invocations?status=success`)).body;
		expect(data.invocations).toMatchObject([
			{ status_code: 200, request_body: { b: 2 }, response_body: { a: 1 }, error_message: null },
		]);
		const failed = await call('GET', `${path}/function_invocations?status=failed`);
		expect(failed.body.data.invocations).toEqual([]);
	});

	it('list what customers sent back', async () => {
		const [flow] = business.flows;
		const sent = await callKapso(simulator, 'POST', `${proxy}/${firstNumber.id}/messages`, {
			messaging_product: 'whatsapp',
			to: pablo.waId,
			type: 'interactive',
			interactive: {
				type: 'flow',
				body: { text: 'Please fill in' },
				action: {
					name: 'flow',
					parameters: {
						flow_message_version: '3',
						flow_id: flow.id,
						flow_cta: 'Open',
						flow_token: 'token-1',
						flow_action: 'navigate',
						flow_action_payload: { screen: 'FIRST' },
					},
				},
			},
		});
		expect(sent.status).toBe(200);
		await simulator.writeAs(pablo.waId, { type: 'flow', response: { date: '2026-03-01' } });
		const { data } = (await call('GET', flows)).body;
		const kapsos = (data as Array<{ id: string; meta_flow_id: string }>).find(
			({ meta_flow_id }) => meta_flow_id === flow.id,
		);
		expect((await call('GET', `${flows}/${kapsos?.id}/responses`)).body).toMatchObject({
			data: [
				{ phone_number: pablo.waId, flow_token: 'token-1', response_data: { date: '2026-03-01' } },
			],
			meta: { total_count: 1 },
		});
	});
});

describe("Kapso's functions", () => {
	it('are deployed before they are invoked', async () => {
		const created = await call('POST', '/functions', {
			function: { name: 'My function', code: 'async function handler() {}' },
		});
		expect(created).toMatchObject({
			status: 201,
			body: { data: { status: 'draft', slug: 'my-function', invoke_response_mode: 'passthrough' } },
		});
		const path = `/functions/${String(created.body.data.id)}`;
		expect((await call('POST', `${path}/invoke`, { a: 1 })).status).toBe(422);
		expect((await call('POST', `${path}/deploy`)).status).toBe(202);
		await simulator.settled();
		expect((await call('GET', path)).body.data.status).toBe('deployed');
		expect((await call('POST', `${path}/invoke`, { a: 1 })).body).toEqual({ received: { a: 1 } });
		await call('PATCH', path, { function: { invoke_response_mode: 'wrapped' } });
		expect((await call('POST', `${path}/invoke`, { b: 2 })).body).toEqual({
			data: { received: { b: 2 } },
		});
		expect((await call('GET', `${path}/invocations`)).body).toMatchObject({
			data: {
				function_name: 'My function',
				invocations: [{ request_body: { b: 2 } }, { request_body: { a: 1 } }],
			},
		});
		const changed = await call('PATCH', path, { function: { code: 'other' } });
		expect(changed.body.data).toMatchObject({ status: 'draft', version: 2 });
		expect((await call('GET', '/functions')).body.data).toHaveLength(1);
	});

	it.each([
		[
			'JSON as it is',
			'return Response.json({"data": {"error": "none"}});',
			'{"data":{"error":"none"}}',
		],
		['a list', 'return Response.json([1, 2]);', '[1,2]'],
		['a text', 'return new Response("Hello");', 'Hello'],
	])('respond with %s', async (_name, statement, text) => {
		const path = await deployed(statement);
		const { body } = await call('POST', `${path}/invoke`, {});
		expect(typeof body === 'string' ? body : JSON.stringify(body)).toBe(text);
	});

	it('keep what failed, with what they logged', async () => {
		const path = await deployed('console.error("No weight"); throw new Error("Invalid weight");');
		expect(await call('POST', `${path}/invoke`, {})).toMatchObject({
			status: 500,
			body: { error: 'Function execution failed', invocation_id: expect.any(String) },
		});
		const { data } = (await call('GET', `${path}/invocations?status=failed&limit=1`)).body;
		expect(data.invocations).toMatchObject([
			{
				status_code: 500,
				error_message: 'Invalid weight',
				console_logs: [{ level: 'error', message: 'No weight' }],
			},
		]);
		expect((await call('GET', `${path}/invocations?limit=21`)).status).toBe(422);
	});

	it('with a syntax error are not deployed', async () => {
		const path = await deployed('return {');
		expect((await call('GET', path)).body.data.status).toBe('error');
		expect((await call('POST', `${path}/invoke`, {})).status).toBe(422);
	});

	/** The path of a function whose handler has these statements. */
	async function deployed(statements: string): Promise<string> {
		const code = `async function handler(request, env) { ${statements} }`;
		const { body } = await call('POST', '/functions', { function: { name: 'Mine', code } });
		const path = `/functions/${String(body.data.id)}`;
		await call('POST', `${path}/deploy`);
		await simulator.settled();
		return path;
	}
});
