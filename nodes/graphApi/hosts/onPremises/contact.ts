import { asText } from '../../coerce';
import { path } from '../../path';
import type { RequestError } from '../../errors/requestError';
import type { GraphRequest } from '../../types';

const resourceNotFound = 1006;

/**
 * The request that makes a person known to the server, if it refused a message because it has not checked their number.
 * https://developers.facebook.com/docs/whatsapp/on-premises/reference/contacts
 */
export function checkContact(
	{ facts }: RequestError,
	{ method, on, path: to, body }: GraphRequest,
): GraphRequest | undefined {
	const isMessage = method === 'POST' && on === 'phoneNumber' && to.endsWith('/messages');
	const isUnknown = facts.code === resourceNotFound && facts.details?.includes('unknown contact');
	const digits = asText(body?.to)?.replace(/\D/g, '') ?? '';
	if (!isMessage || !isUnknown || digits === '') return undefined;
	return {
		method: 'POST',
		on: 'fixed',
		path: path`/contacts`,
		body: { blocking: 'wait', contacts: [`+${digits}`] },
		idempotent: true,
	};
}
