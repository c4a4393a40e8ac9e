import { business, type Simulator } from '../../simulator';
import { call, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const appToken = `${business.app.id}|${business.app.secret}`;
const inspect = (inspected: string, token?: string) =>
	call(
		simulator,
		'GET',
		`/v26.0/debug_token?input_token=${encodeURIComponent(inspected)}`,
		undefined,
		token,
	);

describe('/debug_token of the simulator', () => {
	it.each([
		['itself', business.accessToken],
		['an app token', appToken],
	])('describes the token to %s', async (_name, token) => {
		expect((await inspect(business.accessToken, token)).body).toEqual({
			data: {
				app_id: business.app.id,
				type: 'SYSTEM_USER',
				application: business.app.name,
				data_access_expires_at: 0,
				expires_at: 0,
				is_valid: true,
				issued_at: expect.any(Number),
				scopes: [
					'whatsapp_business_management',
					'whatsapp_business_messaging',
					'catalog_management',
					'public_profile',
				],
				granular_scopes: [
					{ scope: 'whatsapp_business_management', target_ids: [business.waba.id] },
					{ scope: 'whatsapp_business_messaging', target_ids: [business.waba.id] },
					{ scope: 'catalog_management', target_ids: [business.catalog.id] },
				],
				user_id: business.user.id,
			},
		});
	});

	it('describes an app token', async () => {
		expect((await inspect(appToken, appToken)).body).toEqual({
			data: {
				app_id: business.app.id,
				application: business.app.name,
				type: 'APP',
				is_valid: true,
				scopes: [],
			},
		});
	});

	it.each([
		['expired', business.expiredAccessToken, { code: 190, subcode: 463 }, business.app.id],
		['wrong', 'EAAwrong', { code: 190 }, undefined],
	])('says why a token is %s', async (_name, token, error, appId) => {
		const { data } = (await inspect(token)).body as { data: Record<string, unknown> };
		expect(data).toMatchObject({ is_valid: false, error });
		expect(data.app_id).toBe(appId);
	});

	it('needs a token to inspect', async () => {
		expect((await call(simulator, 'GET', '/v26.0/debug_token')).error.code).toBe(100);
	});

	it('omits target_ids of a permission that covers everything', async () => {
		const permissions = [{ scope: 'whatsapp_business_management' }];
		simulator.updateSettings({ token: { permissions, expiresAt: 0, dataAccessExpiresAt: 0 } });
		expect((await inspect(business.accessToken)).body).toMatchObject({
			data: { granular_scopes: [{ scope: 'whatsapp_business_management' }] },
		});
		expect((await call(simulator, 'GET', `/v26.0/${business.waba.id}`)).status).toBe(200);
	});
});

describe('permissions of the token', () => {
	it.each([
		['no permission', [], 403, 200],
		['another account', [{ scope: 'whatsapp_business_management', targetIds: ['1'] }], 400, 100],
	])('refuse the account with %s', async (_name, permissions, status, code) => {
		simulator.updateSettings({ token: { permissions, expiresAt: 0, dataAccessExpiresAt: 0 } });
		const response = await call(simulator, 'GET', `/v26.0/${business.waba.id}/phone_numbers`);
		expect(response).toMatchObject({ status, error: { code } });
	});
});
