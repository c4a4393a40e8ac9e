import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { byId } from '../cases/kapsoIds';
import { credentialFor, kapsoCredentialFor } from '../support/credential';
import { editorWith } from '../support/editor';
import { runNode } from '../support/engine';

const { listSearch } = new WhatsAppBusiness().methods;
const [first, second] = business.phoneNumbers;
const [{ waId, profileName }] = business.customers;
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ settings: { hosts: ['kapso'] } });
	await simulator.writeAs(waId, { type: 'text', text: 'Hello' });
});
afterAll(() => simulator.stop());

const editor = () => editorWith(kapsoCredentialFor(simulator.url));

async function run(resource: string, operation: string, parameters: object) {
	const { outputs, error } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: { resource, operation, ...parameters },
		credential: kapsoCredentialFor(simulator.url),
		items: [{ json: {} }],
	});
	expect(error).toBeUndefined();
	return outputs[0]?.map(({ json }) => json) ?? [];
}

describe('The list of contacts', () => {
	it('has their names and numbers, and what is chosen is found', async () => {
		const { results } = await listSearch.searchKapsoContacts.call(editor());
		expect(results).toEqual([
			{ name: `${profileName} · ${waId}`, value: expect.stringMatching(/^[0-9a-f-]{36}$/) },
		]);
		const contact = { __rl: true, mode: 'list', value: results[0]?.value };
		expect(await run('kapsoContact', 'get', { contact })).toMatchObject([{ wa_id: waId }]);
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
			await run('kapsoWebhook', 'create', { ...parameters, webhookUrl, options });
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

	it('says which host it needs', async () => {
		const meta = editorWith(credentialFor(simulator.url));
		await expect(listSearch.searchKapsoProjectWebhooks.call(meta)).rejects.toThrow(
			'Only Kapso offers this',
		);
	});
});
