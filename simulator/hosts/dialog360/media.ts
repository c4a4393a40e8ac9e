import type { FastifyReply } from 'fastify';
import type { SimulatorContext } from '../../context';
import { sendMedia } from '../../media/host';
import { refusal } from './errors';
import { dialog360Of } from './state';

/** Meta's media host. 360dialog names it as Meta does, but a token of Meta's is needed there. */
const lookaside = 'https://lookaside.fbsbx.com';

/** Puts Meta's media host in place of the simulator's, in all texts of a JSON value. */
export function withLookaside<Value>(value: Value, { url }: SimulatorContext): Value {
	return JSON.parse(JSON.stringify(value).replaceAll(`${url}/media-host`, lookaside)) as Value;
}

/** So many failed reads in this time block all others. */
const allowedFailures = 20;
const failuresWithinMs = 3_600_000;

/**
 * Refuses to read media while too many reads have failed.
 *
 * @throws HostError 429 while it is blocked. The documentation says that it is blocked, not how it is refused, and
 * other pages of it say five failures and one hour.
 * @see https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media
 */
export function checkMediaReads({ state }: SimulatorContext, path: string): void {
	if (dialog360Of(state).mediaBlockedUntil > Date.now()) {
		throw refusal(path, 429, 'Too many failed media requests. Try again later.');
	}
}

/** Counts a read that failed. */
export function noteFailedRead({ state, settings }: SimulatorContext): void {
	const known = dialog360Of(state);
	const now = Date.now();
	known.failedMediaReads = [...known.failedMediaReads, now].filter(
		(at) => at > now - failuresWithinMs,
	);
	if (known.failedMediaReads.length < allowedFailures) return;
	known.failedMediaReads = [];
	known.mediaBlockedUntil = now + settings.dialog360MediaBlockMs;
}

/**
 * The file that a media URL of Meta's names, once Meta's host in it is replaced by the base URL.
 *
 * @throws HostError 404 for a URL that does not exist or has expired
 */
export function attachment(
	simulator: SimulatorContext,
	path: string,
	hash: string | null,
	reply: FastifyReply,
): unknown {
	const content = sendMedia(simulator, hash ?? '', reply);
	if (content) return content;
	noteFailedRead(simulator);
	throw refusal(path, 404, 'Media not found');
}
