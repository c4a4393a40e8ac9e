import { ApiError } from '../../graphApi/errors/apiError';
import type { Registration } from '../../graphApi/webhooks/registration';

/**
 * Registers a callback URL.
 * @throws RequestError that names the URL if Meta cannot reach it.
 */
export async function registerUrl(
	registration: Registration,
	url: string,
	verifyToken: string,
): Promise<void> {
	try {
		await registration.register(url, verifyToken);
	} catch (error) {
		throw isUnverified(error) ? unreachable(error, url) : error;
	}
}

/** Whether Meta called the URL and did not get the challenge back. */
export function isUnverified(error: unknown): error is ApiError {
	return error instanceof ApiError && error.facts.code === callbackVerificationFailed;
}

const callbackVerificationFailed = 2200;

function unreachable(error: ApiError, url: string): ApiError {
	return error.with({
		what: `WhatsApp called the webhook URL ${url} and did not get the expected response.`,
		todo: 'Check that this URL can be reached from the internet over https, with a valid certificate and without a login page or firewall in front of n8n.',
	});
}
