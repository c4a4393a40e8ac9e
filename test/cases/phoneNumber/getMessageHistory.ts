import { business } from '../../../simulator/business';
import { messageHistory } from '../../../simulator/messages/history';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const [messageId] = business.pastMessageIds;
const historyId = messageHistory([])[0]?.id ?? '';
const fields =
	'id,message_id,events{id,delivery_status,webhook_update_state,timestamp,application,webhook_uri,error_description}';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: {
			method: 'GET',
			path: `/${number.id}/message_history`,
			query: { fields, limit: 50 },
		},
	},
	{
		name: 'fullest',
		parameters: {
			historyOf: 'messages',
			limit: 10,
			options: otherNumber,
		},
		request: {
			method: 'GET',
			path: `/${other.id}/message_history`,
			query: { fields, limit: 10 },
		},
	},
	{
		name: 'one message',
		parameters: { options: { messageId: ` ${messageId} ` } },
		request: {
			method: 'GET',
			path: `/${number.id}/message_history`,
			query: { fields, message_id: messageId, limit: 50 },
		},
	},
	{
		name: 'the events of a message',
		parameters: {
			historyOf: 'events',
			historyId: ` ${historyId} `,
			returnAll: true,
			options: { deliveryStatus: 'DELIVERED' },
		},
		request: {
			method: 'GET',
			path: `/${historyId}/events`,
			query: {
				fields:
					'cursor,node{id,delivery_status,error_description,occurrence_timestamp,status_timestamp,application}',
				status_filter: 'DELIVERED',
				limit: 100,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'events of no message',
		parameters: { historyOf: 'events' },
		message: /'History ID' is empty/,
	},
	{
		name: 'a message ID instead of that of its history',
		parameters: { historyOf: 'events', historyId: 'wamid.HBgL' },
		message: /'History ID' has the wrong format/,
	},
];
