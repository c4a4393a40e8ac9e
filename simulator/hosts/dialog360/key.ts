import type { FastifyRequest } from 'fastify';
import { business } from '../../business';
import type { PhoneNumber } from '../../phoneNumbers/phoneNumber';
import type { State } from '../../state';
import { refusal } from './errors';

/**
 * The number whose key this is. A key belongs to one number, so no path names a number.
 *
 * @param path of the call, below the base URL
 * @throws HostError 401 without the key or with another one
 */
export function numberOfKey({ headers }: FastifyRequest, path: string, state: State): PhoneNumber {
	const number = state.phoneNumbers[0];
	if (headers['d360-api-key'] === business.dialog360ApiKey && number) return number;
	throw refusal(path, 401, path.startsWith('/v1/') ? 'Invalid api key' : 'Invalid api token.');
}
