import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business } from '../../simulator';
import { byId } from '../cases/kapsoIds';
import { credentialFor, kapsoCredentialFor } from '../support/credential';
import { editorWith } from '../support/editor';
import { respondJson, startServer } from '../support/server';
import { simulatedKapso } from '../support/simulatedKapso';

const { listSearch } = new WhatsAppBusiness().methods;
const [first, second] = business.phoneNumbers;
const [{ waId, profileName }] = business.customers;
const kapso = simulatedKapso({ keepsObjects: true });

beforeAll(async () => {
	await kapso.simulator.writeAs(waId, { type: 'text', text: 'Hello' });
});

const editor = () => editorWith(kapso.credential());

describe('The list of contacts', () => {
	it('has their names and numbers, and what is chosen is found', async () => {
		const { results } = await listSearch.searchKapsoContacts.call(editor());
		expect(results).toEqual([
			{ name: `${profileName} · +${waId}`, value: expect.stringMatching(/^[0-9a-f-]{36}$/) },
		]);
		const contact = { __rl: true, mode: 'list', value: results[0]?.value };
		expect(await kapso.outputOf('kapsoContact', 'get', { contact })).toMatchObject([
			{ wa_id: waId },
		]);
	});
});

describe('The list of conversations', () => {
	it('has the names, the numbers and the states', async () => {
		const { results } = await listSearch.searchKapsoConversations.call(editor());
		expect(results).toMatchObject([{ name: `${profileName} · +${waId} · active` }]);
	});
});

describe('The list of webhooks of a project', () => {
	beforeAll(async () => {
		const options = { secretKey: 'secret' };
		for (const [parameters, webhookUrl] of [
			[{ scope: 'project' }, 'https://example.com/project'],
			[{ phoneNumber: byId(first.id) }, 'https://example.com/first'],
			[{ phoneNumber: byId(second.id) }, 'https://example.com/second'],
		] as const) {
			await kapso.outputOf('kapsoWebhook', 'create', { ...parameters, webhookUrl, options });
		}
	});

	it.each<[string | undefined, string[]]>([
		[undefined, ['first', 'project', 'second']],
		['SECOND', ['second']],
	])('has those of the project and of every number: %s', async (filter, names) => {
		const { results } = await listSearch.searchKapsoProjectWebhooks.call(editor(), filter);
		expect(results.map(({ name }) => name)).toEqual(
			names.map((name) => `https://example.com/${name} · kapso`),
		);
	});

	it('asks for those of 30 numbers at most, some at once', async () => {
		let underWay = 0;
		let mostAtOnce = 0;
		const server = await startServer((request, response) => {
			const isOfNumber = request.url.includes('/phone_numbers/');
			if (isOfNumber) mostAtOnce = Math.max(mostAtOnce, ++underWay);
			const data = request.url.includes('/phone_numbers?')
				? Array.from({ length: 40 }, (_number, index) => ({ phone_number_id: String(index + 1) }))
				: [];
			setImmediate(() => {
				if (isOfNumber) underWay--;
				respondJson(response, 200, { data });
			});
		});
		const many = editorWith(kapsoCredentialFor(server.url));
		const { results } = await listSearch.searchKapsoProjectWebhooks.call(many);
		await server.stop();
		expect(results).toEqual([]);
		expect(server.received.filter(({ url }) => url.includes('/phone_numbers/'))).toHaveLength(30);
		expect(mostAtOnce).toBeLessThanOrEqual(5);
	});

	it('says which host it needs', async () => {
		const meta = editorWith(credentialFor(kapso.simulator.url));
		await expect(listSearch.searchKapsoProjectWebhooks.call(meta)).rejects.toThrow(
			'Only Kapso offers this',
		);
	});
});

describe('The lists of Flows and functions', () => {
	it('have names with their states, and what is chosen is found', async () => {
		const { results: flows } = await listSearch.searchKapsoFlows.call(editor());
		expect(flows).toHaveLength(business.flows.length);
		expect(flows[0]?.name).toMatch(/ · (draft|published|deprecated)$/);
		const kapsoFlow = { __rl: true, mode: 'list', value: flows[0]?.value };
		expect(await kapso.outputOf('kapsoFlow', 'getVersions', { kapsoFlow })).not.toEqual([]);

		const code = 'async function handler() { return Response.json({}); }';
		await kapso.outputOf('kapsoFunction', 'create', {
			functionName: 'Shipping',
			functionCode: code,
		});
		const { results: functions } = await listSearch.searchKapsoFunctions.call(editor(), 'SHIP');
		expect(functions).toMatchObject([{ name: 'Shipping · draft' }]);
		const chosen = { function: { __rl: true, mode: 'list', value: functions[0]?.value } };
		expect(await kapso.outputOf('kapsoFunction', 'get', chosen)).toMatchObject([
			{ name: 'Shipping', code },
		]);
	});
});

describe('A list of more than 100 entries', () => {
	it('goes on where its page ends, and finds names on all pages', async () => {
		const headers = {
			'x-api-key': business.kapsoApiKey,
			'content-type': 'application/json',
		};
		for (let index = 0; index < 101; index++) {
			await fetch(`${kapso.simulator.url}/kapso/platform/v1/customers`, {
				method: 'POST',
				headers,
				body: JSON.stringify({ customer: { name: `Customer ${index}` } }),
			});
		}
		const { searchKapsoCustomers } = listSearch;
		const page = await searchKapsoCustomers.call(editor());
		const next = await searchKapsoCustomers.call(editor(), '', String(page.paginationToken));
		expect([page, next].map(({ results }) => results.length)).toEqual([100, 1]);
		expect(next.paginationToken).toBeUndefined();
		const oldest = await searchKapsoCustomers.call(editor(), 'customer 0');
		expect(oldest.results).toMatchObject([{ name: 'Customer 0' }]);
	});
});

describe('A list that depends on a field', () => {
	it('says which field is empty', async () => {
		await expect(listSearch.searchKapsoSetupLinks.call(editor())).rejects.toThrow(
			"'Customer' is empty",
		);
		await expect(listSearch.searchKapsoWebhooks.call(editor())).rejects.toThrow(
			"'Phone Number' is empty",
		);
	});
});

describe('The list of setup links', () => {
	it('has the active one on top, with when it was made', async () => {
		const [{ id } = {}] = await kapso.outputOf('kapsoCustomer', 'create', { customerName: 'Acme' });
		const customer = byId(String(id));
		await kapso.outputOf('kapsoSetupLink', 'create', { customer });
		await kapso.outputOf('kapsoSetupLink', 'create', { customer });
		const ofCustomer = editorWith(kapso.credential(), { customer });
		const { results } = await listSearch.searchKapsoSetupLinks.call(ofCustomer);
		expect(results.map(({ name }) => name)).toEqual([
			expect.stringMatching(/^active · \d{4}-\d\d-\d\d \d\d:\d\d UTC$/),
			expect.stringMatching(/^revoked · /),
		]);
	});
});
