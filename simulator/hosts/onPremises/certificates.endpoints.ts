import { Content, onPremisesEndpoint, type OnPremisesCall } from './endpoint';
import { refusal } from './errors';

const pemType = 'application/x-pem-file';

/** What clients must trust: the certificate of the simulator, if it uses HTTPS. */
export const getExternalCa = onPremisesEndpoint({
	method: 'GET',
	path: '/certificates/external/ca',
	handle: ({ simulator, server }) => contentOf(server.externalCertificate ?? simulator.certificate),
});

/** The simulator keeps it, but goes on with its own. */
export const setExternalCertificate = onPremisesEndpoint({
	method: 'POST',
	path: '/certificates/external',
	handle: (call) => {
		call.server.externalCertificate = pemOf(call);
		return {};
	},
});

const webhookCaPath = '/certificates/webhooks/ca';

export const getWebhookCa = onPremisesEndpoint({
	method: 'GET',
	path: webhookCaPath,
	handle: ({ server }) => contentOf(server.webhookCa),
});

/** Whom the server trusts when it delivers. */
export const setWebhookCa = onPremisesEndpoint({
	method: 'POST',
	path: webhookCaPath,
	handle: (call) => {
		call.server.webhookCa = pemOf(call);
		return {};
	},
});

export const deleteWebhookCa = onPremisesEndpoint({
	method: 'DELETE',
	path: webhookCaPath,
	handle: ({ server }) => {
		server.webhookCa = undefined;
		return {};
	},
});

function pemOf({ body }: OnPremisesCall): string {
	const pem = Buffer.isBuffer(body) ? body.toString() : '';
	if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
		throw refusal(1009, 'The body must be a certificate in PEM');
	}
	return pem;
}

function contentOf(pem: string | undefined): Content {
	if (pem === undefined) throw refusal(1006, 'There is no certificate');
	return new Content(pemType, pem);
}
