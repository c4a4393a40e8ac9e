import { path } from '../../../graphApi/path';
import { kapsoNumberField, readOptionalKapsoNumber } from '../../fields/kapsoIds';
import { filtersField, numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/docs/platform/broadcasts/overview */
const statuses = [
	{ name: 'Completed', value: 'completed' },
	{ name: 'Draft', value: 'draft' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'Scheduled', value: 'scheduled' },
	{ name: 'Sending', value: 'sending' },
	{ name: 'Stopped', value: 'stopped' },
];

/** https://docs.kapso.ai/api/platform/v1/broadcasts/list-broadcasts */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso broadcasts',
	description: 'Get the broadcasts of the project, newest first',
	fields: [
		...listFields,
		filtersField([
			{ ...kapsoNumberField, required: false },
			{
				displayName: 'Status',
				name: 'broadcastStatus',
				type: 'options',
				options: statuses,
				default: 'draft',
			},
		]),
		simplifyField,
	],
	list: true,
	request(parameters) {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: path`/whatsapp/broadcasts`,
			...onPlatform,
			query: {
				...numberedPages(parameters),
				phone_number_id: readOptionalKapsoNumber(filters),
				status: filters.optionalChoice('broadcastStatus'),
			},
		};
	},
	output: simplifiedTo([
		'id',
		'name',
		'status',
		'phone_number_id',
		'total_recipients',
		'pending_count',
		'sent_count',
		'delivered_count',
		'read_count',
		'responded_count',
		'failed_count',
		'started_at',
		'completed_at',
		'created_at',
	]),
};
