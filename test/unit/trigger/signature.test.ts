import { createHmac } from 'node:crypto';

import { meta } from '../../../nodes/graphApi/webhooks/signer';
import { isSignedBy, ourselves, signatureHeaderOf } from '../../../nodes/shared/signature';

const appSecret = 'app-secret';
const body = Buffer.from('{"text":"caf\\u00e9"}');
const isSignedByMeta = (bytes: Buffer, header: unknown, secret: string) =>
	isSignedBy(meta(secret), bytes, { headers: { 'x-hub-signature-256': header } });
const sign = (bytes: string | Buffer, secret = appSecret) =>
	`sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

describe('isSignedBy', () => {
	it('accepts the published test vector of HMAC-SHA256 (RFC 4231, case 2)', () => {
		const header = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
		expect(isSignedByMeta(Buffer.from('what do ya want for nothing?'), header, 'Jefe')).toBe(true);
	});

	it.each<[string, unknown]>([['the signature of these bytes', sign(body)]])(
		'accepts %s',
		(_, header) => {
			expect(isSignedByMeta(body, header, appSecret)).toBe(true);
		},
	);

	it.each<[string, unknown]>([
		['the signature with another secret', sign(body, 'other')],
		['the signature of other bytes', sign('{}')],
		['the signature of the same JSON written in another way', sign('{"text":"café"}')],
		['the signature without its prefix', sign(body).slice('sha256='.length)],
		['a cut signature', sign(body).slice(0, -1)],
		['a longer signature', `${sign(body)}00`],
		['a SHA-1 signature', sign(body).replace('sha256=', 'sha1=')],
		['only the prefix', 'sha256='],
		['an empty header', ''],
		['no header', undefined],
		['a header that is sent twice', [sign(body), sign(body)]],
	])('rejects %s', (_, header) => {
		expect(isSignedByMeta(body, header, appSecret)).toBe(false);
	});
});

describe('our own signature', () => {
	const purposes = ['delivery to a test run', 'reply to a waiting execution'] as const;
	const [purpose, other] = purposes;

	it('is valid for its purpose only', () => {
		const headers = signatureHeaderOf(body, ourselves(appSecret, purpose));
		expect(isSignedBy(ourselves(appSecret, purpose), body, { headers })).toBe(true);
		expect(isSignedBy(ourselves(appSecret, other), body, { headers })).toBe(false);
		expect(isSignedBy(ourselves('other', purpose), body, { headers })).toBe(false);
	});

	it("is not Meta's, nor the other way round", () => {
		const signers = [meta(appSecret), ourselves(appSecret, purpose)];
		for (const [signer, stranger] of [signers, signers.toReversed()]) {
			if (!signer || !stranger) throw new Error('a signer is missing');
			const [signature] = Object.values(signatureHeaderOf(body, stranger));
			expect(isSignedBy(signer, body, { headers: { [signer.name]: signature } })).toBe(false);
		}
	});
});
