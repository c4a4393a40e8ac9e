import { business } from '../../simulator';
import { signatureOf } from '../../simulator/webhooks/payload';

/** Delivers a body as Meta does, signed by the simulated app, and returns the HTTP status. */
export async function signedPost(
	url: string,
	body: string,
	secret: string = business.app.secret,
): Promise<number> {
	const response = await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-hub-signature-256': signatureOf(body, secret),
		},
		body,
	});
	await response.arrayBuffer();
	return response.status;
}
