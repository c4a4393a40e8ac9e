import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const { id } = business.flows[0];
const flow = { __rl: true, mode: 'id', value: id };
const request = (fields: string): RequestCase['request'] => ({
	method: 'GET',
	path: `/${id}`,
	query: { fields },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { flow },
		request: request('metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY)'),
	},
	{
		name: 'fullest',
		parameters: {
			flow,
			metric: 'ENDPOINT_REQUEST_ERROR',
			granularity: 'HOUR',
			options: { since: '2026-11-01T00:00:00', until: '2026-11-03T12:00:00' },
		},
		request: request(
			'metric.name(ENDPOINT_REQUEST_ERROR).granularity(HOUR).since(2026-11-01).until(2026-11-03)',
		),
	},
	{
		name: 'a start without an end',
		parameters: { flow, granularity: 'LIFETIME', options: { since: '2026-11-01' } },
		request: request('metric.name(ENDPOINT_REQUEST_COUNT).granularity(LIFETIME).since(2026-11-01)'),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing Flow', parameters: {}, message: /'Flow' is empty/ },
	{
		name: 'a metric that does not exist',
		parameters: { flow, metric: 'OPENED' },
		message: /'Metric' has a value that does not exist/,
	},
	{
		name: 'an end before the start',
		parameters: { flow, options: { since: '2026-11-03', until: '2026-11-01' } },
		message: /'Until' is earlier than 'Since'/,
	},
];
