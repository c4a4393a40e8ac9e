import { request } from 'undici';
import type { Dispatcher } from 'undici';

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

/** How a request to ourselves differs from others. */
interface SelfRequestOptions {
	/** Additional headers. */
	headers?: Readonly<Record<string, string>>;
	/** Milliseconds to wait for the response. */
	timeout?: number;
	dispatcher?: Dispatcher;
}

/**
 * Sends a delivery to a webhook URL of this trigger, signed for this purpose.
 * @param secret to sign with; undefined if the signature is in the headers.
 * @returns why the delivery was not accepted, or undefined if it was.
 */
export async function sendToSelf(
	url: string,
	body: Buffer,
	secret: string | undefined,
	purpose: KeyPurpose,
	{ headers, timeout = headersTimeout, dispatcher = poolToSelf() }: SelfRequestOptions = {},
): Promise<string | undefined> {
	const signature = secret === undefined ? {} : signatureHeaderOf(body, ourselves(secret, purpose));
	try {
		const response = await request(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...signature, ...headers },
			body,
			dispatcher,
			headersTimeout: timeout,
		});
		await response.body.dump();
		if (response.statusCode === ignoredStatus) return ignoredReason;
		return response.statusCode === 200 ? undefined : `n8n responded with ${response.statusCode}`;
	} catch (error) {
		return reasonOf(error);
	}
}
