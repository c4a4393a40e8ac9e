import { business, type Simulator } from '../../simulator';
import { call, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());

describe('the parent BSUID account in the simulator', () => {
	const path = `/${business.portfolio.id}/parent-bsuid-accounts`;

	it('names the enrolled portfolios', async () => {
		expect(await call(simulator, 'GET', path)).toMatchObject({
			status: 200,
			body: {
				parent_bsuid_account_id: expect.stringMatching(/^\d+$/),
				enrolled_business_portfolios: expect.arrayContaining([business.portfolio.id]),
			},
		});
	});

	it('is unknown to the Graph API, which has versions', async () => {
		expect((await call(simulator, 'GET', `/v26.0${path}`)).error.code).toBe(2500);
	});
});
