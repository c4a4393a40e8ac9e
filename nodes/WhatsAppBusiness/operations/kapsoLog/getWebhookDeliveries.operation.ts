import { path } from '../../../graphApi/path';
import { readOptionalUuid, uuidLocator } from '../../fields/kapsoIds';
import { filtersField, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { logFilters, readLogFilters } from './logFilters';

const webhookFilter = uuidLocator({
	displayName: 'Webhook',
	name: 'webhook',
	searchListMethod: 'searchKapsoProjectWebhooks',
});

/** https://docs.kapso.ai/api/platform/v1/webhook-deliveries/list-webhook-deliveries */
export const operation: Operation = {
	displayName: 'Get Webhook Deliveries',
	action: 'Get the webhook deliveries of Kapso',
	description: 'Get the webhook deliveries of the project, including those that failed',
	fields: [
		...listFields,
		filtersField([
			{
				displayName: 'Delivery Status',
				name: 'deliveryStatus',
				type: 'options',
				options: [
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'Pending', value: 'pending' },
				],
				default: 'failed',
			},
			...logFilters,
			{
				displayName: 'Event',
				name: 'event',
				type: 'string',
				default: '',
				placeholder: 'e.g. whatsapp.message.received',
			},
			webhookFilter,
		]),
		simplifyField,
	],
	list: true,
	request(parameters) {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: path`/webhook_deliveries`,
			...onPlatform,
			query: {
				status: filters.optionalChoice('deliveryStatus'),
				event: filters.optionalText('event')?.trim(),
				webhook_id: readOptionalUuid(filters, webhookFilter),
				...readLogFilters(filters),
			},
		};
	},
	output: simplifiedTo([
		'id',
		'event',
		'webhook_url',
		'response_status',
		'attempt_count',
		'delivered_at',
		'failed_at',
		'conversation_phone_number',
		'created_at',
	]),
};
