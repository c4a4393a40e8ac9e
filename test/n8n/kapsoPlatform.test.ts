import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { business } from '../../simulator';
import { byId, kapsoIds } from '../cases/kapsoIds';
import { simulatedKapso } from '../support/simulatedKapso';

const phoneNumber = byId(business.phoneNumbers[0].id);
const kapso = simulatedKapso();

async function run(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	items: INodeExecutionData[] = [{ json: {} }],
	settings?: Partial<INode>,
) {
	const before = kapso.simulator.requests().length;
	const { outputs, error } = await kapso.run(resource, operation, parameters, { items, settings });
	const requests = kapso.simulator.requests().slice(before);
	return { output: outputs[0]?.map(({ json }) => json) ?? [], error, requests };
}

async function newCustomer(customerName: string): Promise<string> {
	const { output } = await run('kapsoCustomer', 'create', { customerName });
	return String(output[0]?.id);
}

async function addCustomer(name: string): Promise<void> {
	await fetch(`${kapso.simulator.url}/kapso/platform/v1/customers`, {
		method: 'POST',
		headers: { 'x-api-key': business.kapsoApiKey, 'content-type': 'application/json' },
		body: JSON.stringify({ customer: { name } }),
	});
}

describe("Kapso's platform", () => {
	it('finds an object by its ID in capital letters, with spaces around it', async () => {
		const id = await newCustomer('Acme');
		const customer = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
		const items = [{ json: { id: ` ${id.toUpperCase()} ` } }];
		const { output } = await run('kapsoCustomer', 'get', { customer }, items);
		expect(output).toMatchObject([{ id, name: 'Acme' }]);
	});

	it('gives each failed item its error, and the others their output', async () => {
		const id = await newCustomer('Acme');
		const customer = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
		const items = [id, 'x', undefined, kapsoIds.user].map((json) => ({ json: { id: json } }));
		const { output, requests } = await run('kapsoCustomer', 'get', { customer }, items, {
			onError: 'continueRegularOutput',
		});
		expect(output).toMatchObject([
			{ id },
			{ message: "'Customer' is not an ID of Kapso" },
			{ message: "'Customer' is empty" },
			{ error: { httpStatus: 404 } },
		]);
		expect(requests).toHaveLength(2);
	});

	it.each([
		[100, 100, 1],
		[101, 101, 2],
		[undefined, 103, 2],
	])('gives a limit of %s from 103 entries', async (limit, count, calls) => {
		for (let index = 0; index < 103; index++) await addCustomer(`Customer ${index}`);
		const chosen = limit === undefined ? { returnAll: true } : { limit };
		const { output, requests } = await run('kapsoCustomer', 'getMany', chosen);
		expect(new Set(output.map(({ id }) => id)).size).toBe(count);
		expect(requests).toHaveLength(calls);
	});

	it.each([
		[404, 'Customer not found', /^Kapso does not know/],
		[422, 'Name has already been taken', /^Kapso refused a value/],
		[401, 'Invalid API key', /^Kapso does not accept the API key/],
	])('explains %i, in the words of Kapso', async (httpStatus, error, what) => {
		kapso.simulator.addFaults({ kind: 'response', httpStatus, body: { error }, times: 1 });
		const failed = await run('kapsoCustomer', 'create', { customerName: 'Acme' });
		expect(failed.error?.message).toMatch(what);
		expect(failed.error?.description).toContain(error);
		expect(failed.requests).toHaveLength(1);
	});

	it('waits as long as Kapso says after too many requests', async () => {
		const headers = { 'retry-after': '1' };
		const body = { error: 'Rate limit exceeded' };
		kapso.simulator.addFaults({ kind: 'response', httpStatus: 429, body, headers, times: 1 });
		const { output, requests } = await run('kapsoCustomer', 'create', { customerName: 'Acme' });
		expect(output).toMatchObject([{ name: 'Acme' }]);
		expect(requests).toMatchObject([{ status: 429 }, { status: 201 }]);
	});

	it('does not repeat what may have been done, and names no chat to look into', async () => {
		const body = { error: 'Internal server error' };
		kapso.simulator.addFaults({ kind: 'response', httpStatus: 500, body, times: 1 });
		const { error, requests } = await run('kapsoCustomer', 'create', { customerName: 'Acme' });
		expect(error?.description).toContain('It may or may not have been carried out.');
		expect(error?.description).not.toContain('chat');
		expect(requests).toHaveLength(1);
	});

	it('keeps the headers of a webhook secret once it is created', async () => {
		const options = { headers: '{"Authorization": "Bearer letmein"}' };
		const given = { phoneNumber, webhookUrl: 'https://example.com/kapso', options };
		const { output } = await run('kapsoWebhook', 'create', given);
		const webhook = byId(String(output[0]?.id));
		const chosen = { phoneNumber, webhook };
		const later = [
			...(await run('kapsoWebhook', 'get', { ...chosen, simplify: false })).output,
			...(await run('kapsoWebhook', 'getMany', { phoneNumber, simplify: false })).output,
			...(await run('kapsoWebhook', 'update', { ...chosen, updateFields: { active: false } }))
				.output,
		];
		expect(later).toHaveLength(3);
		for (const { headers } of later) expect(headers).toEqual({ Authorization: '[hidden]' });
	});
});
