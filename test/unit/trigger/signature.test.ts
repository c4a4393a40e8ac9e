import { createHmac } from 'node:crypto';

import { isSignedByMeta } from '../../../nodes/shared/signature';

const appSecret = 'app-secret';
const body = Buffer.from('{"text":"caf\\u00e9"}');
const sign = (bytes: string | Buffer, secret = appSecret) =>
	`sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

describe('isSignedByMeta', () => {
	it('accepts the published test vector of HMAC-SHA256 (RFC 4231, case 2)', () => {
		const header = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
		expect(isSignedByMeta(Buffer.from('what do ya want for nothing?'), header, 'Jefe')).toBe(true);
	});

	it.each<[string, unknown, boolean]>([
		['the signature of these bytes', sign(body), true],
		['the signature with another secret', sign(body, 'other'), false],
		['the signature of other bytes', sign('{}'), false],
		['the signature of the same JSON written in another way', sign('{"text":"café"}'), false],
		['the signature without its prefix', sign(body).slice('sha256='.length), false],
		['a cut signature', sign(body).slice(0, -1), false],
		['a longer signature', `${sign(body)}00`, false],
		['a SHA-1 signature', sign(body).replace('sha256=', 'sha1='), false],
		['only the prefix', 'sha256=', false],
		['an empty header', '', false],
		['no header', undefined, false],
		['a repeated header', [sign(body), sign(body)], false],
	])('%s', (_, header, expected) => {
		expect(isSignedByMeta(body, header, appSecret)).toBe(expected);
	});
});
