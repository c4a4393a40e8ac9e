import { createHmac } from 'node:crypto';
import { business, type Simulator } from '../../simulator';
import { call, firstNumber, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());

const proof = createHmac('sha256', business.app.secret).update(business.accessToken).digest('hex');
const appToken = `${business.app.id}|${business.app.secret}`;

describe('tokens, versions and paths of the simulator', () => {
	it.each([
		['no token', 'GET', `/v26.0/${firstNumber.id}`, null, 401, 104, undefined],
		['no token for /me', 'GET', '/v26.0/me', null, 400, 2500, undefined],
		['an invalid token', 'GET', '/v26.0/me', 'wrong', 401, 190, undefined],
		['an expired token', 'GET', '/v26.0/me', business.expiredAccessToken, 401, 190, 463],
		['an unknown object', 'GET', '/v26.0/1', business.accessToken, 400, 100, 33],
		[
			'an unknown edge',
			'GET',
			`/v26.0/${firstNumber.id}/x`,
			business.accessToken,
			400,
			2500,
			undefined,
		],
		[
			'the path of another host',
			'GET',
			'//example.com/me',
			business.accessToken,
			400,
			2500,
			undefined,
		],
		['the future version v99.0', 'GET', '/v99.0/me', business.accessToken, 400, 2500, undefined],
		[
			'an invalid proof',
			'GET',
			'/v26.0/me?appsecret_proof=00',
			business.accessToken,
			400,
			100,
			undefined,
		],
		[
			'a user token for the app',
			'GET',
			`/v26.0/${business.app.id}/subscriptions`,
			business.accessToken,
			403,
			15,
			undefined,
		],
		[
			'an app token for the WABA',
			'GET',
			`/v26.0/${business.waba.id}`,
			appToken,
			403,
			10,
			undefined,
		],
		[
			'an unknown field',
			'GET',
			`/v26.0/${firstNumber.id}?fields=nope`,
			business.accessToken,
			400,
			100,
			undefined,
		],
	] as const)(
		'reject a call with %s',
		async (_name, method, path, token, status, code, subcode) => {
			const response = await call(simulator, method, path, undefined, token);
			expect(response.status).toBe(status);
			expect(response.error).toMatchObject({ code, fbtrace_id: expect.any(String) });
			expect(response.error.error_subcode).toBe(subcode);
		},
	);

	it.each([
		['/v26.0/me', business.user.id],
		['/me', business.user.id],
		['/v19.0/me', business.user.id],
		[`/v26.0/me?appsecret_proof=${proof}`, business.user.id],
		[`/v26.0/${business.waba.id}?fields=name`, business.waba.id],
		[`/v26.0/${firstNumber.id}?fields=display_phone_number,throughput{level}`, firstNumber.id],
	])('accept %s', async (path, id) => {
		expect(await call(simulator, 'GET', path)).toMatchObject({ status: 200, body: { id } });
	});

	it('accept a token in the query and do not record it', async () => {
		const path = `/v26.0/me?access_token=${business.accessToken}&fields=name`;
		expect(await call(simulator, 'GET', path, undefined, null)).toMatchObject({ status: 200 });
		expect(simulator.requests().at(-1)).toMatchObject({ query: { fields: 'name' }, status: 200 });
		expect(JSON.stringify(simulator.requests())).not.toContain(business.accessToken);
	});

	it('reject a call without proof if requireAppSecretProof is set', async () => {
		simulator.updateSettings({ requireAppSecretProof: true });
		expect((await call(simulator, 'GET', '/v26.0/me')).error.code).toBe(100);
		expect((await call(simulator, 'GET', `/v26.0/me?appsecret_proof=${proof}`)).status).toBe(200);
		simulator.updateSettings({ requireAppSecretProof: false });
	});
});
