import { HostError } from '../hostError';

/**
 * What 360dialog itself refuses. Its API for messages says `{"error": "…"}`, and the one for settings and templates,
 * below `/v1/configs`, has an older form.
 *
 * @param path of the call, below the base URL
 * @see https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks
 */
export function refusal(path: string, httpStatus: number, text: string): HostError {
	return new HostError(
		httpStatus,
		path.startsWith('/v1/')
			? { meta: { success: false, http_code: httpStatus, developer_message: text } }
			: { error: text },
	);
}

/** No such path. Its words are not documented. */
export function unknownPath(path: string): HostError {
	return refusal(path, 404, 'Not found');
}
