import { business, type Simulator } from '../../simulator';
import { call, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const [code] = business.signupCodes;
const exchange = (given: Record<string, string> = {}, token: string | null = null) => {
	const query = new URLSearchParams({
		client_id: business.app.id,
		client_secret: business.app.secret,
		code,
		...given,
	});
	return call(simulator, 'GET', `/v25.0/oauth/access_token?${query.toString()}`, undefined, token);
};

describe('the code of embedded signup', () => {
	it.each([
		['without a token', null],
		['with any token', 'EAAwrong'],
	])('is exchanged %s for a token that works', async (_name, token) => {
		const { body } = await exchange({}, token);
		expect(body).toEqual({ access_token: business.customerToken, token_type: 'bearer' });
		const path = `/v25.0/${business.waba.id}`;
		const response = await call(simulator, 'GET', path, undefined, business.customerToken);
		expect(response.status).toBe(200);
	});

	it('is exchanged once', async () => {
		await exchange();
		expect((await exchange()).error).toMatchObject({ code: 100, error_subcode: 36009 });
	});

	it.each([
		['an unknown code', { code: 'AQBunknown' }, 100],
		['no code', { code: '' }, 100],
		['the secret of another app', { client_secret: 'wrong' }, 1],
		['another app', { client_id: '1' }, 101],
	])('is not exchanged with %s', async (_name, given, expected) => {
		expect((await exchange(given)).error.code).toBe(expected);
	});

	it('is in no record of a request, nor is the app secret', async () => {
		await exchange();
		const records = JSON.stringify(simulator.requests());
		expect(records).toContain('oauth/access_token');
		expect(records).not.toContain(code);
		expect(records).not.toContain(business.app.secret);
	});
});
