/** In the query of the callback URL. */
export const secretParameter = 'secret';

/** The secret of a callback URL must not get into a message or a log. */
export function withoutSecret(registered: string): { url: string; secret: string } {
	const [url = '', query = ''] = registered.split('?', 2);
	const parameters = new URLSearchParams(query);
	const secret = parameters.get(secretParameter) ?? '';
	parameters.delete(secretParameter);
	return { url: parameters.size === 0 ? url : `${url}?${parameters.toString()}`, secret };
}
