import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { cases as createCases } from '../cases/template/create';
import { byId, templateId } from '../cases/template/ids';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;

describe('Templates', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0, settings: { templateReviewMs: 1 } });
	});
	afterAll(() => simulator.stop());
	beforeEach(async () => {
		await simulator.reset({ keepCallbacks: true });
	});

	const run = (operation: string, parameters: INodeParameters, binary: IBinaryKeyData = {}) =>
		runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource: 'template', operation, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {}, binary }],
		});
	const items = async (operation: string, parameters: INodeParameters) =>
		(await run(operation, parameters)).outputs[0]?.map(({ json }) => json);
	const byName = (templateName: string, languageCode = '') => ({
		findBy: 'name',
		templateName,
		languageCode,
	});
	const newTemplate = {
		templateName: 'delivery_today',
		languageCode: 'en_US',
		bodyText: 'Your order comes today.',
	};

	describe('Create', () => {
		it.each(createCases)('is accepted by the API: $name', async ({ parameters, binary = {} }) => {
			const { outputs, error } = await run('create', parameters, binary);
			expect(error).toBeUndefined();
			expect(outputs[0]).toMatchObject([
				{ json: { id: expect.stringMatching(/^\d+$/), status: 'PENDING' } },
			]);
		});

		it('is followed until it is approved', async () => {
			expect(await items('create', newTemplate)).toMatchObject([{ category: 'UTILITY' }]);
			await simulator.settled();
			expect(await items('getStatus', byName('delivery_today', 'en_US'))).toMatchObject([
				{ status: 'APPROVED', summary: 'Approved. It can be sent.', canBeSent: true },
			]);
		});

		it('is followed until it is rejected, with the reason', async () => {
			await items('create', { ...newTemplate, bodyText: 'You have won the lottery today.' });
			await simulator.settled();
			expect(await items('getStatus', byName('delivery_today'))).toMatchObject([
				{
					status: 'REJECTED',
					rejected_reason: 'SCAM',
					summary:
						'Rejected because Meta considers its content fraudulent. Change it to have it reviewed again.',
					canBeSent: false,
				},
			]);
		});

		it('says what to do when the name exists', async () => {
			const { error } = await run('create', { ...newTemplate, templateName: 'hello_world' });
			expect(error).toMatchObject({
				message: 'A template with this name already has content in this language.',
				description: expect.stringContaining('Use another name or language'),
			});
		});
	});

	describe('Get Status', () => {
		it.each([
			['paused_promotion', 'PAUSED', /^Paused\. Meta has paused it/],
			['disabled_promotion', 'DISABLED', /^Disabled\. Meta has disabled it/],
			['pending_promotion', 'PENDING', /^Pending\. Meta is reviewing it/],
			[
				'rejected_promotion',
				'REJECTED',
				/^Rejected because its content violates a WhatsApp policy/,
			],
		])('describes the status of %s by its ID', async (name, status, summary) => {
			expect(await items('getStatus', { templateId: byId(templateId(name)) })).toMatchObject([
				{ name, status, summary: expect.stringMatching(summary), canBeSent: false },
			]);
		});

		it('returns each language of a name', async () => {
			expect(await items('getStatus', byName('order_confirmation'))).toMatchObject([
				{ language: 'en_US' },
				{ language: 'es_ES' },
			]);
		});

		it('finds a name after pages of longer names', async () => {
			const { templates } = simulator.state;
			const [first] = templates;
			if (!first) throw new Error('There is no template');
			const longer = Array.from({ length: 120 }, (_, index) => ({
				...first,
				id: String(index + 1),
				name: `order_confirmation_${index}`,
			}));
			templates.unshift(...longer);
			expect(await items('getStatus', byName('order_confirmation', 'en_US'))).toMatchObject([
				{ name: 'order_confirmation' },
			]);
		});

		it('reports an unknown name', async () => {
			const { error } = await run('getStatus', byName('order_conf', 'en_US'));
			expect(error).toMatchObject({
				message: "'Template Name' does not exist in en_US",
				description: expect.stringMatching(
					/^Check the name and the language with 'Template: Get Many'\./,
				),
			});
		});
	});

	it('Get Many: returns templates simplified or as Meta returns them', async () => {
		const filters = { name: 'plants_carousel' };
		expect(await items('getMany', { filters })).toEqual([
			{
				id: templateId('plants_carousel'),
				name: 'plants_carousel',
				language: 'en_US',
				status: 'APPROVED',
				category: 'MARKETING',
				quality: 'GREEN',
				body: 'Rare succulents for sale! {{1}}, use code {{2}} to get 20% off.',
				buttons: [],
				cards: 2,
				variables: ['{{1}}', '{{2}}'],
			},
		]);
		expect(await items('getMany', { filters, simplify: false })).toMatchObject([
			{ components: [{ type: 'BODY' }, { type: 'CAROUSEL' }] },
		]);
	});

	it.each([
		[{ status: ['PAUSED', 'DISABLED'] }, ['paused_promotion', 'disabled_promotion']],
		[{ category: ['AUTHENTICATION'] }, ['verification_code']],
		[{ quality: ['RED'], status: ['PAUSED'] }, ['paused_promotion']],
		[{ language: 'es_ES' }, ['order_confirmation']],
		[{ nameOrContent: 'succulents' }, ['plants_carousel']],
	])('Get Many: filters by %j', async (filters, names) => {
		const found = await items('getMany', { returnAll: true, filters });
		expect(found?.map(({ name }) => name)).toEqual(names);
	});

	it('Delete: deletes one language, then all of the name', async () => {
		const parameters = { templateName: 'order_confirmation' };
		const spanish = {
			languages: 'one',
			templateId: byId(templateId('order_confirmation', 'es_ES')),
		};
		expect(await items('delete', { ...parameters, ...spanish })).toEqual([{ deleted: true }]);
		expect(await items('getStatus', byName('order_confirmation'))).toMatchObject([
			{ language: 'en_US' },
		]);
		expect(await items('delete', parameters)).toEqual([{ deleted: true }]);
		const again = await run('delete', parameters);
		expect(again.error?.description).toContain('no message template with the name');
	});

	it('Update: sends a template to review again, once a day', async () => {
		const parameters = {
			templateId: byId(templateId('seasonal_promotion')),
			bodyText: 'New text.',
		};
		expect(await items('update', parameters)).toEqual([{ success: true }]);
		await simulator.settled();
		const { error } = await run('update', parameters);
		expect(error?.message).toBe(
			'The template cannot be changed in its current state, for example while Meta reviews it.',
		);
		expect(await items('get', { templateId: parameters.templateId })).toMatchObject([
			{ components: [{ type: 'BODY', text: 'New text.' }], status: 'APPROVED' },
		]);
	});

	it('Compare: returns an item per template', async () => {
		const templates = {
			templateId: byId(templateId('seasonal_promotion')),
			otherTemplateId: byId(templateId('new_arrivals_image')),
		};
		expect(await items('compare', templates)).toEqual([
			{
				id: templateId('seasonal_promotion'),
				messageSends: 4200,
				topBlockReason: 'SPAM',
				blockedLess: false,
			},
			{
				id: templateId('new_arrivals_image'),
				messageSends: 1800,
				topBlockReason: 'NO_LONGER_NEEDED',
				blockedLess: true,
			},
		]);
		expect(await items('compare', { ...templates, simplify: false })).toMatchObject([
			{ data: [{ metric: 'BLOCK_RATE' }, { metric: 'MESSAGE_SENDS' }, {}] },
		]);
		const { error } = await run('compare', {
			...templates,
			otherTemplateId: byId(templateId('call_us')),
		});
		expect(error?.description).toContain('1,000 times');
	});

	it('Unpause: unpauses a paused template and says why another cannot be unpaused', async () => {
		const paused = { templateId: byId(templateId('paused_promotion')) };
		expect(await items('unpause', paused)).toEqual([{ success: true }]);
		expect(await items('getStatus', paused)).toMatchObject([{ status: 'APPROVED' }]);
		expect(await items('unpause', paused)).toEqual([
			{ success: false, reason: expect.stringContaining('not paused') },
		]);
	});

	it('Archive and Unarchive: say of each template what became of it', async () => {
		const [approved, pending] = [templateId('hello_world'), templateId('pending_promotion')];
		const templateIds = [approved, pending];
		expect(await items('archive', { templateIds })).toEqual([
			{ id: approved, success: true },
			{
				id: pending,
				success: false,
				error: 'Only approved or rejected templates can be archived',
			},
		]);
		expect(await items('getStatus', { templateId: byId(approved) })).toMatchObject([
			{ status: 'ARCHIVED', canBeSent: false },
		]);
		expect(await items('unarchive', { templateIds })).toEqual([
			{ id: approved, success: true },
			{ id: pending, success: false, error: 'Template is not archived' },
		]);
	});

	it('Migrate: says of each template what became of it', async () => {
		expect(await items('migrate', { sourceWabaId: byId(business.sourceWaba.id) })).toEqual([
			{ id: '1473688840035974', success: true },
			{ id: '6162904357082268', success: true },
			{ id: '1019496902803242', success: false, error: 'Incorrect category' },
		]);
	});

	it('Upsert Authentication: gives an item for each language', async () => {
		const parameters = { templateName: 'login_code', languageCodes: 'en_US, fr' };
		expect(await items('upsertAuthentication', parameters)).toMatchObject([
			{ language: 'en_US', status: 'APPROVED' },
			{ language: 'fr', status: 'APPROVED' },
		]);
	});

	it('Get Library: shows each template with the sample values', async () => {
		expect(await items('getLibrary', { options: { search: 'balance' } })).toMatchObject([
			{
				preview:
					'Your balance is low\n\nHello Jim, the balance of your account that ends in 1234 is below $75.00. Please add money to it soon.',
			},
		]);
	});

	it.each(['get', 'getStatus', 'unpause', 'update'])(
		'reports an unknown ID in %s',
		async (operation) => {
			const { error } = await run(operation, { templateId: byId('1'), bodyText: 'New text.' });
			expect(error?.message).toBe(
				'The ID in the request does not exist, or the access token has no access to it.',
			);
		},
	);
});
