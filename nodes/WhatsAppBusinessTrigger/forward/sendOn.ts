import { request } from 'undici';

import type { EgressFilter } from '../../graphApi/egress/egressFilter';
import { howToAllowHost, reasonOfFailure } from '../../graphApi/errors/networkError';
import { networkCode } from '../../graphApi/errors/failure';
import { pool } from '../../graphApi/pool';
import { signalAfter } from '../../graphApi/signalAfter';
import { userAgent } from '../../graphApi/userAgent';
import type { SignedDelivery } from './waitingDeliveries';

/** Milliseconds for one delivery, from the connection to the end of the response. Well below the life of a lease. */
const timeout = 15_000;

/** What says that the second system, or what stands in front of it, is not there at the moment. */
const unavailable = new Set([408, 425, 429, 502, 503, 504]);

/** Where deliveries are forwarded to. */
export interface Target {
	url: URL;
	/** n8n's rules for which hosts may be called. */
	egress: EgressFilter | undefined;
}

/** Why a delivery was not taken. */
export interface Failure {
	/** As a sentence, without anything of the delivery. */
	reason: string;
	/** Whether the system is there and does not take this delivery. */
	isRefusal: boolean;
}

/**
 * Sends a delivery to the second system, byte for byte as the host signed it. A redirect is not followed.
 * @returns undefined once the system has taken it.
 */
export async function sendOn(
	{ body, contentType, signatureHeader, signature, headers }: SignedDelivery,
	{ url, egress }: Target,
): Promise<Failure | undefined> {
	const untilEnd = signalAfter(timeout);
	try {
		const { statusCode, body: response } = await request(url, {
			method: 'POST',
			headers: {
				...headers,
				'content-type': contentType,
				...(signatureHeader !== undefined && { [signatureHeader]: signature }),
				'user-agent': userAgent,
			},
			body,
			dispatcher: pool(egress),
			signal: untilEnd.signal,
		});
		// What it says does not matter, nor whether that comes to an end.
		await response.dump().catch(() => undefined);
		if (statusCode >= 200 && statusCode < 300) return undefined;
		const reason = `It responded with the status ${statusCode}.`;
		return { reason, isRefusal: !unavailable.has(statusCode) };
	} catch (failure) {
		return { reason: reasonFor(failure, untilEnd.signal), isRefusal: false };
	} finally {
		untilEnd.clear();
	}
}

function reasonFor(failure: unknown, { aborted }: AbortSignal): string {
	if (aborted) return `It did not respond within ${timeout / 1000} seconds.`;
	const reason = reasonOfFailure(failure) ?? 'The connection failed.';
	return networkCode(failure) === 'HOST_BLOCKED' ? `${reason} ${howToAllowHost}` : reason;
}
