import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import { messageHistory } from './history';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-message-history-api */
export const listMessageHistory = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'message_history',
	handle: ({ simulator, node, query, url }) => {
		const messageId = query.get('message_id');
		const histories = messageHistory(simulator.state.accepted)
			.filter(({ message }) => message.phoneNumberId === node.id)
			.filter(({ message }) => messageId === null || message.id === messageId);
		if (messageId !== null && histories.length === 0) {
			throw new SimulatedGraphError(100, {
				message: 'The requested message_id was not found in the message history',
				type: 'GraphMethodException',
				httpStatus: 422,
			});
		}
		return pageOf(
			histories.map(({ id, message, events }) =>
				selectFields(
					{ id, message_id: message.id, events: { data: events } },
					query.get('fields'),
					['id', 'message_id'],
					'WhatsAppBusinessMessageHistory',
				),
			),
			url,
		);
	},
});

const filter = z.enum(['SENT', 'DELIVERED', 'READ', 'FAILED', 'DELETED']).nullable();

export const listMessageEvents = endpoint({
	method: 'GET',
	on: 'messageHistory',
	edge: 'events',
	handle: ({ node, query, url }) => {
		const wanted = validate(filter, query.get('status_filter'));
		const events = node.events
			.filter(({ delivery_status }) => wanted === null || delivery_status === wanted)
			.map(({ timestamp, ...event }) => ({
				cursor: Buffer.from(event.id).toString('base64url'),
				node: { ...event, occurrence_timestamp: timestamp, status_timestamp: timestamp },
			}));
		return pageOf(events, url);
	},
});
