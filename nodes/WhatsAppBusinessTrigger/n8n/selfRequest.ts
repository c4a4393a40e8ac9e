import { request } from 'undici';

import { pool } from '../../graphApi/pool';
import { reasonOf } from './trigger';
import { signatureHeader, signatureOf } from '../../shared/signature';

/** Milliseconds. n8n answers before the workflow runs. */
const headersTimeout = 10_000;

/** The answer of a test run to a delivery of production that it does not start on. */
export const ignoredStatus = 422;
export const ignoredReason = 'the test run does not start on it';
/** Marks a delivery that production hands to a test run. */
export const testRunHeader = 'x-handed-to-test-run';

/**
 * Sends a delivery to an address of this trigger itself, signed as Meta signs.
 * @param headers further ones.
 * @returns why it was not taken, or undefined.
 */
export async function sendToSelf(
	url: string,
	body: Buffer,
	appSecret: string | undefined,
	headers: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
	const signature =
		appSecret === undefined ? {} : { [signatureHeader]: signatureOf(body, appSecret) };
	try {
		const response = await request(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...signature, ...headers },
			body,
			dispatcher: pool(),
			headersTimeout,
		});
		await response.body.dump();
		if (response.statusCode === ignoredStatus) return ignoredReason;
		return response.statusCode === 200 ? undefined : `n8n answered ${response.statusCode}`;
	} catch (error) {
		return reasonOf(error);
	}
}
