import { CredentialError } from '../../../nodes/graphApi/connection';
import { connectionFromCredential, webhooksOf } from '../../../nodes/graphApi/hosts';
import type { CredentialData } from '../../../nodes/graphApi/connection';

const credential: CredentialData = {
	accessToken: 'EAAtoken',
	phoneNumberId: '1',
	host: 'meta',
	apiVersion: '',
};

describe('connectionFromCredential', () => {
	it("uses Meta's Graph API v26.0 by default", () => {
		const connection = connectionFromCredential(credential);
		expect(connection.baseUrl).toBe('https://graph.facebook.com/v26.0');
		expect(connection.headers).toEqual({ authorization: 'Bearer EAAtoken' });
		expect(connection.query).toEqual({});
	});

	it('keeps the version of a saved credential', () => {
		const connection = connectionFromCredential({ ...credential, apiVersion: 'v25.0' });
		expect(connection.baseUrl).toBe('https://graph.facebook.com/v25.0');
	});

	it('adds appsecret_proof when the app secret is known', () => {
		// printf EAAtoken | openssl dgst -sha256 -hmac secret
		expect(connectionFromCredential({ ...credential, appSecret: 'secret' }).query).toEqual({
			appsecret_proof: '61b5257ec5c5a53e992ae4d93afa0975e1f1be671788f65a476b0689ad5d5dd5',
		});
	});

	it('derives the verify token with a key of its own', () => {
		const { verifyToken } = webhooksOf({ ...credential, appSecret: 'secret' });
		// openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt key:secret
		//   -kdfopt info:'n8n-nodes-whatsapp-business verify token' HKDF
		expect(verifyToken).toBe('571b0a56dab265c33d22e64431a2979642c017a9d96801f8a647c51f23b78ecd');
	});

	it('counts appsecret_proof among the secrets that no error may show', () => {
		const { query, secrets } = connectionFromCredential({ ...credential, appSecret: 'secret' });
		expect(secrets).toContain(query.appsecret_proof);
	});

	it.each([
		['https://graph.example.com', 'https://graph.example.com/v26.0'],
		['https://example.com/graph/', 'https://example.com/graph/v26.0'],
		['http://127.0.0.1:4010', 'http://127.0.0.1:4010/v26.0'],
		['http://gateway:8080', 'http://gateway:8080/v26.0'],
		['http://gateway.internal/graph', 'http://gateway.internal/graph/v26.0'],
	])('accepts the custom base URL %s', (baseUrl, expected) => {
		const connection = connectionFromCredential({ ...credential, host: 'custom', baseUrl });
		expect(connection.baseUrl).toBe(expected);
	});

	it("knows Meta's other host, which a custom base URL replaces, too", () => {
		expect(connectionFromCredential(credential).bases.api).toBe('https://api.facebook.com');
		const custom = { host: 'custom', baseUrl: 'https://example.com/graph' } as const;
		expect(connectionFromCredential({ ...credential, ...custom }).bases.api).toBe(custom.baseUrl);
	});

	it.each<[Partial<CredentialData>, string]>([
		[{ accessToken: '' }, 'Access Token'],
		[{ accessToken: 'Bearer EAA' }, 'Access Token'],
		[{ accessToken: '\u200bEAA' }, 'Access Token'],
		[{ accessToken: 'EAA…' }, 'Access Token'],
		[{ host: 'custom', baseUrl: '' }, 'Base URL'],
		[{ host: 'custom', baseUrl: 'graph.example.com' }, 'Base URL'],
		[{ host: 'custom', baseUrl: 'ftp://graph.example.com' }, 'Base URL'],
		[{ host: 'custom', baseUrl: 'http://graph.example.com' }, 'Base URL'],
		[{ host: 'custom', baseUrl: 'http://93.184.216.34:8080' }, 'Base URL'],
		[{ host: 'custom', baseUrl: 'https://user:pass@example.com' }, 'Base URL'],
		[{ host: 'custom', baseUrl: 'https://example.com?x=1' }, 'Base URL'],
		[{ host: 'custom', baseUrl: 'https://example.com/v26.0/' }, 'Base URL'],
		[{ apiVersion: '25' }, 'API Version'],
		[{ apiVersion: 'v26.0/../../x' }, 'API Version'],
	])('rejects %j and names the field', (changes, field) => {
		const make = () => connectionFromCredential({ ...credential, ...changes });
		expect(make).toThrow(CredentialError);
		expect(make).toThrow(expect.objectContaining({ field }));
	});

	it.each([
		['https://graph.facebook.com/v26.0/me', true],
		['https://api.facebook.com/1/message_templates/archive', true],
		['http://api.facebook.com/', false],
		['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
		['http://lookaside.fbsbx.com/', false],
		['https://lookaside.fbsbx.com:444/', false],
		['https://lookaside.fbsbx.com.evil.example/', false],
		['http://graph.facebook.com/', false],
		['https://evil.example/', false],
	])('decides whether the token may go to %s: %s', (url, allowed) => {
		expect(connectionFromCredential(credential).mayReceiveSecret(new URL(url))).toBe(allowed);
	});

	it("sends the token of a custom host to none of Meta's APIs", () => {
		const custom = { host: 'custom', baseUrl: 'https://gateway.example' } as const;
		const connection = connectionFromCredential({ ...credential, ...custom });
		for (const url of ['https://graph.facebook.com/me', 'https://api.facebook.com/1']) {
			expect(connection.mayReceiveSecret(new URL(url))).toBe(false);
		}
	});
});
