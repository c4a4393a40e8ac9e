import { appFields } from './app';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { selectFields } from '../graph/fieldSelection';
import { pageOf } from '../graph/paging';

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
			[simulator.state.waba].map(({ id, name, timezoneId, messageTemplateNamespace }) =>
				selectFields(
					{
						id,
						name,
						timezone_id: timezoneId,
						message_template_namespace: messageTemplateNamespace,
						tasks: ['MANAGE'],
					},
					query.get('fields'),
					['id', 'name', 'timezone_id', 'message_template_namespace'],
					'WhatsAppBusinessAccount',
				),
			),
			url,
		),
});

/** @see https://developers.facebook.com/docs/graph-api/reference/application */
export const getApp = endpoint({
	method: 'GET',
	on: 'app',
	token: 'any',
	handle: ({ node, query }) =>
		selectFields(appFields(node), query.get('fields'), ['link', 'name', 'id'], 'Application'),
});

/** @see https://developers.facebook.com/docs/graph-api/reference/debug_token */
export const debugToken = endpoint({
	method: 'GET',
	on: 'root',
	edge: 'debug_token',
	token: 'any',
	handle: ({ simulator, query }) => {
		const { app, user, waba } = simulator.state;
		const valid = query.get('input_token') === business.accessToken;
		return {
			data: {
				app_id: app.id,
				type: 'SYSTEM_USER',
				application: app.name,
				expires_at: 0,
				is_valid: valid,
				scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
				granular_scopes: [
					{ scope: 'whatsapp_business_messaging', target_ids: [waba.id] },
					{ scope: 'whatsapp_business_management', target_ids: [waba.id] },
				],
				user_id: user.id,
			},
		};
	},
});
