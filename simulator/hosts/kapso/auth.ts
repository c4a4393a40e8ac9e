import type { IncomingHttpHeaders } from 'node:http';
import { business } from '../../business';
import { isValidToken } from '../../graph/token';
import { refusal } from './refusal';

/**
 * Checks the key of a call of the platform. The words of the refusal are not documented.
 *
 * @throws HostError 401 without the key of the project
 * @see https://docs.kapso.ai/api/introduction
 */
export function checkKey(headers: IncomingHttpHeaders): void {
	const key = headers['x-api-key'];
	if (key === undefined) throw refusal(401, 'API key is missing');
	if (key !== business.kapsoApiKey) throw refusal(401, 'Invalid API key');
}

/**
 * Checks who calls the proxy of the Graph API: the key of the project, or the number's token at Meta. Whether it takes
 * the key as a bearer token is not documented, so it does not.
 *
 * @throws HostError 401 for anyone else
 * @see https://docs.kapso.ai/api-reference/meta-proxy
 */
export function checkKeyOrToken(headers: IncomingHttpHeaders): void {
	if (headers['x-api-key'] !== undefined || headers.authorization === undefined) checkKey(headers);
	else if (!isValidToken(headers)) throw refusal(401, 'Invalid access token');
}
