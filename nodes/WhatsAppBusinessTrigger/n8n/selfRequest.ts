import { request } from 'undici';

import { poolToSelf } from '../../graphApi/pool';
import { reasonOf } from './trigger';
import type { KeyPurpose } from '../../graphApi/derivedKey';
import { ourselves, signatureHeaderOf } from '../../shared/signature';

/** Milliseconds. n8n responds before the workflow runs. */
const headersTimeout = 10_000;

/** Status with which a test run refuses a delivery of production that does not start it. */
export const ignoredStatus = 422;
export const ignoredReason = 'it does not start the test run';
/** Header of a delivery that production hands to a test run. */
export const testRunHeader = 'x-handed-to-test-run';

/**
 * Sends a delivery to a webhook URL of this trigger, signed for this purpose.
 * @param headers additional headers.
 * @returns why the delivery was not accepted, or undefined if it was.
 */
export async function sendToSelf(
	url: string,
	body: Buffer,
	appSecret: string | undefined,
	purpose: KeyPurpose,
	headers: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
	const signature =
		appSecret === undefined ? {} : signatureHeaderOf(body, ourselves(appSecret, purpose));
	try {
		const response = await request(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...signature, ...headers },
			body,
			dispatcher: poolToSelf(),
			headersTimeout,
		});
		await response.body.dump();
		if (response.statusCode === ignoredStatus) return ignoredReason;
		return response.statusCode === 200 ? undefined : `n8n responded with ${response.statusCode}`;
	} catch (error) {
		return reasonOf(error);
	}
}
