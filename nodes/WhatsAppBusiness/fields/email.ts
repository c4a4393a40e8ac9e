import type { Parameters } from '../parameters/parameters';

/** @throws InputError when the text is not an email address. */
export function checkEmail(parameters: Parameters, name: string, email: string): void {
	if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) {
		throw parameters.error(
			name,
			'is not an email address',
			'Enter it in full, e.g. name@example.com.',
		);
	}
}
