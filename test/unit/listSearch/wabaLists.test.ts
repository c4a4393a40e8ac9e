import type { ILoadOptionsFunctions, NodeParameterValueType } from 'n8n-workflow';

import type { CredentialData } from '../../../nodes/graphApi/connection';
import { searchApps } from '../../../nodes/WhatsAppBusiness/listSearch/apps';
import { searchCatalogs } from '../../../nodes/WhatsAppBusiness/listSearch/catalogs';
import { searchFlows } from '../../../nodes/WhatsAppBusiness/listSearch/flows';
import { searchGroups } from '../../../nodes/WhatsAppBusiness/listSearch/groups';
import { searchProducts } from '../../../nodes/WhatsAppBusiness/listSearch/products';
import { searchPhoneNumbers } from '../../../nodes/shared/listSearch/phoneNumbers';
import { searchTemplateGroups } from '../../../nodes/WhatsAppBusiness/listSearch/templateGroups';
import {
	searchTemplateIds,
	searchTemplates,
} from '../../../nodes/WhatsAppBusiness/listSearch/templates';
import { getTemplateFields } from '../../../nodes/WhatsAppBusiness/resourceMapping/templateFields';
import { searchWabas } from '../../../nodes/WhatsAppBusiness/listSearch/wabas';
import { business, startSimulator, type Simulator } from '../../../simulator';
import { credentialFor } from '../../support/credential';
import { editorWith } from '../../support/editor';
import { addAccount, grant, tokenAlone } from '../../support/tokenAlone';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());

describe('From List of templates', () => {
	it('shows each language of an approved template and stores name and language', async () => {
		const { results } = await searchTemplates.call(editor(), 'order_confirmation');
		expect(results).toMatchObject([
			{
				name: 'order_confirmation · en_US · utility',
				value: 'order_confirmation|en_US',
			},
			{
				name: 'order_confirmation · es_ES · utility',
				value: 'order_confirmation|es_ES',
			},
		]);
	});

	it('is sorted by name, and leads to WhatsApp Manager', async () => {
		const { results } = await searchTemplates.call(editor());
		const names = results.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
		expect(results[0]?.url).toBe(
			`https://business.facebook.com/wa/manage/message-templates/?waba_id=${business.waba.id}`,
		);
	});

	it('shows only approved templates', async () => {
		const { results } = await searchTemplates.call(editor());
		const { templates } = simulator.business;
		const approved = templates.filter(({ status }) => status === 'APPROVED');
		expect(approved.length).toBeLessThan(templates.length);
		expect(results).toHaveLength(approved.length);
	});

	it.each([
		['language', 'es_es'],
		['category', 'authentication'],
	])('finds by %s', async (_, filter) => {
		const { results } = await searchTemplates.call(editor(), filter);
		expect(results).toHaveLength(1);
	});
});

describe('From List of templates to manage', () => {
	it('shows every status and stores the ID', async () => {
		const { results } = await searchTemplateIds.call(editor(), 'paused');
		const paused = simulator.business.templates.find(({ status }) => status === 'PAUSED');
		expect(results).toMatchObject([
			{ name: `${paused?.name ?? ''} · en_US · marketing · paused`, value: paused?.id },
		]);
	});
});

describe('From List of Flows', () => {
	it('shows name and status and stores the ID', async () => {
		const { results } = await searchFlows.call(editor(), 'draft');
		const [, flow] = simulator.business.flows;
		expect(results).toMatchObject([{ name: `${flow.name} · draft`, value: flow.id }]);
	});
});

describe('From List of template groups', () => {
	it('shows the name and stores the ID', async () => {
		const { id, name } = simulator.business.templateGroup;
		expect((await searchTemplateGroups.call(editor(), 'black')).results).toMatchObject([
			{ name, value: id },
		]);
		expect((await searchTemplateGroups.call(editor(), 'spring')).results).toEqual([]);
	});
});

describe('From List of groups', () => {
	it("shows the subject and stores the ID, for the credential's number", async () => {
		const { group, phoneNumbers } = simulator.business;
		const { results } = await searchGroups.call(editor(), 'plant');
		expect(results).toEqual([{ name: group.subject, value: group.id }]);
		const others = editor({ phoneNumberId: phoneNumbers[1].id });
		expect((await searchGroups.call(others)).results).toEqual([]);
	});

	it('names the field that is empty in the credential', async () => {
		const withoutNumber = editor({ phoneNumberId: '' });
		await expect(searchGroups.call(withoutNumber)).rejects.toThrow(
			/'Phone Number ID' is empty in the credential/,
		);
	});
});

describe('From List of numbers', () => {
	it('shows number and name and stores the ID', async () => {
		const { results } = await searchPhoneNumbers.call(editor(), 'support');
		const [, number] = simulator.business.phoneNumbers;
		expect(results).toMatchObject([
			{
				name: `${number.displayPhoneNumber} · ${number.verifiedName} · high quality`,
				value: number.id,
			},
		]);
	});
});

describe('From List of accounts', () => {
	it('shows name and ID and stores the ID, also when the credential has no account', async () => {
		const { results } = await searchWabas.call(editor({ businessAccountId: '' }));
		const { id, name } = simulator.business.waba;
		expect(results).toEqual([{ name: `${name} · ${id}`, value: id }]);
	});
});

describe('From List of catalogs', () => {
	it('shows name and ID and stores the ID', async () => {
		const { id, name } = business.catalog;
		const { results } = await searchCatalogs.call(editor(), 'plants');
		expect(results).toEqual([{ name: `${name} · ${id}`, value: id }]);
	});
});

describe('From List of products', () => {
	const [aloe] = business.catalog.productRetailerIds;
	const search = (catalogId: NodeParameterValueType, filter?: string) =>
		searchProducts.call(editorWith(credentialFor(simulator.url), { catalogId }), filter);

	it('shows name and content ID of the products of the chosen catalog', async () => {
		const { id, productRetailerIds } = business.catalog;
		const { results } = await search({ __rl: true, mode: 'list', value: id });
		expect(results).toHaveLength(productRetailerIds.length);
		expect(results).toContainEqual({ name: `Blue Elf Aloe · ${aloe}`, value: aloe });
	});

	it.each(['aloe', aloe])('finds %s', async (filter) => {
		const { results } = await search(business.catalog.id, filter);
		expect(results.map(({ value }) => value)).toEqual([aloe]);
	});

	it('asks for a catalog first', async () => {
		await expect(search({ __rl: true, mode: 'list', value: '' })).rejects.toThrow(
			/'Catalog' is empty/,
		);
	});
});

describe('From List of apps', () => {
	it('shows the apps that get the webhooks, with name and ID', async () => {
		const { id, name } = business.partnerApp;
		const { results } = await searchApps.call(editor(), 'partner');
		expect(results).toEqual([{ name: `${name} · ${id}`, value: id }]);
	});
});

describe('300 templates', () => {
	const names = Array.from({ length: 300 }, (_, index) => `bulk_${String(index).padStart(3, '0')}`);

	beforeEach(async () => {
		await simulator.reset();
		const [template] = simulator.state.templates;
		if (!template) throw new Error('The simulator has no template');
		const many = names.map((name, index) => ({ ...template, name, id: String(10_000 + index) }));
		simulator.state.templates.splice(0, Infinity, ...many);
	});
	afterEach(() => simulator.reset());

	it('come page by page, each once', async () => {
		const shown: string[] = [];
		let page: string | undefined;
		do {
			const { results, paginationToken } = await searchTemplates.call(editor(), '', page);
			expect(results.length).toBeLessThanOrEqual(100);
			shown.push(...results.map(({ value }) => String(value)));
			page = paginationToken as string | undefined;
		} while (page !== undefined);
		expect(shown).toEqual(names.map((name) => `${name}|en_US`));
		expect(simulator.requests()).toHaveLength(3);
	});

	it('are searched by Meta, with one call', async () => {
		const { results } = await searchTemplates.call(editor(), 'bulk_277');
		expect(results.map(({ value }) => value)).toEqual(['bulk_277|en_US']);
		expect(simulator.requests()).toHaveLength(1);
	});

	it('give the columns of one among them', async () => {
		const template = { __rl: true, mode: 'list', value: 'bulk_277|en_US' };
		const context = editorWith(credentialFor(simulator.url), { template });
		expect((await getTemplateFields.call(context)).fields).toEqual([]);
	});
});

describe('every list', () => {
	it('shows an empty list for an account without templates', async () => {
		simulator.state.templates.splice(0);
		expect(await searchTemplates.call(editor())).toEqual({ results: [] });
		await simulator.reset();
	});

	it('waits for a slow response', async () => {
		simulator.addFaults({ kind: 'slow', delayMs: 1500, times: 1 });
		const { results } = await searchTemplates.call(editor(), 'hello_world');
		expect(results).toHaveLength(1);
	});

	it.each([
		[{ accessToken: 'EAAWRONG' }, /access token/i],
		[{ accessToken: business.expiredAccessToken }, /expired/i],
	])('names the problem with the credential: %o', async (change, message) => {
		for (const search of [searchTemplates, searchPhoneNumbers, searchFlows, searchApps]) {
			await expect(search.call(editor(change))).rejects.toThrow(message);
		}
	});
});

describe('every list of a credential with the token alone', () => {
	const alone = () => editorWith(tokenAlone(simulator.url));
	afterEach(() => simulator.reset());

	it('is that of the only account', async () => {
		const lists = [searchTemplates, searchPhoneNumbers, searchFlows, searchApps, searchCatalogs];
		for (const search of lists) {
			expect(await search.call(alone())).toEqual(await search.call(editor()));
		}
	});

	it('has the fields of a template', async () => {
		const template = { __rl: true, mode: 'list', value: 'order_confirmation|en_US' };
		const context = editorWith(tokenAlone(simulator.url), { template });
		expect((await getTemplateFields.call(context)).fields).not.toEqual([]);
	});

	it('has the numbers of several accounts, with the account', async () => {
		const second = addAccount(simulator);
		const [first, other] = business.phoneNumbers;
		expect((await searchPhoneNumbers.call(alone())).results).toEqual([
			{ name: expect.stringMatching(`account ${business.waba.id}`), value: first.id },
			{ name: expect.stringMatching(`account ${second}`), value: other.id },
		]);
		const { results } = await searchPhoneNumbers.call(alone(), 'SUPPORT');
		expect(results.map(({ value }) => value)).toEqual([other.id]);
	});

	it.each([
		['several accounts', () => addAccount(simulator), /can use 2 WhatsApp Business Accounts/],
		['a token without permissions', () => grant(simulator, undefined, []), /lacks the permission/],
	])('names the problem with %s', async (_name, prepare, message) => {
		prepare();
		for (const search of [searchTemplates, searchFlows, searchApps]) {
			await expect(search.call(alone())).rejects.toThrow(message);
		}
	});

	it('names the missing permission in the list of numbers, too', async () => {
		grant(simulator, undefined, []);
		await expect(searchPhoneNumbers.call(alone())).rejects.toThrow(/lacks the permission/);
	});
});

function editor(change: Partial<CredentialData> = {}): ILoadOptionsFunctions {
	return editorWith(credentialFor(simulator.url, change));
}
