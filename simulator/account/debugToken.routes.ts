import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { missingParameter, SimulatedGraphError } from '../graph/errors';
import { expiredAt, kindOf } from '../graph/token';
import type { SimulatorSettings } from '../settings';
import type { State } from '../state';

/**
 * An app token, or a token of a user of the app, inspects a token of this app, also itself.
 *
 * @see https://developers.facebook.com/docs/graph-api/reference/debug_token
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/permissions
 */
export const debugToken = endpoint({
	method: 'GET',
	on: 'root',
	edge: 'debug_token',
	token: 'any',
	handle: ({ simulator: { state, settings }, query }) => {
		const inspected = query.get('input_token');
		if (!inspected) throw missingParameter('input_token');
		return { data: describe(inspected, state, settings) };
	},
});

function describe(token: string, state: State, { token: granted }: SimulatorSettings) {
	const app = { app_id: state.app.id, application: state.app.name };
	const user = {
		...app,
		type: granted.type ?? 'SYSTEM_USER',
		data_access_expires_at: granted.dataAccessExpiresAt,
		expires_at: granted.expiresAt,
		issued_at: 1767225600,
		user_id: state.user.id,
	};
	try {
		if (kindOf(token) === 'app') return { ...app, type: 'APP', is_valid: true, scopes: [] };
	} catch (error) {
		if (!(error instanceof SimulatedGraphError)) throw error;
		const { code, message, options } = error;
		const invalid = {
			error: { code, message, ...(options.subcode && { subcode: options.subcode }) },
			is_valid: false,
			scopes: [],
		};
		return token === business.expiredAccessToken
			? { ...user, expires_at: expiredAt, ...invalid }
			: invalid;
	}
	return {
		...user,
		is_valid: true,
		scopes: [...granted.permissions.map(({ scope }) => scope), 'public_profile'],
		granular_scopes: granted.permissions.map(({ scope, targetIds }) => ({
			scope,
			...(targetIds && { target_ids: targetIds }),
		})),
	};
}
