import { invalidParameter } from '../graph/errors';
import { fieldParameters } from '../graph/fieldSelection';
import type { Flow } from './flow';
import { flowError } from './status';

/** A day with `requests` requests, in the shape of each metric. */
const metrics: Record<string, (requests: number) => Record<string, number>> = {
	ENDPOINT_REQUEST_COUNT: (requests) => ({ value: requests }),
	ENDPOINT_REQUEST_ERROR: () => ({ timeout_error: 1 }),
	ENDPOINT_REQUEST_ERROR_RATE: (requests) => ({ value: 1 / requests }),
	ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL: (requests) => ({ 1: requests - 1, '10+': 1 }),
	ENDPOINT_AVAILABILITY: () => ({ succeeded: 24, failed: 0 }),
};

const hour = 3_600_000;
/** The length of an interval, and how many days back there are figures. */
const granularities: Record<string, { length: number; days: number } | undefined> = {
	DAY: { length: 24 * hour, days: 90 },
	HOUR: { length: hour, days: 30 },
	LIFETIME: { length: Infinity, days: 90 },
};
const leastRequests = 250;

/**
 * The metric among the requested fields, e.g. `metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY)`. Each day has the
 * same figures.
 *
 * @throws SimulatedGraphError 100 for an invalid parameter, or a Flow with too few requests. Meta gives no code for that.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/metrics_api
 */
export function metricOf(flow: Flow, fields: string | null) {
	if (!fields?.startsWith('metric.')) return undefined;
	const parameters = fieldParameters(fields);
	const name = parameters.get('name')?.toUpperCase() ?? '';
	const figures = metrics[name];
	if (!figures) throw oneOf('name', metrics);
	const granularity = parameters.get('granularity')?.toUpperCase() ?? '';
	const interval = granularities[granularity];
	if (!interval) throw oneOf('granularity', granularities);
	const { dailyRequests = 0 } = flow;
	if (dailyRequests < leastRequests) {
		throw flowError(
			100,
			'Not enough data',
			`There is not enough data: the Flow generated fewer than ${leastRequests} requests.`,
		);
	}
	const oldest = Date.now() - interval.days * 24 * hour;
	const start = Math.max(dayOf('since', parameters) ?? oldest, oldest);
	const end = (dayOf('until', parameters) ?? Date.now()) + 24 * hour;
	const data = Object.entries(figures(dailyRequests)).map(([key, value]) => ({ key, value }));
	const points = Math.max(1, Math.floor((Math.min(end, Date.now()) - start) / interval.length));
	return {
		granularity,
		name,
		data_points: Array.from({ length: points }, (_, index) => ({
			timestamp: new Date(start + (index === 0 ? 0 : index * interval.length))
				.toISOString()
				.replace(/\.\d+Z$/, '+0000'),
			data,
		})),
	};
}

function oneOf(name: string, values: object) {
	return invalidParameter(`Param ${name} must be one of {${Object.keys(values).join(', ')}}`);
}

function dayOf(name: string, parameters: ReadonlyMap<string, string>): number | undefined {
	const day = parameters.get(name);
	if (day === undefined) return undefined;
	const time = Date.parse(day);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time)) {
		throw invalidParameter(`Param ${name} must be a date of the form YYYY-MM-DD`);
	}
	return time;
}
