import { generate } from 'selfsigned';

/** A certificate in PEM that was made for one host, with its private key. */
export interface Certificate {
	key: string;
	cert: string;
}

/** Makes a certificate that nobody trusts who was not told to. */
export async function certificateFor(ip: string): Promise<Certificate> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: ip }], {
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip }] }],
	});
	return { key, cert };
}
