import { generate } from 'selfsigned';

/** A certificate for one host and its private key, in PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

/** Creates a self-signed certificate. */
export async function certificateFor(ip: string): Promise<Certificate> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: ip }], {
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip }] }],
	});
	return { key, cert };
}
