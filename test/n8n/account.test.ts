import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { business, startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { credentialFor } from '../support/credential';
import { runNode } from '../support/engine';

let simulator: Simulator;

describe('Account', () => {
	beforeAll(async () => {
		simulator = await startSimulator({ port: 0 });
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	const run = async (operation: string, parameters: INodeParameters = {}, resource = 'account') => {
		const { outputs, error } = await runNode({
			node: new WhatsAppBusiness(),
			parameters: { resource, operation, ...parameters },
			credential: credentialFor(simulator.url),
			items: [{ json: {} }],
		});
		return { items: outputs[0]?.map(({ json }) => json), error };
	};
	const [now, hour] = [Date.now(), 3_600_000];
	/** Two hours to the millisecond: a second more would be another interval. */
	const today = {
		start: new Date(now - hour).toISOString(),
		end: new Date(now + hour).toISOString(),
	};

	it('Get and Get Current User: return the account and the user of the token', async () => {
		const account = await run('get', { options: { fields: ['name', 'health_status'] } });
		expect(account.items).toMatchObject([
			{ name: business.waba.name, health_status: { can_send_message: 'AVAILABLE' } },
		]);
		expect((await run('getCurrentUser')).items).toEqual([business.user]);
	});

	it('Get Analytics: returns an item per interval', async () => {
		await run('sendText', { to: '+16505551234', text: 'Hello' }, 'message');
		const { items } = await run('getAnalytics', { ...today, granularity: 'HALF_HOUR' });
		expect(items).toHaveLength(4);
		expect(items?.reduce((sum, { sent }) => sum + Number(sent), 0)).toBe(1);
	});

	it('Get Analytics: breaks figures down by country and tier', async () => {
		const { items } = await run('getAnalytics', {
			analyticsType: 'pricing_analytics',
			...today,
			filters: { pricingDimensions: ['COUNTRY', 'TIER'] },
		});
		expect(items).toEqual([
			expect.objectContaining({ country: 'US', tier: '0:MAX', volume: expect.any(Number) }),
		]);
	});

	it('Get Analytics: follows the pages of template figures', async () => {
		const ids = business.templates.slice(0, 2).map(({ id }) => id);
		const { items } = await run('getAnalytics', {
			analyticsType: 'template_analytics',
			start: '2026-06-01T00:00:00Z',
			end: '2026-07-01T00:00:00Z',
			templateIds: ids.join(', '),
		});
		expect(items).toHaveLength(60);
		expect(new Set(items?.map((item) => `${item.template_id} ${item.start}`)).size).toBe(60);
	});

	it('Get Analytics: reports a template that is not in the account', async () => {
		const { error } = await run('getAnalytics', {
			analyticsType: 'template_analytics',
			...today,
			templateIds: '1',
		});
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '400' });
	});

	it.each(['template_analytics', 'template_group_analytics'])(
		'Get Analytics: leads to Update until insights are on, then returns %s',
		async (analyticsType) => {
			simulator.state.waba.withoutInsights = true;
			const id = String(business.templates[0]?.id);
			const get = () =>
				run('getAnalytics', { analyticsType, ...today, templateIds: id, templateGroupIds: id });
			expect((await get()).error?.description).toContain(
				"'Template Insights' with Account: Update",
			);
			await run('update', { updateFields: { templateInsights: true } });
			const { items } = await get();
			expect(items?.[0]).toMatchObject({
				[analyticsType.replace('analytics', 'id')]: id,
				sent: 0,
				delivered: 0,
			});
		},
	);

	it('Get Analytics: returns the calls of each interval', async () => {
		const { items } = await run('getAnalytics', {
			analyticsType: 'call_analytics',
			...today,
			granularity: 'HALF_HOUR',
		});
		expect(items).toHaveLength(4);
		expect(items?.[0]).toMatchObject({ count: 0, cost: 0, average_duration: 0 });
	});

	it('Assign User, Get Assigned Users and Unassign User: change who may use the account', async () => {
		const [, user] = business.portfolio.users;
		const { id: businessId } = business.portfolio;
		const tasks = async () =>
			(await run('getAssignedUsers', { businessId })).items?.find(({ id }) => id === user.id)
				?.tasks;
		await run('assignUser', { userId: user.id, tasks: ['DEVELOP'] });
		expect(await tasks()).toEqual(['DEVELOP']);
		await run('unassignUser', { userId: user.id });
		expect(await tasks()).toBeUndefined();
	});
});
