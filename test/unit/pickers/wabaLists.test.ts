import type { ILoadOptionsFunctions, INode } from 'n8n-workflow';

import type { CredentialData } from '../../../nodes/graphApi/connection';
import { searchFlows } from '../../../nodes/WhatsAppBusiness/pickers/flows';
import { searchGroups } from '../../../nodes/WhatsAppBusiness/pickers/groups';
import { searchPhoneNumbers } from '../../../nodes/WhatsAppBusiness/pickers/phoneNumbers';
import {
	searchTemplateIds,
	searchTemplates,
} from '../../../nodes/WhatsAppBusiness/pickers/templates';
import { searchWabas } from '../../../nodes/WhatsAppBusiness/pickers/wabas';
import { startSimulator, type Simulator } from '../../../simulator';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.stop());

describe('From List of templates', () => {
	it('shows each language of an approved template and stores name and language', async () => {
		const { results } = await searchTemplates.call(editor(), 'order_confirmation');
		expect(results).toEqual([
			{
				name: 'order_confirmation · en_US · utility · approved',
				value: 'order_confirmation|en_US',
			},
			{
				name: 'order_confirmation · es_ES · utility · approved',
				value: 'order_confirmation|es_ES',
			},
		]);
	});

	it('shows no template that can not be sent', async () => {
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
		expect(results).toEqual([
			{ name: `${paused?.name ?? ''} · en_US · marketing · paused`, value: paused?.id },
		]);
	});
});

describe('From List of Flows', () => {
	it('shows name and status and stores the ID', async () => {
		const { results } = await searchFlows.call(editor(), 'draft');
		const [, flow] = simulator.business.flows;
		expect(results).toEqual([{ name: `${flow.name} · draft`, value: flow.id }]);
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

	it('says what is missing in the credential', async () => {
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
		expect(results).toEqual([
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

it.each([
	[{ businessAccountId: '' }, /'WhatsApp Business Account ID' is empty in the credential/],
	[{ accessToken: 'EAAWRONG' }, /access token/i],
])('says what is wrong with the credential: %o', async (change, message) => {
	await expect(searchTemplates.call(editor(change))).rejects.toThrow(message);
});

// What n8n gives a list to load itself with, as far as it is used.
function editor(change: Partial<CredentialData> = {}): ILoadOptionsFunctions {
	const { accessToken, phoneNumbers, waba } = simulator.business;
	const credential: CredentialData = {
		accessToken,
		phoneNumberId: phoneNumbers[0].id,
		businessAccountId: waba.id,
		host: 'custom',
		baseUrl: simulator.url,
		apiVersion: 'v25.0',
		...change,
	};
	const host: Pick<ILoadOptionsFunctions, 'getCredentials' | 'getNode'> = {
		getCredentials: <T extends object>() => Promise.resolve(credential as T),
		getNode: (): INode => ({
			id: '1',
			name: 'WhatsApp Business',
			type: 'whatsAppBusiness',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		}),
	};
	return host as ILoadOptionsFunctions;
}
