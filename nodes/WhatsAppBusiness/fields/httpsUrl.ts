import type { Parameters } from '../parameters/parameters';

/**
 * The URL of an endpoint that WhatsApp calls.
 * @throws InputError when the field is empty or it is not an https URL.
 */
export function readHttpsUrl(parameters: Parameters, name: string): string {
	const url = parameters.url(name);
	if (!/^https:/i.test(url)) {
		throw parameters.error(
			name,
			'does not begin with https://',
			'WhatsApp calls endpoints over https only.',
		);
	}
	return url;
}
