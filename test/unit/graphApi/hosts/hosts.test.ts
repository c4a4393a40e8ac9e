import type { CredentialData } from '../../../../nodes/graphApi/connection';
import { CredentialError } from '../../../../nodes/graphApi/connection';
import { ApiError } from '../../../../nodes/graphApi/errors/apiError';
import { NotOfferedError } from '../../../../nodes/graphApi/errors/notOfferedError';
import { errorFromResponse } from '../../../../nodes/graphApi/errors/responseError';
import { connectionFromCredential, ownSecretsOf } from '../../../../nodes/graphApi/hosts';
import { hostLayer } from '../../../../nodes/graphApi/hosts/hostLayer';
import { path } from '../../../../nodes/graphApi/path';
import type { GraphRequest } from '../../../../nodes/graphApi/types';

const filledIn: CredentialData = {
	accessToken: 'EAAtoken',
	phoneNumberId: '1',
	businessAccountId: '2',
	appId: '3',
	appSecret: 'app-secret',
	apiKey: 'api-key',
	baseUrl: 'https://gateway.example',
};

const request: GraphRequest = { method: 'GET', on: 'phoneNumber', path: path`/1` };

describe('the connection of a host', () => {
	it.each<[CredentialData['host'], string, Record<string, string>]>([
		['meta', 'https://graph.facebook.com/v26.0', { authorization: 'Bearer EAAtoken' }],
		['custom', 'https://gateway.example/v26.0', { authorization: 'Bearer EAAtoken' }],
		['kapso', 'https://gateway.example/meta/whatsapp/v24.0', { 'x-api-key': 'api-key' }],
		['dialog360', 'https://gateway.example', { 'd360-api-key': 'api-key' }],
		['onPremises', 'https://gateway.example/v1', { authorization: 'Bearer EAAtoken' }],
	])('%s calls %s with its own secret', (host, baseUrl, headers) => {
		const connection = connectionFromCredential({ ...filledIn, host });
		expect(connection.baseUrl).toBe(baseUrl);
		expect(connection.headers).toEqual(headers);
	});

	it.each<[CredentialData['host'], string]>([
		['kapso', 'https://api.kapso.ai/meta/whatsapp/v24.0'],
		['dialog360', 'https://waba-v2.360dialog.io'],
	])('%s needs no base URL', (host, baseUrl) => {
		const connection = connectionFromCredential({ ...filledIn, host, baseUrl: '' });
		expect(connection.baseUrl).toBe(baseUrl);
	});

	it.each<[CredentialData['host'], string]>([
		['meta', 'Access Token'],
		['kapso', 'API Key'],
		['dialog360', 'API Key'],
		['onPremises', 'Access Token'],
	])('%s names the secret that is missing: %s', (host, field) => {
		const credential = { ...filledIn, host, accessToken: '', apiKey: ' ' };
		const make = () => connectionFromCredential(credential);
		expect(make).toThrow(CredentialError);
		expect(make).toThrow(expect.objectContaining({ field }));
	});

	it.each<CredentialData['host']>(['kapso', 'dialog360', 'onPremises'])(
		"%s sends its secret to none of Meta's hosts",
		(host) => {
			const { mayReceiveSecret } = connectionFromCredential({ ...filledIn, host });
			for (const url of ['https://lookaside.fbsbx.com/1', 'https://graph.facebook.com/1']) {
				expect(mayReceiveSecret(new URL(url))).toBe(false);
			}
			expect(mayReceiveSecret(new URL('https://gateway.example/file'))).toBe(true);
		},
	);

	it.each<[CredentialData['host'], string[]]>([
		['meta', ['app-secret', 'EAAtoken']],
		['kapso', ['api-key']],
		['dialog360', ['api-key']],
		['onPremises', ['EAAtoken']],
	])('%s makes the own keys of the nodes from %j', (host, secrets) => {
		expect(ownSecretsOf({ ...filledIn, host })).toEqual(secrets);
	});
});

describe('a request to a host', () => {
	const connection = connectionFromCredential(filledIn);

	it('is refused before it is sent if the host has no such API', async () => {
		const next = jest.fn();
		const sent = hostLayer(connection)(next)({ ...request, base: 'platform' });
		await expect(sent).rejects.toThrow(NotOfferedError);
		await expect(sent).rejects.toThrow('Only Kapso offers this');
		expect(next).not.toHaveBeenCalled();
	});

	it('is refused before it is sent if the host does not offer it', async () => {
		const next = jest.fn();
		const refusal = () => ({ what: 'No.', todo: 'Do not.' });
		const sent = hostLayer({ ...connection, refusal })(next)(request);
		await expect(sent).rejects.toThrow('No.');
		expect(next).not.toHaveBeenCalled();
	});

	it("is translated, and its response is given as Meta's", async () => {
		const next = jest.fn().mockResolvedValue({ body: { own: 1 } });
		const { body } = await hostLayer({
			...connection,
			translate: (meta) => ({ ...meta, method: 'POST' }),
			readResponse: (own, { method }) => ({ ...own, method }),
		})(next)(request);
		expect(next).toHaveBeenCalledWith({ ...request, method: 'POST' });
		expect(body).toEqual({ own: 1, method: 'GET' });
	});

	it.each<[string, 'notAccepted' | 'unknown', number]>([
		['is sent again after what makes the host accept it', 'notAccepted', 3],
		['is not sent again with an unknown outcome', 'unknown', 1],
	])('%s', async (_what, outcome, sent) => {
		const todo = 'Check the contact.';
		const refused = new ApiError({ what: 'Unknown contact.', todo, outcome, retryable: false });
		const next = jest.fn().mockRejectedValueOnce(refused).mockResolvedValue({ body: {} });
		const check: GraphRequest = { ...request, path: path`/contacts` };
		const layer = hostLayer({ ...connection, mend: () => check });
		await layer(next)(request).catch(() => undefined);
		expect(next.mock.calls.flat()).toEqual([request, check, request].slice(0, sent));
	});

	it('that needs none gets its response at once', async () => {
		const next = jest.fn();
		const response = { id: '1' };
		const layer = hostLayer({ ...connection, translate: () => ({ response }) });
		expect(await layer(next)(request)).toEqual({ body: response });
		expect(next).not.toHaveBeenCalled();
	});
});

describe("a host's error", () => {
	const response = { status: 409, body: { error: 'busy' }, secrets: [], idempotent: false };

	it.each([
		['GET fixed/a', false, 'HTTP status 409: busy'],
		['POST fixed/a', true, 'Busy.'],
	])(
		'with a status that passes for one call is read for that call: %s',
		(edge, retryable, what) => {
			const statusMeanings = { 409: { what: 'Busy.', todo: 'Wait.', passesFor: 'POST fixed/a' } };
			const { facts } = errorFromResponse(
				{ ...response, edge },
				{ hostName: 'Kapso', statusMeanings },
			);
			expect(facts).toMatchObject({ retryable, outcome: 'notAccepted' });
			expect(facts.what).toContain(what);
		},
	);

	it("can be one of Meta's", () => {
		const readError = () => ({ code: 131_047 });
		const { facts } = errorFromResponse(response, { hostName: 'Turn.io', readError });
		expect(facts.code).toBe(131_047);
	});

	it('without an explanation names the host', () => {
		const { facts } = errorFromResponse({ ...response, body: {} }, { hostName: 'Kapso' });
		expect(facts.what).toContain('without an explanation from Kapso');
	});
});
