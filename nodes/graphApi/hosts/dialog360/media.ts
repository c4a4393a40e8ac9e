import { CancelledError } from '../../errors/cancelledError';
import { RequestError } from '../../errors/requestError';
import type { GraphRequest, JsonObject } from '../../types';
import { asText } from '../../coerce';

/** Meta's media host. The token that it wants is 360dialog's. */
const lookaside = 'https://lookaside.fbsbx.com';

/**
 * The URL of a file at 360dialog, which hands the call on to Meta's media host. Any other URL stays as it is.
 * https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media
 */
export function withOwnUrl(media: JsonObject, host: string): JsonObject {
	const url = asText(media.url);
	if (url === null || !URL.canParse(url)) return media;
	const { origin, pathname, search } = new URL(url);
	return origin === lookaside ? { ...media, url: `${host}${pathname}${search}` } : media;
}

/** A call that reads a media file: it is sent once. */
export function readOnce(request: GraphRequest): GraphRequest {
	return {
		...request,
		aroundTry: async (sendNow) => {
			try {
				return await sendNow();
			} catch (error) {
				throw error instanceof RequestError ? failedMediaRead(error) : error;
			}
		},
	};
}

/**
 * The error of a file that could not be read. 360dialog counts failures, so nothing is read again.
 * https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media
 */
export function failedMediaRead(error: RequestError): RequestError {
	if (error instanceof CancelledError) return error;
	return error.with({ todo: `${error.facts.todo} ${countsFailures}`, retryable: false });
}

const countsFailures =
	'It is not tried again: after 20 failed reads of media within an hour, 360dialog blocks them all for 30 minutes.';
