import type { CredentialData } from '../../../../nodes/graphApi/connection';
import { errorFromResponse } from '../../../../nodes/graphApi/errors/responseError';
import { connectionFromCredential } from '../../../../nodes/graphApi/hosts';
import { path } from '../../../../nodes/graphApi/path';
import type { GraphRequest, JsonObject } from '../../../../nodes/graphApi/types';

const filledIn: CredentialData = {
	host: 'kapso',
	accessToken: '',
	apiKey: 'api-key',
	phoneNumberId: '1',
	businessAccountId: '2',
};

const kapso = connectionFromCredential(filledIn);
const request = (on: GraphRequest['on'], query?: GraphRequest['query']): GraphRequest => ({
	method: 'GET',
	on,
	path: path`/${'33'}`,
	query,
});

describe('the key for Kapso', () => {
	it.each([
		['https://api.kapso.ai/meta/whatsapp/media_download?token=1', true],
		['https://app.kapso.ai/file', true],
		['http://app.kapso.ai/file', false],
		['https://app.kapso.ai:8443/file', false],
		['https://notkapso.ai/file', false],
		['https://kapso.ai.example.com/file', false],
		['https://lookaside.fbsbx.com/whatsapp_business/attachments/', false],
	])('goes to %s: %s', (url, expected) => {
		expect(kapso.mayReceiveSecret(new URL(url))).toBe(expected);
	});
});

describe('a request to Kapso', () => {
	it('names the number of a media file, which the item may choose', () => {
		const translated = (query?: GraphRequest['query']) =>
			kapso.translate?.(request('media', query), kapso.account);
		expect(translated()).toMatchObject({ query: { phone_number_id: '1' } });
		expect(translated({ phone_number_id: '9' })).toMatchObject({ query: { phone_number_id: '9' } });
	});

	it('names the number of a Flow if the credential has no account', () => {
		const { translate, account } = connectionFromCredential({ ...filledIn, businessAccountId: '' });
		expect(translate?.(request('flow'), account)).toMatchObject({
			query: { phone_number_id: '1' },
		});
	});

	it.each<[GraphRequest['on'], Partial<CredentialData>, string]>([
		['media', { phoneNumberId: '' }, "'Phone Number ID' is empty in the credential"],
		['message', { phoneNumberId: '' }, "'Phone Number ID' is empty in the credential"],
		['flow', { phoneNumberId: '', businessAccountId: '' }, "'Phone Number ID' is empty"],
		['template', { businessAccountId: '' }, "'WhatsApp Business Account ID' is empty"],
	])('about a %s needs the ID of its owner', (on, without, message) => {
		const { translate, account } = connectionFromCredential({ ...filledIn, ...without });
		expect(() => translate?.(request(on), account)).toThrow(message);
	});
});

describe('a response of Kapso', () => {
	it.each<[string, GraphRequest['on'], JsonObject, JsonObject]>([
		['an object in an envelope', 'template', { data: { id: '1' } }, { id: '1' }],
		['an object without one', 'template', { id: '1' }, { id: '1' }],
		['a list', 'waba', { data: [{ id: '1' }] }, { data: [{ id: '1' }] }],
		['what the user asked for', 'typed', { data: { id: '1' } }, { data: { id: '1' } }],
		[
			'a file with a URL that needs no token',
			'media',
			{ id: '1', url: 'https://lookaside.fbsbx.com/1', download_url: 'https://api.kapso.ai/1' },
			{ id: '1', url: 'https://api.kapso.ai/1', download_url: 'https://api.kapso.ai/1' },
		],
		[
			'a file without one',
			'media',
			{ id: '1', url: 'https://x.y/1' },
			{ id: '1', url: 'https://x.y/1' },
		],
	])('with %s is read', (_what, on, body, expected) => {
		expect(kapso.readResponse?.(body, request(on))).toEqual(expected);
	});
});

describe('an error of Kapso', () => {
	const response = { secrets: [], idempotent: false };

	it.each([
		[401, 'Kapso does not accept the API key.', false],
		[404, 'Kapso does not know the number', false],
		[409, 'Kapso has not finished sending another message', true],
		[422, 'Kapso refused a value', false],
		[429, 'The API key has sent more requests this minute', true],
	])(
		'with status %i is told in plain words, with its own beside them',
		(status, what, retryable) => {
			const { facts } = errorFromResponse(
				{ ...response, status, body: { error: 'own words' }, edge: 'POST phoneNumber/messages' },
				kapso,
			);
			expect(facts.what).toContain(what);
			expect(facts).toMatchObject({ details: 'own words', outcome: 'notAccepted', retryable });
		},
	);

	it('with status 409 is a conflict unless it is about a message', () => {
		const body = { error: 'Contact already exists' };
		const { facts } = errorFromResponse(
			{ ...response, status: 409, body, edge: 'POST fixed/whatsapp/contacts' },
			kapso,
		);
		expect(facts.what).toContain('HTTP status 409: Contact already exists');
		expect(facts).toMatchObject({ outcome: 'notAccepted', retryable: false });
	});

	it("of Meta's is told as Meta's", () => {
		const body = { error: { code: 131_047, message: 'x', type: 'OAuthException' } };
		const { facts } = errorFromResponse({ ...response, status: 400, body }, kapso);
		expect(facts.code).toBe(131_047);
	});

	it('is not one if a page of a proxy says nothing', () => {
		const { facts } = errorFromResponse({ ...response, status: 401, body: undefined }, kapso);
		expect(facts.what).toBe(
			'The server responded with HTTP status 401 and without an explanation from Kapso.',
		);
	});
});

describe('the base URL of Kapso', () => {
	it.each(['', '/meta/whatsapp', '/platform/v1/'])('may end with %s', (end) => {
		const { baseUrl, bases } = connectionFromCredential({
			...filledIn,
			baseUrl: `https://proxy.example.com/kapso${end}`,
		});
		expect(baseUrl).toBe('https://proxy.example.com/kapso/meta/whatsapp/v24.0');
		expect(bases.platform).toBe('https://proxy.example.com/kapso/platform/v1');
	});
});
