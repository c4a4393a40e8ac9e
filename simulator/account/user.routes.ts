import { endpoint } from '../graph/endpoint';
import { selectFields } from '../graph/fieldSelection';
import { pageOf } from '../graph/paging';
import { listedWaba } from './waba';

/** @see https://developers.facebook.com/docs/graph-api/reference/user */
export const getCurrentUser = endpoint({
	method: 'GET',
	on: 'user',
	handle: ({ node, query }) =>
		selectFields({ ...node }, query.get('fields'), ['name', 'id'], 'User'),
});

/** @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/system-user/assigned_whatsapp_business_accounts */
export const listAssignedWabas = endpoint({
	method: 'GET',
	on: 'user',
	edge: 'assigned_whatsapp_business_accounts',
	handle: ({ simulator, query, url }) =>
		pageOf(
			simulator.state.wabas.map((waba) =>
				selectFields(
					{ ...listedWaba(waba), tasks: ['MANAGE'] },
					query.get('fields'),
					['id', 'name', 'timezone_id', 'message_template_namespace'],
					'WhatsAppBusinessAccount',
				),
			),
			url,
		),
});
