import type { IDataObject } from 'n8n-workflow';

import { asObject, asObjects } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { flowIdField, readFlowId } from '../../fields/flow';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/metrics_api */
export const operation: Operation = {
	displayName: 'Get Metrics',
	action: 'Get the metrics of a flow',
	description:
		'Get how often WhatsApp called the data endpoint of a Flow, how fast it responded and how often it failed, per interval. Meta has announced the end of these metrics.',
	fields: [
		flowIdField,
		{
			displayName: 'Metric',
			name: 'metric',
			type: 'options',
			options: [
				{
					name: 'Availability',
					value: 'ENDPOINT_AVAILABILITY',
					description: "How often Meta's check of the endpoint succeeded and failed",
				},
				{
					name: 'Error Rate',
					value: 'ENDPOINT_REQUEST_ERROR_RATE',
					description: 'Share of the requests that failed, e.g. 0.24',
				},
				{
					name: 'Errors',
					value: 'ENDPOINT_REQUEST_ERROR',
					description: 'Failed requests, by kind of error',
				},
				{
					name: 'Latency',
					value: 'ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL',
					description: 'Requests by how many seconds they took, rounded up',
				},
				{
					name: 'Requests',
					value: 'ENDPOINT_REQUEST_COUNT',
					description: 'Requests to the endpoint',
				},
			],
			default: 'ENDPOINT_REQUEST_COUNT',
			description: 'Which figures to get. Meta has none of a Flow with fewer than 250 requests.',
		},
		{
			displayName: 'Granularity',
			name: 'granularity',
			type: 'options',
			options: [
				{ name: 'Day', value: 'DAY', description: 'Up to 90 days back' },
				{ name: 'Hour', value: 'HOUR', description: 'Up to 30 days back' },
				{ name: 'Lifetime', value: 'LIFETIME', description: 'The whole period at once' },
			],
			default: 'DAY',
			description: 'Length of the interval each item covers',
		},
		optionsField([
			{
				displayName: 'Since',
				name: 'since',
				type: 'dateTime',
				default: '',
				description: 'First day of the period. By default, the oldest that Meta has.',
			},
			{
				displayName: 'Until',
				name: 'until',
				type: 'dateTime',
				default: '',
				description: 'Last day of the period. By default, today.',
			},
		]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: path`/${readFlowId(parameters)}`,
		on: 'flow',
		query: {
			fields: `metric.name(${parameters.choice('metric')}).granularity(${parameters.choice('granularity')})${readPeriod(parameters.group('options'))}`,
		},
	}),
	output(response) {
		const { name, granularity, data_points } = asObject<JsonObject>(response.metric);
		return asObjects<JsonObject>(data_points).map(({ timestamp, data }): IDataObject => {
			const figures = asObjects<{ key: string; value: number }>(data);
			return {
				flow_id: response.id,
				name,
				granularity,
				timestamp,
				data: Object.fromEntries(figures.map(({ key, value }) => [key, value])),
			};
		});
	},
};

function readPeriod(options: Parameters): string {
	const since = options.optionalDay('since');
	const until = options.optionalDay('until');
	if (since !== undefined && until !== undefined && until < since) {
		throw options.error('until', "is earlier than 'Since'", 'Choose a later date.');
	}
	return `${since === undefined ? '' : `.since(${since})`}${until === undefined ? '' : `.until(${until})`}`;
}
