import { graphApi } from '../../../nodes/graphApi/graphApi';
import type { JsonObject } from '../../../nodes/graphApi/types';
import { readTokenInfo, wabaIdsOf } from '../../../nodes/shared/tokenInfo';
import { business, startSimulator } from '../../../simulator';
import type { Simulator } from '../../../simulator';
import { credentialFor } from '../../support/credential';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const api = (accessToken?: string) =>
	graphApi(credentialFor(simulator.url, accessToken === undefined ? {} : { accessToken }));

/** What is read from the `data` of a response. */
async function read(data: JsonObject) {
	const send = () => Promise.resolve({ body: { data } });
	return await readTokenInfo({ connection: api().connection, send });
}

describe('what Meta says about a token', () => {
	it('has app, kind, permissions and accounts of a token that inspects itself', async () => {
		const info = await readTokenInfo(api());
		expect(info).toMatchObject({
			isValid: true,
			problem: null,
			type: 'SYSTEM_USER',
			userId: business.user.id,
			appId: business.app.id,
			appName: business.app.name,
			expiresAt: null,
			dataAccessExpiresAt: null,
			permissions: [
				'whatsapp_business_management',
				'whatsapp_business_messaging',
				'catalog_management',
				'public_profile',
			],
		});
		expect(wabaIdsOf(info)).toEqual([business.waba.id]);
	});

	it('has the times at which a token expires', async () => {
		const permissions = [{ scope: 'whatsapp_business_management' }];
		const token = { permissions, expiresAt: 1_798_761_600, dataAccessExpiresAt: 1_800_000_000 };
		simulator.updateSettings({ token });
		expect(await readTokenInfo(api())).toMatchObject({
			expiresAt: '2027-01-01T00:00:00.000Z',
			dataAccessExpiresAt: '2027-01-15T08:00:00.000Z',
		});
	});

	it('tells no accounts apart if the permissions cover all of them', async () => {
		const permissions = [{ scope: 'whatsapp_business_management' }];
		simulator.updateSettings({ token: { permissions, expiresAt: 0, dataAccessExpiresAt: 0 } });
		expect(wabaIdsOf(await readTokenInfo(api()))).toBeUndefined();
	});

	it('has the reason why another token is invalid', async () => {
		const info = await readTokenInfo(api(), business.expiredAccessToken);
		expect(info).toMatchObject({ isValid: false, expiresAt: '2026-01-01T08:00:00.000Z' });
		expect(info.problem).toMatch(/expired/);
	});

	it('is not read with an invalid token', async () => {
		await expect(readTokenInfo(api('EAAwrong'))).rejects.toMatchObject({ facts: { code: 190 } });
	});

	it('lists each account once, also if only one permission names it', async () => {
		const info = await read({
			granular_scopes: [
				{ scope: 'business_management', target_ids: ['1'] },
				{ scope: 'whatsapp_business_messaging', target_ids: ['2', '3'] },
				{ scope: 'whatsapp_business_management', target_ids: ['3', 4] },
			],
		});
		expect(wabaIdsOf(info)).toEqual(['3', '4', '2']);
	});

	it.each<[string, JsonObject]>([
		['nothing', {}],
		[
			'other types',
			{ app_id: {}, scopes: 'x', granular_scopes: [1, { scope: 2 }], expires_at: 'x' },
		],
	])('is empty if the response has %s', async (_name, data) => {
		const info = await read(data);
		expect(info).toMatchObject({ isValid: false, appId: null, permissions: [], expiresAt: null });
		expect(info.targets.size).toBe(0);
	});

	it('puts the token in no text', async () => {
		const token = 'EAAanotherToken';
		const quoting = { data: { error: { message: `Malformed ${token}` } } };
		const send = () => Promise.resolve({ body: quoting });
		const { problem } = await readTokenInfo({ connection: api().connection, send }, token);
		expect(problem).toBe('Malformed [hidden]');
		const error = { kind: 'graphError', code: 100, message: `Invalid ${token}` } as const;
		simulator.addFaults({ ...error, path: '/debug_token' });
		await expect(readTokenInfo(api(), token)).rejects.toMatchObject({
			facts: { details: 'Invalid [hidden]' },
		});
	});
});
