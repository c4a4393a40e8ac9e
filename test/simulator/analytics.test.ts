import { business, type Simulator } from '../../simulator';
import { call, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());

describe('analytics of the simulator', () => {
	it.each([
		['no start', 'analytics.end(1780869600).granularity(DAY)'],
		['no granularity', 'analytics.start(1780264800).end(1780869600)'],
		[
			'the granularity of another field',
			'pricing_analytics.start(1780264800).end(1780869600).granularity(DAY)',
		],
		['an end before the start', 'analytics.start(1780869600).end(1780264800).granularity(DAY)'],
		[
			'an unknown breakdown',
			'pricing_analytics.start(1780264800).end(1780869600).granularity(DAILY).dimensions(["COLOR"])',
		],
		['no templates', 'template_analytics.start(1780264800).end(1780869600).granularity(DAILY)'],
		[
			'a template of another account',
			'template_analytics.start(1780264800).end(1780869600).granularity(DAILY).template_ids([1])',
		],
	])('reject a request with %s', async (_, fields) => {
		const path = `/v26.0/${business.waba.id}?fields=${encodeURIComponent(fields)}`;
		expect(await call(simulator, 'GET', path)).toMatchObject({ status: 400, error: { code: 100 } });
	});
});
