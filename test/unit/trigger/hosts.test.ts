import { createHmac } from 'node:crypto';

import { webhooksOf } from '../../../nodes/graphApi/hosts';
import type { CredentialData, HostName } from '../../../nodes/graphApi/connection';
import { isSignedBy } from '../../../nodes/shared/signature';
import { kindsOf } from '../../../nodes/shared/events/eventKinds';
import { checkCallbackUrl } from '../../../nodes/WhatsAppBusinessTrigger/registration/callbackUrl';
import { checkEvents } from '../../../nodes/WhatsAppBusinessTrigger/registration/checkEvents';

function credentialOf(host: HostName, changes: Partial<CredentialData> = {}): CredentialData {
	const baseUrl = host === 'onPremises' ? 'https://whatsapp.turn.io' : '';
	return { host, accessToken: 'token', apiKey: 'key', phoneNumberId: '1', baseUrl, ...changes };
}

const body = Buffer.from('{"messages":[]}');

describe('What tells a real delivery', () => {
	const secretOf = (credential: CredentialData) =>
		webhooksOf(credential).signer?.proofOf(body) ?? '';

	it('is with Kapso its signature with a secret from the API key', () => {
		const { signer, byHand } = webhooksOf(credentialOf('kapso'));
		expect(byHand?.text).toMatch(/^[0-9a-f]{64}$/);
		const signature = createHmac('sha256', byHand?.text ?? '')
			.update(body)
			.digest('hex');
		const of = (value: string) =>
			signer && isSignedBy(signer, body, { headers: { 'x-webhook-signature': value } });
		expect(of(signature)).toBe(true);
		expect(of(`sha256=${signature}`)).toBe(false);
		expect(of(signature.toUpperCase())).toBe(false);
	});

	it('is with Turn.io its signature in base64', () => {
		const { signer } = webhooksOf(credentialOf('onPremises', { hookSecret: ' s3cret ' }));
		const signature = createHmac('sha256', 's3cret').update(body).digest('base64');
		const headers = { 'x-turn-hook-signature': signature };
		expect(signer && isSignedBy(signer, body, { headers })).toBe(true);
		expect(signer && isSignedBy(signer, Buffer.from('{}'), { headers })).toBe(false);
		// Without its secret in the credential, the signature says nothing.
		const unknown = webhooksOf(credentialOf('onPremises')).signer;
		expect(unknown && isSignedBy(unknown, body, { headers })).toBe(false);
	});

	it('is with the others a secret in its place alone', () => {
		const ofKey = webhooksOf(credentialOf('dialog360')).signer;
		const ofUrl = webhooksOf(credentialOf('onPremises')).signer;
		const key = secretOf(credentialOf('dialog360'));
		const url = secretOf(credentialOf('onPremises'));
		const places = (header: string, secret: string) => ({
			headers: { 'x-n8n-webhook-secret': header },
			query: { secret },
		});
		expect(ofKey && isSignedBy(ofKey, body, places(key, key))).toBe(true);
		expect(ofKey && isSignedBy(ofKey, body, places('', key))).toBe(false);
		expect(ofUrl && isSignedBy(ofUrl, body, places(url, url))).toBe(true);
		expect(ofUrl && isSignedBy(ofUrl, body, places(url, ''))).toBe(false);
		expect(ofUrl && isSignedBy(ofUrl, body, { headers: {}, query: { secret: [url] } })).toBe(false);
	});

	it('differs from what another key gives', () => {
		const other = { apiKey: 'other', accessToken: 'other' };
		for (const host of ['kapso', 'dialog360', 'onPremises'] as const) {
			expect(secretOf(credentialOf(host))).not.toBe(secretOf(credentialOf(host, other)));
			expect(secretOf(credentialOf(host))).not.toContain('key');
		}
	});
});

describe('checkCallbackUrl', () => {
	const path = '/webhook/6a4b/webhook';
	const local = { baseUrl: 'http://wa-server:9090' };

	it.each<[HostName, string, Partial<CredentialData>, RegExp | undefined]>([
		['kapso', `https://n8n.example.com:8443/my_hook${path}`, {}, undefined],
		['kapso', `http://n8n.example.com${path}`, {}, /travel unencrypted.*WEBHOOK_URL/],
		['kapso', `http://localhost:5678${path}`, {}, /Kapso cannot reach.*WEBHOOK_URL/],
		['kapso', `https://n8n.internal${path}`, {}, /Kapso cannot reach/],
		['dialog360', `https://n8n.example.com${path}`, {}, undefined],
		['dialog360', `https://n8n.example.com:8443${path}`, {}, /URL with a port.*WEBHOOK_URL/],
		['dialog360', `https://n8n.example.com:443${path}`, {}, /URL with a port/],
		['dialog360', 'https://n8n.example.com/w/a:1/x', {}, undefined],
		['dialog360', `https://n8n_1.example.com${path}`, {}, /with an underscore.*WEBHOOK_URL/],
		['dialog360', 'https://n8n.example.com/my_hook/1/webhook', {}, /N8N_ENDPOINT_WEBHOOK/],
		['onPremises', `http://n8n:5678${path}`, local, undefined],
		['onPremises', `https://n8n.example.com${path}`, local, undefined],
		['onPremises', `http://n8n.example.com${path}`, local, /travel unencrypted/],
		['onPremises', `http://n8n:5678${path}`, {}, /the server cannot reach/],
	])('of %s, %s', (host, url, changes, expected) => {
		const check = () => checkCallbackUrl(url, '', webhooksOf(credentialOf(host, changes)));
		let message: string | undefined;
		try {
			check();
		} catch (error) {
			const { message: what, todo } = error as Error & { todo: string };
			message = `${what}. ${todo}`;
		}
		if (expected === undefined) expect(message).toBeUndefined();
		else expect(message).toMatch(expected);
	});
});

describe('checkEvents', () => {
	const onPremises = { hostName: 'the server' };
	const check = (host: HostName, events: string[], options = {}) =>
		checkEvents({ kinds: kindsOf(events), options }, webhooksOf(credentialOf(host)), onPremises);
	const template = 'message_template_status_update';
	const kapsos = 'whatsapp.message.received';

	it.each<[HostName, string[], object]>([
		['meta', [template, 'flowDataExchange'], { pauseWhilePersonReplies: 60 }],
		['kapso', [template, 'calls'], { pauseWhilePersonReplies: 60, noteOptOuts: 'STOP' }],
		['dialog360', ['messages', 'history'], { rememberTexts: true }],
		['onPremises', ['messages', 'statuses', 'user_id_update', 'other'], {}],
		['onPremises', ['messages'], { noteOptOuts: 'STOP', rememberTexts: true }],
		['onPremises', ['conversationInactive', 'windowClosing'], {}],
		['kapso', ['messages', kapsos], { pauseWhilePersonReplies: 60 }],
		['kapso', [kapsos, 'whatsapp.phone_number.created'], { rememberTexts: true }],
	])('lets %s have %j with %j', (host, events, options) => {
		expect(() => check(host, events, options)).not.toThrow();
	});

	it.each<[HostName, string[], object, RegExp]>([
		['kapso', ['messages', 'flowDataExchange'], {}, /^'Events' includes .*: Flow Data Exchange$/],
		['dialog360', ['flowDataExchange'], {}, /: Flow Data Exchange$/],
		['meta', ['messages', kapsos], {}, /^'Events' .* only Kapso sends: Kapso Message Received$/],
		['dialog360', [kapsos], {}, /only Kapso sends: Kapso Message Received$/],
		['kapso', [kapsos], { pauseWhilePersonReplies: 60 }, /^'Pause .* needs webhooks of Meta/],
		['onPremises', ['messages', 'calls', template], {}, /: Template Status, Call$/],
		[
			'onPremises',
			['messages'],
			{ pauseWhilePersonReplies: 60 },
			/^'Pause While a Person Replies'/,
		],
	])('refuses %s %j with %j', (host, events, options, message) => {
		expect(() => check(host, events, options)).toThrow(message);
	});
});
