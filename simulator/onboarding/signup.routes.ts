import { z } from 'zod';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import { validate } from '../graph/validation';

const schema = z.looseObject({
	client_id: z.union([z.string(), z.number()]).transform(String),
	client_secret: z.string().min(1),
	code: z.string().min(1),
});

/**
 * Exchanges the code of Embedded Signup for the token of the customer's business. The app secret proves who calls.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-customers-as-a-tech-provider
 */
export const exchangeCode = endpoint({
	method: 'GET',
	on: 'root',
	edge: 'oauth/access_token',
	token: 'none',
	handle: ({ simulator: { state }, query }) => {
		const { client_id, client_secret, code } = validate(schema, Object.fromEntries(query));
		if (client_id !== business.app.id) {
			throw new SimulatedGraphError(101, {
				message: 'Error validating application. Cannot get application info due to a system error.',
				httpStatus: 400,
			});
		}
		if (client_secret !== business.app.secret) {
			throw new SimulatedGraphError(1, { message: 'Error validating client secret.' });
		}
		const known = state.signupCodes.get(code);
		if (known === undefined) {
			throw new SimulatedGraphError(100, { message: 'Invalid verification code format.' });
		}
		if (known === 'used') {
			throw new SimulatedGraphError(100, {
				message: 'This authorization code has been used.',
				subcode: 36009,
			});
		}
		state.signupCodes.set(code, 'used');
		return { access_token: business.customerToken, token_type: 'bearer' };
	},
});
