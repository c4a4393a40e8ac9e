import { request } from 'undici';

import { pool } from '../graphApi/pool';
import { signatureHeader, signatureOf } from './signature';

/** Milliseconds. n8n answers before the workflow runs. */
const headersTimeout = 10_000;

/**
 * Sends a delivery to an address of this trigger itself, signed as Meta signs.
 * @returns why it was not taken, or undefined.
 */
export async function sendToOwnAddress(
	url: string,
	body: Buffer,
	appSecret: string | undefined,
): Promise<string | undefined> {
	const signature =
		appSecret === undefined ? {} : { [signatureHeader]: signatureOf(body, appSecret) };
	try {
		const response = await request(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...signature },
			body,
			dispatcher: pool(),
			headersTimeout,
		});
		await response.body.dump();
		return response.statusCode === 200 ? undefined : `n8n answered ${response.statusCode}`;
	} catch (error) {
		return error instanceof Error ? error.message : 'unknown error';
	}
}
