import type { INodeParameters } from 'n8n-workflow';

import { processState } from '../../nodes/graphApi/processState';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business } from '../../simulator/business';
import { byId, kapsoIds } from '../cases/kapsoIds';
import { kapsoCredentialFor } from '../support/credential';
import { editorWith } from '../support/editor';
import { runNode } from '../support/engine';
import { respondJson, startServer } from '../support/server';
import type { TestServer } from '../support/server';

interface OddResponse {
	status?: number;
	headers?: Record<string, string>;
	body: unknown;
}

const list = (...ids: string[]): OddResponse => ({ body: { data: ids.map((id) => ({ id })) } });
const customers = { resource: 'kapsoCustomer', operation: 'getMany' };
const reads: Array<[string, INodeParameters]> = [
	['numbered pages', customers],
	['linked pages', { resource: 'kapsoContact', operation: 'getMany' }],
	[
		'a list without pages',
		{
			resource: 'kapsoFunction',
			operation: 'getInvocations',
			function: byId(kapsoIds.function),
		},
	],
];

describe("Odd responses of Kapso's platform", () => {
	let server: TestServer;
	let responses: OddResponse[];

	beforeAll(async () => {
		server = await startServer((_request, response) => {
			const odd = responses[server.received.length - 1] ?? list();
			for (const [name, value] of Object.entries(odd.headers ?? {}))
				response.setHeader(name, value);
			respondJson(response, odd.status ?? 200, odd.body);
		});
	});
	afterAll(() => server.stop());
	beforeEach(() => {
		server.received.splice(0);
		processState.reset();
	});

	async function read(operation: INodeParameters, ...given: OddResponse[]) {
		responses = given;
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { simplify: false, returnAll: true, ...operation },
			credential: kapsoCredentialFor(server.url),
			items: [{ json: {} }],
		});
		return { output: outputs[0]?.map(({ json }) => json), error };
	}

	describe.each(reads)('to a read of %s', (_pages, operation) => {
		it.each([
			[{}],
			[{ message: 'Try again later' }],
			[{ success: false }],
			[{ data: null }],
			[{ data: 'x' }],
			[{ data: 5 }],
			[{ data: {} }],
		])('are no empty list: %j', async (body) => {
			const { output, error } = await read(operation, { body });
			expect(output).toBeUndefined();
			expect(error?.message).toBe('The response does not have the documented form.');
			expect(error?.description).toMatch(/Nothing was sent or changed/);
		});

		it.each([[null], [[]], ['x'], [5]])('are no JSON of an API: %j', async (body) => {
			const { error } = await read(operation, { body });
			expect(error?.message).toMatch(/not the JSON/);
		});

		it.each([
			[{ error: 'Out of order' }],
			[{ error: { message: 'Out of order' } }],
			[{ errors: ['Out of order'] }],
			[{ errors: [{ message: 'Out of order' }] }],
			[{ data: [], error: 'Out of order' }],
		])('are an error although the HTTP status says success: %j', async (body) => {
			const { error } = await read(operation, { body });
			expect(error?.message).toMatch(/HTTP status 200: Out of order$/);
			expect(server.received).toHaveLength(1);
		});
	});

	it('keep the entries beside what is no object', async () => {
		const data = [null, { id: 'a' }, 5, 'x', { id: -1 }, { id: 1e308 }];
		const { output, error } = await read(customers, { body: { data } });
		expect(error).toBeUndefined();
		expect(output).toEqual([
			...[{ value: null }, { id: 'a' }, { value: 5 }],
			...[{ value: 'x' }, { id: -1 }, { id: 1e308 }],
		]);
	});

	const tooMany = (headers: OddResponse['headers']): OddResponse => ({
		status: 429,
		headers,
		body: { error: 'Rate limit exceeded' },
	});

	it.each([
		[{}],
		[{ 'retry-after': '' }],
		[{ 'retry-after': '-5' }],
		[{ 'retry-after': 'soon' }],
		[{ 'retry-after': '0.1' }],
		[{ 'retry-after': '9'.repeat(400) }],
		[{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }],
	])('to too many requests are waited for: %j', async (headers) => {
		const { output, error } = await read(customers, tooMany(headers), list('a'));
		expect(error).toBeUndefined();
		expect(output).toEqual([{ id: 'a' }]);
		expect(server.received).toHaveLength(2);
	});

	it.each(['86400', '1e300', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
		'to too many requests are not waited for longer than anybody would: %s',
		async (time) => {
			const { error } = await read(customers, tooMany({ 'retry-after': time }), list('a'));
			expect(error?.message).toMatch(/more requests this minute/);
			expect(error?.description).toMatch(/asks to wait [\d.e+]+ seconds/);
			expect(server.received).toHaveLength(1);
		},
	);

	const { listSearch } = new WhatsAppBusiness().methods;
	const pickers = Object.entries(listSearch).filter(([name]) =>
		/^search(Kapso|Flows$|Templates|TemplateIds)/.test(name),
	);
	/** What the entries of all lists have. */
	const keys = [
		...['id', 'name', 'status', 'created_at', 'kapso', 'email', 'external_customer_id'],
		...['url', 'kind', 'scope_type', 'wa_id', 'profile_name', 'display_name', 'phone_number'],
		...['phone_number_id', 'display_phone_number', 'whatsapp_template', 'language'],
	];

	it.each(pickers)('leave what can be chosen in the list: %s', async (_name, search) => {
		const chosen = {
			phoneNumber: byId(business.phoneNumbers[0].id),
			customer: byId(kapsoIds.customer),
		};
		const good = {
			...{ id: 'good', phone_number_id: '1', name: 'good', url: 'good', language: 'en' },
			business_account_id: '2',
		};
		for (const value of [undefined, null, -1, 1e308, {}, [null], '', true]) {
			const entry = Object.fromEntries(keys.map((key) => [key, value]));
			const data = [null, 5, 'x', [], entry, good];
			for (const filter of [undefined, 'go']) {
				responses = Array.from({ length: 9 }, () => ({
					body: { data, business_account_id: '2' },
				}));
				server.received.splice(0);
				const editor = editorWith(kapsoCredentialFor(server.url), chosen);
				const { results } = await search.call(editor, filter);
				const shown = JSON.stringify([value, results]);
				expect(shown).toMatch(/"name":"[^"]*good/);
				expect(shown).not.toMatch(/\[object|undefined/);
				for (const result of results) expect(result.name).toEqual(expect.any(String));
			}
		}
	});

	it('without the account of a number are not taken for an ID', async () => {
		responses = [{ body: { data: { phone_number_id: '1', business_account_id: null } } }];
		const chosen = { phoneNumber: byId(business.phoneNumbers[0].id) };
		const editor = editorWith(kapsoCredentialFor(server.url), chosen);
		await expect(listSearch.searchKapsoTemplates.call(editor)).rejects.toThrow(
			'The response does not have the documented form.',
		);
	});
});
