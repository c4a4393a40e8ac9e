import type { CredentialData } from '../../../../../nodes/graphApi/connection';
import { errorFromResponse } from '../../../../../nodes/graphApi/errors/responseError';
import { connectionFromCredential } from '../../../../../nodes/graphApi/hosts';
import { path } from '../../../../../nodes/graphApi/path';
import { safePath } from '../../../../../nodes/graphApi/safePath';
import type { GraphRequest, JsonObject } from '../../../../../nodes/graphApi/types';

const credential: CredentialData = {
	host: 'onPremises',
	accessToken: 'fixed',
	baseUrl: 'https://wa.example.com:9090',
	phoneNumberId: '1',
	templateNamespace: 'c8ae5f90_307a_ca4c',
};

function translated(body: JsonObject, changes: Partial<CredentialData> = {}): GraphRequest {
	const { translate, account } = connectionFromCredential({ ...credential, ...changes });
	const request: GraphRequest = {
		method: 'POST',
		on: 'phoneNumber',
		path: path`/1/messages`,
		body: { messaging_product: 'whatsapp', ...body },
	};
	const own = translate?.(request, account);
	if (own === undefined || 'response' in own) throw new Error('Nothing is sent');
	return JSON.parse(JSON.stringify(own)) as GraphRequest;
}

const to = { recipient_type: 'individual', to: '+15550001111' };
const sentTo = { recipient_type: 'individual', to: '15550001111' };

// The bodies are those of Meta's and Turn.io's documentation, with other values.
describe('a message in the On-Premises format', () => {
	it.each<[string, JsonObject, JsonObject]>([
		[
			'a text with a preview of its link',
			{ ...to, type: 'text', text: { body: 'https://example.com', preview_url: true } },
			{ ...sentTo, type: 'text', preview_url: true, text: { body: 'https://example.com' } },
		],
		[
			'a text without a type',
			{ ...to, text: { body: 'Hi' } },
			{ ...sentTo, type: 'text', text: { body: 'Hi' } },
		],
		[
			'a reply in a group, with callback data',
			{
				recipient_type: 'group',
				to: '15550783881-1520383572',
				context: { message_id: 'gBEG' },
				biz_opaque_callback_data: 'order 7',
				type: 'text',
				text: { body: 'Hi' },
			},
			{
				recipient_type: 'group',
				to: '15550783881-1520383572',
				context: { message_id: 'gBEG' },
				type: 'text',
				text: { body: 'Hi' },
			},
		],
		[
			'a template',
			{
				...to,
				type: 'template',
				template: {
					name: 'order_shipped',
					language: { code: 'en_US' },
					components: [
						{ type: 'header', parameters: [{ type: 'image', image: { id: 'f0' } }] },
						{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }] },
						{
							type: 'button',
							sub_type: 'quick_reply',
							index: '0',
							parameters: [{ type: 'payload', payload: 'yes' }],
						},
					],
				},
			},
			{
				...sentTo,
				type: 'template',
				template: {
					namespace: 'c8ae5f90_307a_ca4c',
					name: 'order_shipped',
					language: { policy: 'deterministic', code: 'en_US' },
					components: [
						{ type: 'header', parameters: [{ type: 'image', image: { id: 'f0' } }] },
						{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }] },
						{
							type: 'button',
							sub_type: 'quick_reply',
							index: '0',
							parameters: [{ type: 'payload', payload: 'yes' }],
						},
					],
				},
			},
		],
		[
			'the oldest kind of template',
			{ ...to, type: 'hsm', hsm: { namespace: 'n', element_name: 'hello' } },
			{ ...sentTo, type: 'hsm', hsm: { namespace: 'n', element_name: 'hello' } },
		],
		[
			'a voice message',
			{ ...to, type: 'audio', audio: { id: 'f0', voice: true } },
			{ ...sentTo, type: 'voice', voice: { id: 'f0' } },
		],
		[
			'an audio file',
			{ ...to, type: 'audio', audio: { id: 'f0', voice: false } },
			{ ...sentTo, type: 'audio', audio: { id: 'f0' } },
		],
		[
			'an image by link',
			{ ...to, type: 'image', image: { link: 'https://example.com/a.jpg', caption: 'A' } },
			{ ...sentTo, type: 'image', image: { link: 'https://example.com/a.jpg', caption: 'A' } },
		],
		[
			'a document by ID',
			{ ...to, type: 'document', document: { id: 'f0', filename: 'a.pdf' } },
			{ ...sentTo, type: 'document', document: { id: 'f0', filename: 'a.pdf' } },
		],
		[
			'a location',
			{ ...to, type: 'location', location: { latitude: 1, longitude: 2, name: 'Here' } },
			{ ...sentTo, type: 'location', location: { latitude: 1, longitude: 2, name: 'Here' } },
		],
		[
			'contacts',
			{ ...to, type: 'contacts', contacts: [{ name: { formatted_name: 'Ada' } }] },
			{ ...sentTo, type: 'contacts', contacts: [{ name: { formatted_name: 'Ada' } }] },
		],
		[
			'buttons',
			{ ...to, type: 'interactive', interactive: { type: 'button', body: { text: 'Yes?' } } },
			{ ...sentTo, type: 'interactive', interactive: { type: 'button', body: { text: 'Yes?' } } },
		],
	])('is %s', (_kind, meta, own) => {
		const { method, path: target, body } = translated(meta);
		expect({ method, target }).toEqual({ method: 'POST', target: '/messages' });
		expect(body).toEqual(own);
	});

	it('marks another as read', () => {
		const { method, path: target, body } = translated({ status: 'read', message_id: 'gBEG=/+' });
		expect({ method, target, body }).toEqual({
			method: 'PUT',
			target: '/messages/gBEG%3D%2F%2B',
			body: { status: 'read' },
		});
	});

	it('that is a template is refused without a namespace', () => {
		const send = () =>
			translated({ ...to, type: 'template', template: {} }, { templateNamespace: ' ' });
		expect(send).toThrow('Templates need a namespace on this server, and the credential has none.');
	});

	it.each([
		['image', { link: 'https://example.com/a.jpg' }],
		[
			'interactive',
			{ type: 'button', header: { type: 'image', image: { link: 'https://a.b/c' } } },
		],
	])('with media by link (%s) is refused for Turn.io', (type, content) => {
		const turn = { baseUrl: 'https://whatsapp.turn.io' };
		expect(() => translated({ ...to, type, [type]: content }, turn)).toThrow(
			'Turn.io sends media by ID only, not by URL.',
		);
	});
});

describe('an error of an On-Premises server', () => {
	const host = connectionFromCredential(credential);
	const factsOf = (status: number, error: JsonObject | undefined, idempotent = false) => {
		const body = error && { meta: { version: 'v2.53.3' }, errors: [error] };
		return errorFromResponse({ status, body, secrets: [], idempotent }, host).facts;
	};

	it.each([
		[470, 400, 131047, false],
		[471, 400, 131048, false],
		[1015, 429, 130429, true],
		[429, 400, 130429, true],
	])('%i has the meaning of %3$i', (code, status, metas, retryable) => {
		const facts = factsOf(status, { code, title: 'Title', details: 'Words' });
		expect(facts).toMatchObject({ code: metas, retryable, outcome: 'notAccepted' });
		expect(facts.details).toBe(`${code}: Title: Words`);
	});

	it.each([
		[1006, 404, 'The server does not know what the request names.'],
		[1008, 400, 'A required parameter is missing.'],
		[1009, 400, 'A parameter has a value that the server does not accept.'],
		[1013, 400, 'The recipient is not a WhatsApp user.'],
		// With success, too.
		[1005, 200, 'The server denied access.'],
	])('%i says in plain words what is wrong and keeps those of the server', (code, status, what) => {
		const facts = factsOf(status, { code, title: 'Title', details: 'Words' });
		expect(facts).toMatchObject({ code, what, outcome: 'notAccepted', retryable: false });
		expect(facts.details).toBe(`${code}: Title: Words`);
	});

	it("that is one of Meta's, as gateways pass it on, has Meta's meaning", () => {
		expect(factsOf(400, { code: 131_026, title: 'Message undeliverable' })).toMatchObject({
			code: 131_026,
			what: expect.stringContaining('may not be on WhatsApp') as string,
		});
	});

	it('with an unknown code has the words of the server', () => {
		const { what } = factsOf(400, { code: 1999, title: 'Something else' });
		expect(what).toContain('Something else');
	});

	it('without a token, or with one that is over, names the credential', () => {
		expect(factsOf(401, undefined).todo).toContain("'Access Token', or 'Username' and 'Password'");
	});

	it('of the server itself leaves open whether a message was sent', () => {
		expect(factsOf(500, { code: 1014, title: 'Internal error' })).toMatchObject({
			outcome: 'unknown',
			what: expect.stringContaining('Internal error') as string,
		});
	});
});

describe('a word that every object of JavaScript has', () => {
	it.each(['constructor', 'toString', '__proto__'])('such as %s is no type', (word) => {
		expect(() => translated({ ...to, type: word })).toThrow(
			`Messages of the type '${word}' do not exist in the On-Premises format`,
		);
		const interactive = { type: word };
		expect(translated({ ...to, type: 'interactive', interactive }).body).toMatchObject({
			interactive,
		});
	});

	it('is no category', () => {
		const { several } = connectionFromCredential(credential);
		const request: GraphRequest = {
			method: 'POST',
			on: 'phoneNumber',
			path: path`/1/whatsapp_business_profile`,
			body: { vertical: 'constructor' },
		};
		expect(() => several?.(request)).toThrow("Categories such as 'constructor' do not exist");
	});
});

describe('the version of the format', () => {
	it.each(['https://wa.example.com/v1', 'https://wa.example.com/v1/', 'https://wa.example.com'])(
		'is added to %s once',
		(baseUrl) => {
			expect(connectionFromCredential({ ...credential, baseUrl }).baseUrl).toBe(
				'https://wa.example.com/v1',
			);
		},
	);

	it.each([
		['/v1/messages', /^The path begins with the version/],
		['/v1messages', undefined],
		['/messages/v1', undefined],
	])('is left out of the path %s', (typed, expected) => {
		const call = { method: 'GET', on: 'typed', path: safePath(typed) } as const;
		const what = connectionFromCredential(credential).refusal?.(call)?.what;
		if (expected === undefined) expect(what).toBeUndefined();
		else expect(what).toMatch(expected);
	});
});
