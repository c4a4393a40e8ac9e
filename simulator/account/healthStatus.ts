import { business } from '../business';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import type { State } from '../state';

/** A reason why something cannot send. Codes as in Meta's examples, e.g. 141006 for a payment problem. */
export interface HealthError {
	error_code: number;
	error_description: string;
	possible_solution: string;
}

/**
 * Whether messages can be sent, for each object that takes part.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status
 */
export function healthStatus({ app, waba }: State, phoneNumber?: PhoneNumber) {
	const entities = [
		...(phoneNumber ? [entity('PHONE_NUMBER', phoneNumber.id)] : []),
		entity('WABA', waba.id, waba.healthErrors),
		entity('BUSINESS', business.portfolio.id),
		entity('APP', app.id),
	];
	const blocked = entities.some(({ can_send_message }) => can_send_message === 'BLOCKED');
	return { can_send_message: blocked ? 'BLOCKED' : 'AVAILABLE', entities };
}

function entity(type: string, id: string, errors: HealthError[] = []) {
	if (errors.length === 0) return { entity_type: type, id, can_send_message: 'AVAILABLE' };
	return { entity_type: type, id, can_send_message: 'BLOCKED', errors };
}
