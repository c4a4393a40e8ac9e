import { randomInt } from 'node:crypto';
import { fetch } from 'undici';
import { business } from '../business';
import { SimulatedGraphError, invalidParameter } from '../graph/errors';

/** A callback URL that passed Meta's verification handshake. */
export interface Callback {
	url: string;
	verifyToken: string;
}

const maximumUrlLength = 200;
const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Checks a callback URL as Meta does before it takes it: https (loopback may be http), not too long,
 * and answering the verification request with the challenge.
 *
 * @throws SimulatedGraphError 100 for a URL Meta would not call, 2200 when the handshake fails
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
 */
export async function verifyCallback(
	url: string,
	verifyToken: string,
	parameter: string,
): Promise<Callback> {
	const address = URL.canParse(url) ? new URL(url) : undefined;
	if (!address) throw invalidParameter(`Param ${parameter} must be a valid URI.`);
	if (url.length > maximumUrlLength) {
		throw invalidParameter(
			`Param ${parameter} must be at most ${maximumUrlLength} characters long.`,
		);
	}
	if (address.protocol !== 'https:' && !loopbackHosts.includes(address.hostname)) {
		throw verificationFailed('The URL must use https');
	}
	if (url === business.verifiedCallbackUrl) return { url, verifyToken };
	const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
	address.searchParams.set('hub.mode', 'subscribe');
	address.searchParams.set('hub.challenge', challenge);
	address.searchParams.set('hub.verify_token', verifyToken);
	const answer = await ask(address);
	if (answer.status !== 200) {
		throw verificationFailed(
			`HTTP Status Code = ${answer.status}; HTTP Message = ${answer.statusText}`,
		);
	}
	if (answer.text.trim() !== challenge) {
		throw verificationFailed(
			'HTTP Status Code = 200; HTTP Message = OK; the response does not match the challenge',
		);
	}
	return { url, verifyToken };
}

async function ask(address: URL): Promise<{ status: number; statusText: string; text: string }> {
	try {
		const response = await fetch(address, {
			redirect: 'manual',
			signal: AbortSignal.timeout(10_000),
		});
		return {
			status: response.status,
			statusText: response.statusText,
			text: await response.text(),
		};
	} catch {
		throw verificationFailed(
			`curl_errno = 7; curl_error = Failed to connect to ${address.hostname} port ${address.port || '443'}; HTTP Status Code = 0; HTTP Message = `,
		);
	}
}

function verificationFailed(reason: string): SimulatedGraphError {
	return new SimulatedGraphError(2200, {
		message: `(#2200) Callback verification failed with the following errors: ${reason}`,
		httpStatus: 400,
	});
}
