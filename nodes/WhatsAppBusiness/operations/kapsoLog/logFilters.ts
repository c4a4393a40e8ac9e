import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../../graphApi/types';
import type { Parameters } from '../../parameters/parameters';

/** What both logs filter by. Read with `readLogFilters`. */
export const logFilters: INodeProperties[] = [
	{
		displayName: 'Errors Only',
		name: 'errorsOnly',
		type: 'boolean',
		default: true,
		description: 'Whether to return only failed calls and deliveries',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'Last 24 Hours', value: '24h' },
			{ name: 'Last 30 Days', value: '30d' },
			{ name: 'Last 7 Days', value: '7d' },
		],
		default: '24h',
		description: 'By default, the last 24 hours',
	},
];

/** @throws InputError for an unknown period. */
export function readLogFilters(filters: Parameters): Query {
	return {
		period: filters.optionalChoice('period'),
		errors_only: filters.boolean('errorsOnly') || undefined,
	};
}
