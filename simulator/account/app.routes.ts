import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { selectFields } from '../graph/fieldSelection';
import { appFields } from './app';

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
