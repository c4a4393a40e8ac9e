import { business, type Simulator } from '../../simulator';
import { call, send, sendTemplate, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const path = `/v25.0/${business.waba.id}`;
const update = (body: object) => call(simulator, 'POST', path, body);
const read = async (fields: string) =>
	(await call(simulator, 'GET', `${path}?fields=${fields}`)).body;
const text = (...texts: string[]) => texts.map((value) => ({ type: 'text', text: value }));
const promote = () =>
	sendTemplate(simulator, 'seasonal_promotion', [
		{ type: 'header', parameters: text('Summer Sale') },
		{ type: 'body', parameters: text('August', '25OFF', '25%') },
	]);

describe('an account of the simulator', () => {
	it('is changed', async () => {
		expect((await update({ name: 'Plants', timezone_id: '7' })).body).toEqual({
			id: business.waba.id,
		});
		expect(await read('name,timezone_id')).toMatchObject({ name: 'Plants', timezone_id: '7' });
	});

	it('keeps the creative optimizations that are not named', async () => {
		const spec = (name: string, enroll_status: string) => ({
			degrees_of_freedom_spec: { creative_features_spec: { [name]: { enroll_status } } },
		});
		await update(spec('image_touchups', 'OPT_IN'));
		await update(spec('image_animation', 'OPT_OUT'));
		expect(await read('degrees_of_freedom_spec')).toMatchObject({
			degrees_of_freedom_spec: {
				data: [
					{
						creative_features_spec: [{ image_touchups: 'OPT_IN', image_animation: 'OPT_OUT' }],
					},
				],
			},
		});
	});

	it.each([
		['an empty change', {}, 100],
		['template insights to be turned off', { is_enabled_for_insights: false }, 200006],
		['a name that is too long', { name: 'x'.repeat(101) }, 100],
	])('refuses %s', async (_name, body, code) => {
		expect((await update(body)).error.code).toBe(code);
	});

	it('has no template analytics until they are confirmed (200007)', async () => {
		simulator.state.waba.withoutInsights = true;
		const fields = encodeURIComponent(
			`template_analytics.start(1780264800).end(1780869600).granularity(DAILY).template_ids([${business.templates[0]?.id}])`,
		);
		const analytics = () => call(simulator, 'GET', `${path}?fields=${fields}`);
		expect((await analytics()).error.code).toBe(200007);
		await update({ is_enabled_for_insights: true });
		expect((await analytics()).status).toBe(200);
	});

	it('sends marketing templates through the Marketing Messages API only, if asked to (131063)', async () => {
		await update({ disable_marketing_messages_on_cloud_api: true });
		expect((await promote()).error.code).toBe(131063);
		expect((await send(simulator, { type: 'text', text: { body: 'Hi' } })).status).toBe(200);
		await update({ disable_marketing_messages_on_cloud_api: false });
		expect((await promote()).status).toBe(200);
	});
});

describe('users of an account of the simulator', () => {
	const users = `${path}/assigned_users`;
	const [anna, , systemUser] = business.portfolio.users;
	const list = async () =>
		(await call(simulator, 'GET', `${users}?business=${business.portfolio.id}`)).body.data;

	it('are assigned and unassigned', async () => {
		const query = `user=${systemUser.id}&tasks=["DEVELOP"]`;
		expect((await call(simulator, 'POST', `${users}?${query}`)).body).toEqual({ success: true });
		expect(await list()).toContainEqual({ ...systemUser, tasks: ['DEVELOP'] });
		await call(simulator, 'DELETE', `${users}?user=${systemUser.id}`);
		expect(await list()).not.toContainEqual(expect.objectContaining({ id: systemUser.id }));
	});

	it.each([
		['a user of another business', `user=1&tasks=["DEVELOP"]`],
		['an unknown task', `user=${anna.id}&tasks=["ADMIN"]`],
		['no task', `user=${anna.id}`],
	])('are not assigned with %s', async (_name, query) => {
		expect((await call(simulator, 'POST', `${users}?${query}`)).error.code).toBe(100);
	});

	it('are not unassigned twice, nor listed without the business', async () => {
		const removed = await call(simulator, 'DELETE', `${users}?user=${systemUser.id}`);
		expect(removed).toMatchObject({ status: 404, error: { code: 803 } });
		expect((await call(simulator, 'GET', users)).error.code).toBe(100);
	});
});

describe('accounts of a business portfolio of the simulator', () => {
	const list = (edge: string) =>
		call(simulator, 'GET', `/v25.0/${business.portfolio.id}/${edge}_whatsapp_business_accounts`);

	it('are its own and those of its customers', async () => {
		expect((await list('owned')).body.data).toMatchObject([{ id: business.waba.id }]);
		expect((await list('client')).body.data).toMatchObject([
			{ id: business.portfolio.sharedWaba.id },
		]);
	});

	it('need the permission (200)', async () => {
		simulator.updateSettings({
			token: { permissions: [], expiresAt: 0, dataAccessExpiresAt: 0 },
		});
		expect((await list('owned')).error.code).toBe(200);
	});
});
