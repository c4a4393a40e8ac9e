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
 * Verifies a callback URL as Meta does: https (http for loopback), not too long, and it responds to the
 * verification request with the challenge.
 *
 * @throws SimulatedGraphError 100 for an invalid URL, 2200 if verification fails
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
 */
export async function verifyCallback(
	url: string,
	verifyToken: string,
	parameter: string,
): Promise<Callback> {
	const target = URL.canParse(url) ? new URL(url) : undefined;
	if (!target) throw invalidParameter(`Param ${parameter} must be a valid URI.`);
	if (url.length > maximumUrlLength) {
		throw invalidParameter(
			`Param ${parameter} must be at most ${maximumUrlLength} characters long.`,
		);
	}
	if (target.protocol !== 'https:' && !loopbackHosts.includes(target.hostname)) {
		throw verificationFailed('The URL must use https');
	}
	if (url === business.verifiedCallbackUrl) return { url, verifyToken };
	const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
	target.searchParams.set('hub.mode', 'subscribe');
	target.searchParams.set('hub.challenge', challenge);
	target.searchParams.set('hub.verify_token', verifyToken);
	const response = await requestVerification(target);
	if (response.status !== 200) {
		throw verificationFailed(
			`HTTP Status Code = ${response.status}; HTTP Message = ${response.statusText}`,
		);
	}
	if (response.text.trim() !== challenge) {
		throw verificationFailed(
			'HTTP Status Code = 200; HTTP Message = OK; the response does not match the challenge',
		);
	}
	return { url, verifyToken };
}

async function requestVerification(
	target: URL,
): Promise<{ status: number; statusText: string; text: string }> {
	try {
		const response = await fetch(target, {
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
			`curl_errno = 7; curl_error = Failed to connect to ${target.hostname} port ${target.port || '443'}; HTTP Status Code = 0; HTTP Message = `,
		);
	}
}

function verificationFailed(reason: string): SimulatedGraphError {
	return new SimulatedGraphError(2200, {
		message: `(#2200) Callback verification failed with the following errors: ${reason}`,
		httpStatus: 400,
	});
}
