import type { Parameters } from '../parameters/parameters';

/**
 * The URL of an endpoint that WhatsApp or its host calls.
 * @throws InputError when the field is empty or it is not an https URL.
 */
export function readHttpsUrl(parameters: Parameters, name: string): string {
	const url = parameters.url(name);
	if (!/^https:/i.test(url)) {
		throw parameters.error(
			name,
			'does not begin with https://',
			'Only an endpoint with https is called.',
		);
	}
	return url;
}
