import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { byId } from '../cases/kapsoIds';
import { simulatedKapso } from '../support/simulatedKapso';

const functionCode = 'async function handler() { return Response.json({"version": "3.0"}); }';
const kapso = simulatedKapso();

async function run(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	items: INodeExecutionData[] = [{ json: {} }],
) {
	const {
		outputs,
		error,
		run: stored,
	} = await kapso.run(resource, operation, parameters, { items });
	const { hints = [] } = stored.data.resultData.runData.Tested?.[0] ?? {};
	return { output: outputs[0]?.map(({ json }) => json) ?? [], error, hints };
}

describe('The data endpoint of a Flow', () => {
	/** A new Flow, by Kapso's ID. */
	async function newFlow(): Promise<string> {
		const response = await fetch(`${kapso.simulator.url}/kapso/platform/v1/whatsapp/flows`, {
			headers: { 'x-api-key': String(kapso.credential().apiKey) },
		});
		const { data } = (await response.json()) as { data: Array<{ id: string }> };
		return data[0]?.id ?? '';
	}

	it('works after its four steps, and each step out of order says what comes first', async () => {
		const kapsoFlow = byId(await newFlow());
		const step = (operation: string, more: INodeParameters = {}) =>
			run('kapsoFlow', operation, { kapsoFlow, ...more });

		expect((await step('registerDataEndpoint')).error).toMatchObject({
			message: expect.stringContaining('The encryption of Flows is not set up.'),
			description: expect.stringContaining("Run 'Kapso Flow: Set Up Encryption' first."),
		});
		expect((await step('setUpEncryption')).output).toMatchObject([
			{ flows_encryption_configured: true },
		]);
		for (const operation of [
			'registerDataEndpoint',
			'deployDataEndpoint',
			'getDataEndpoint',
			'getFunctionLogs',
			'getFunctionInvocations',
		]) {
			expect((await step(operation)).error).toMatchObject({
				message: expect.stringContaining('The Flow has no data endpoint yet.'),
				description: expect.stringContaining("Run 'Kapso Flow: Set Data Endpoint' first"),
			});
		}
		expect((await step('setDataEndpoint', { functionCode })).output).toMatchObject([
			{ status: 'draft', code: functionCode },
		]);
		expect((await step('registerDataEndpoint')).error).toMatchObject({
			message: expect.stringContaining('The code is not deployed yet.'),
			description: expect.stringContaining("Run 'Kapso Flow: Deploy Data Endpoint' first."),
		});
		expect((await step('deployDataEndpoint')).error).toBeUndefined();
		await kapso.simulator.settled();
		expect((await step('registerDataEndpoint')).output).toMatchObject([
			{ status: 'deployed', flow_has_encryption: true },
		]);
		expect((await step('getDataEndpoint')).output).toMatchObject([
			{ status: 'deployed', flows_encryption_configured: true },
		]);
	});

	it('is not registered with code that cannot be deployed', async () => {
		const kapsoFlow = byId(await newFlow());
		await run('kapsoFlow', 'setUpEncryption', { kapsoFlow });
		await run('kapsoFlow', 'setDataEndpoint', { kapsoFlow, functionCode: 'return {' });
		await run('kapsoFlow', 'deployDataEndpoint', { kapsoFlow });
		await kapso.simulator.settled();
		const { error } = await run('kapsoFlow', 'registerDataEndpoint', { kapsoFlow });
		expect(error?.message).toContain('Kapso could not deploy the code.');
	});

	it('of an unknown Flow is refused with what Kapso says', async () => {
		const kapsoFlow = byId('11111111-0000-4000-8000-000000000099');
		const { error } = await run('kapsoFlow', 'registerDataEndpoint', { kapsoFlow });
		expect(error?.message).toContain('Kapso does not know');
		expect(error?.description).toContain('Flow not found');
	});

	it('gets no encryption with a number that is not in the project', async () => {
		const kapsoFlow = byId(await newFlow());
		const options = { phoneNumber: byId('999') };
		const { error } = await run('kapsoFlow', 'setUpEncryption', { kapsoFlow, options });
		expect(error?.message).toContain('Kapso could not set up the encryption of Flows.');
		expect(error?.description).toContain('Phone number must exist');
	});

	it('has logs, of which Return All returns what Kapso gives at most', async () => {
		const kapsoFlow = byId(await newFlow());
		const lines = 'console.log("Hi");'.repeat(60);
		const code = `async function handler() { ${lines} return Response.json({ "a": 1 }); }`;
		const [endpoint] = (
			await run('kapsoFlow', 'setDataEndpoint', { kapsoFlow, functionCode: code })
		).output;
		await run('kapsoFlow', 'deployDataEndpoint', { kapsoFlow });
		await kapso.simulator.settled();
		await run('kapsoFunction', 'invoke', { function: byId(String(endpoint?.function_id)) });
		const logs = async (parameters: INodeParameters) =>
			(await run('kapsoFlow', 'getFunctionLogs', { kapsoFlow, ...parameters })).output;
		expect(await logs({ returnAll: true })).toHaveLength(50);
		expect(await logs({ limit: 1000 })).toHaveLength(50);
		expect(await logs({ limit: 1 })).toEqual([
			{
				level: 'info',
				message: 'Hi',
				logged_at: expect.any(String),
				stack: null,
			},
		]);
	});

	it('has calls and versions, which Simplify shortens', async () => {
		const kapsoFlow = byId(await newFlow());
		const given = { kapsoFlow, functionCode };
		const [endpoint] = (await run('kapsoFlow', 'setDataEndpoint', given)).output;
		await run('kapsoFlow', 'deployDataEndpoint', { kapsoFlow });
		await kapso.simulator.settled();
		const chosen = { function: byId(String(endpoint?.function_id)) };
		await run('kapsoFunction', 'invoke', chosen);
		const call = [
			'id',
			'status_code',
			'duration_ms',
			'request_body',
			'response_body',
			'error_message',
			'created_at',
		];
		const keys = async (resource: string, operation: string, more: INodeParameters) =>
			(await run(resource, operation, more)).output.map(Object.keys);
		expect(await keys('kapsoFlow', 'getFunctionInvocations', { kapsoFlow })).toEqual([call]);
		expect(await keys('kapsoFunction', 'getInvocations', chosen)).toEqual([
			[...call, 'console_logs'],
		]);
		const version = ['id', 'version_label', 'status', 'validation_errors', 'published_at'];
		expect(await keys('kapsoFlow', 'getVersions', { kapsoFlow })).toEqual([
			[...version, 'created_at'],
		]);
		const [whole] = (await run('kapsoFlow', 'getVersions', { kapsoFlow, simplify: false })).output;
		expect(whole).toHaveProperty('flow_json_sha');
	});

	it('may have code with undefined and NaN, which no hint warns of', async () => {
		const kapsoFlow = byId(await newFlow());
		const code = 'const none = undefined; const no = NaN; async function handler() {}';
		const { error, hints } = await run('kapsoFlow', 'setDataEndpoint', {
			kapsoFlow,
			functionCode: code,
		});
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
	});
});

describe('A function that is invoked', () => {
	/** A deployed function whose handler has this statement. */
	async function deployed(statement: string, options: INodeParameters = {}): Promise<string> {
		const code = `async function handler(request, env) { ${statement} }`;
		const given = { functionName: 'Mine', functionCode: code, options };
		const [created] = (await run('kapsoFunction', 'create', given)).output;
		const id = String(created?.id);
		await run('kapsoFunction', 'deploy', { function: byId(id) });
		await kapso.simulator.settled();
		return id;
	}

	it.each<[string, string, object[]]>([
		[
			'data and an error',
			'{"data": {"a": 1}, "error": {"code": 1}}',
			[{ data: { a: 1 }, error: { code: 1 } }],
		],
		['a text under error', '{"error": "none left"}', [{ error: 'none left' }]],
		['a list', '[{"a": 1}, 2]', [{ a: 1 }, { value: 2 }]],
		['a number', '5', [{ data: 5 }]],
		['nothing', 'null', [{ data: null }]],
	])('responds with %s', async (_name, json, expected) => {
		const id = await deployed(`return Response.json(${json});`);
		const { output, error } = await run('kapsoFunction', 'invoke', { function: byId(id) });
		expect(error).toBeUndefined();
		expect(output).toEqual(expected);
	});

	it('responds with a text, and with the envelope of older functions as it is', async () => {
		const text = await deployed('return new Response("Hello");');
		const wrapped = await deployed('return Response.json({"a": 1});', {
			invokeResponseMode: 'wrapped',
		});
		const invoke = async (id: string) =>
			(await run('kapsoFunction', 'invoke', { function: byId(id) })).output;
		expect(await invoke(text)).toEqual([{ data: 'Hello' }]);
		expect(await invoke(wrapped)).toEqual([{ data: { a: 1 } }]);
	});

	it('gets the payload of its item', async () => {
		const id = await deployed('return;');
		const items = [{ json: { weight: 1 } }, { json: { weight: 2 } }];
		const parameters = { function: byId(id), functionPayload: '={{ $json }}' };
		const { output } = await run('kapsoFunction', 'invoke', parameters, items);
		expect(output).toEqual([{ received: { weight: 1 } }, { received: { weight: 2 } }]);
	});

	it('must be deployed first', async () => {
		const given = { functionName: 'Mine', functionCode };
		const [created] = (await run('kapsoFunction', 'create', given)).output;
		const chosen = { function: byId(String(created?.id)) };
		const { error } = await run('kapsoFunction', 'invoke', chosen);
		expect(error).toMatchObject({
			message: expect.stringContaining('The code is not deployed yet.'),
			description: expect.stringContaining("Run 'Kapso Function: Deploy' first."),
		});
	});

	it('and fails is not called again', async () => {
		const id = await deployed('throw new Error("Invalid weight");');
		const { error } = await run('kapsoFunction', 'invoke', { function: byId(id) });
		expect(error?.message).toContain('Function execution failed');
		expect(error?.description).toContain("Check with 'Kapso Function: Get Invocations'");
		const { output } = await run('kapsoFunction', 'getInvocations', { function: byId(id) });
		expect(output).toMatchObject([{ status_code: 500, error_message: 'Invalid weight' }]);
	});
});
