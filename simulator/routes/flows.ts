import { business } from '../business';
import { endpoint } from '../context';
import { selectFields } from '../fieldSelection';
import { pageOf } from '../paging';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi */
export const listFlows = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'flows',
	handle: ({ query, url }) =>
		pageOf(
			business.flows.map(({ id, name, status }) =>
				selectFields(
					{ id, name, status, categories: ['OTHER'], validation_errors: [] },
					query.get('fields'),
					['id', 'name', 'status', 'categories', 'validation_errors'],
					'WhatsAppBusinessFlow',
				),
			),
			url,
		),
});
