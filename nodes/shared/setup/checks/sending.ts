import { asObject, asObjects, asText } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';
import type { Facts } from '../facts';

/** A reason why messages are limited or blocked, in Meta's words. */
interface Obstacle {
	code: number | null;
	description: string;
	solution: string | null;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status */
export const sending: Check = {
	name: 'Sending',
	async run(facts) {
		const health = await readHealth(facts, 'phoneNumber', await facts.phoneNumberId());
		const status = asText(health.can_send_message);
		if (status === null) return unknown('The host does not report whether the number can send.');
		if (status === 'AVAILABLE') return fine(status);
		const reasons = asObjects<JsonObject>(health.entities)
			.filter(({ can_send_message }) => can_send_message !== 'AVAILABLE')
			.map((entity) => {
				const texts = [
					...obstaclesOf(entity).map(({ description }) => description),
					...notesOf(entity),
				];
				return `${asText(entity.entity_type) ?? 'Object'} ${asText(entity.can_send_message) ?? ''}: ${texts.join(' ')}`;
			});
		const solutions = obstacles(health).flatMap(({ solution }) => solution ?? []);
		return wrong(
			[status, ...reasons].join('. '),
			solutions.length > 0
				? [...new Set(solutions)].join(' ')
				: 'Open WhatsApp Manager or Business Support Home to see what Meta asks for.',
		);
	},
};

/**
 * The health status of a phone number, or of an account.
 * @throws RequestError
 */
export async function readHealth(
	{ read }: Facts,
	on: 'phoneNumber' | 'waba',
	id: string,
): Promise<Partial<JsonObject>> {
	const { health_status } = await read({ path: path`/${id}`, on }, 'health_status');
	return asObject<JsonObject>(health_status);
}

/** All errors in a health status. */
export function obstacles(health: Partial<JsonObject>): Obstacle[] {
	return asObjects<JsonObject>(health.entities).flatMap(obstaclesOf);
}

function obstaclesOf({ errors }: JsonObject): Obstacle[] {
	return asObjects<JsonObject>(errors).map(
		({ error_code, error_description, possible_solution }) => ({
			code: typeof error_code === 'number' ? error_code : null,
			description: asText(error_description) ?? 'No reason given.',
			solution: asText(possible_solution),
		}),
	);
}

function notesOf({ additional_info }: JsonObject): string[] {
	return (Array.isArray(additional_info) ? additional_info : []).flatMap(
		(note) => asText(note) ?? [],
	);
}
