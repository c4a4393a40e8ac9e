import { asObject, asObjects, asText } from '../../coerce';
import { RequestError } from '../../errors/requestError';
import { path } from '../../path';
import type { JsonObject, Send } from '../../types';
import type { HostIds } from '../hostIds';

/** A server has one number, which no path and no webhook names. */
export const onPremisesIds: HostIds = {
	owner: 'the server',
	isOfOneNumber: true,
	unneeded: ['wabaId', 'appId'],
	where: {
		phoneNumberId: "Enter the server's number with its country code, in digits only.",
	},
	ifRight: 'If it is right, use the credential of that number.',
	/** https://whatsapp.turn.io/docs/api/settings */
	async checkSecret(send) {
		await send({ method: 'GET', on: 'typed', path: path`/settings/application` });
		const status = await gatewayStatus(send);
		return `The server accepts the credential${status === null ? '' : `. Its connection to WhatsApp: ${status}`}`;
	},
};

/**
 * Null if the server does not tell, as Turn.io does not for numbers of the Cloud API.
 * https://whatsapp.turn.io/docs/api/health
 */
async function gatewayStatus(send: Send): Promise<string | null> {
	try {
		const { body } = await send({ method: 'GET', on: 'typed', path: path`/health` });
		const health = asObject<JsonObject>(body.health);
		const nodes = [
			health,
			...asObjects<JsonObject>(Object.values(health).map((node) => node ?? null)),
		];
		const statuses = nodes.flatMap(({ gateway_status }) => asText(gateway_status) ?? []);
		return statuses.length === 0 ? null : [...new Set(statuses)].join(', ').slice(0, 200);
	} catch (error) {
		if (error instanceof RequestError) return null;
		throw error;
	}
}
