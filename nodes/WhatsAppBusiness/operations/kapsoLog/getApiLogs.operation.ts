import { path } from '../../../graphApi/path';
import { filtersField, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { logFilters, readLogFilters } from './logFilters';

/** https://docs.kapso.ai/api/platform/v1/api-logs/list-api-logs */
export const operation: Operation = {
	displayName: 'Get API Logs',
	action: 'Get the API logs of Kapso',
	description: 'Get the API calls of the project, with their HTTP status',
	fields: [
		...listFields,
		filtersField([
			...logFilters,
			{
				displayName: 'Endpoint',
				name: 'endpoint',
				type: 'string',
				default: '',
				placeholder: 'e.g. messages',
				description: 'Part of the path that was called',
			},
			{
				displayName: 'HTTP Status',
				name: 'httpStatus',
				type: 'number',
				typeOptions: { minValue: 100, maxValue: 599 },
				default: 422,
			},
		]),
		simplifyField,
	],
	list: true,
	request(parameters) {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: path`/api_logs`,
			...onPlatform,
			query: {
				endpoint: filters.optionalText('endpoint')?.trim(),
				status_code: filters.optionalNumber('httpStatus', { min: 100, max: 599, integer: true }),
				...readLogFilters(filters),
			},
		};
	},
	output: simplifiedTo([
		'id',
		'http_method',
		'endpoint',
		'response_status',
		'error_message',
		'response_time_ms',
		'created_at',
	]),
};
