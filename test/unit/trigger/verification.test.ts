import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { respondToVerification } from '../../../nodes/WhatsAppBusinessTrigger/receive/verification';
import type { CredentialData } from '../../../nodes/graphApi/connection';
import { getTextByHand } from '../../../nodes/WhatsAppBusinessTrigger/parameters/textByHand';

const verifyToken = 'my token & more';
const query = {
	'hub.mode': 'subscribe',
	'hub.verify_token': verifyToken,
	'hub.challenge': '1158201444',
};

describe('respondToVerification', () => {
	it('returns the challenge if the verify token matches', async () => {
		expect(await respondToVerification(query, () => Promise.resolve(verifyToken))).toEqual({
			status: 200,
			text: '1158201444',
		});
	});

	it.each<[string, Record<string, unknown>]>([
		['no token', { ...query, 'hub.verify_token': undefined }],
		['an empty token', { ...query, 'hub.verify_token': '' }],
		['a token that is sent twice', { ...query, 'hub.verify_token': [verifyToken] }],
		['a long token', { ...query, 'hub.verify_token': 'a'.repeat(1_001) }],
		['another mode', { ...query, 'hub.mode': 'unsubscribe' }],
		['no challenge', { ...query, 'hub.challenge': undefined }],
		['a challenge that is not text', { ...query, 'hub.challenge': { a: '1' } }],
		['a long challenge', { ...query, 'hub.challenge': '1'.repeat(1_001) }],
		['an empty query', {}],
	])('refuses %s without reading the credential', async (_, given) => {
		const readVerifyToken = jest.fn(() => Promise.resolve(verifyToken));
		expect((await respondToVerification(given, readVerifyToken)).status).toBe(403);
		expect(readVerifyToken).not.toHaveBeenCalled();
	});

	it.each<[string, Record<string, unknown>, string | undefined]>([
		['a wrong token', { ...query, 'hub.verify_token': 'wrong' }, verifyToken],
		['the beginning of the token', { ...query, 'hub.verify_token': 'my' }, verifyToken],
		['any token if none is set', query, undefined],
	])('refuses %s', async (_, given, expected) => {
		const response = await respondToVerification(given, () => Promise.resolve(expected));
		expect(response.status).toBe(403);
		expect(response.text).not.toContain('1158201444');
		expect(response.text).not.toContain(verifyToken);
	});
});

describe('getTextByHand', () => {
	it.each<[string, Partial<CredentialData>, RegExp]>([
		['the verify token', { webhookVerifyToken: ' a&b<c ' }, /verify token<br>a&amp;b&lt;c$/],
		['what is missing', {}, /^Fill in 'App Secret'/],
		[
			'the secret for Kapso',
			{ host: 'kapso', apiKey: 'k' },
			/^Enter it in Kapso .*<br>[0-9a-f]{64}$/,
		],
		[
			'the header for 360dialog',
			{ host: 'dialog360', apiKey: 'k' },
			/<br>x-n8n-webhook-secret: [0-9a-f]{64}$/,
		],
		[
			'that Turn.io needs nothing',
			{ host: 'onPremises', accessToken: 't', hookSecret: 's' },
			/^The host needs nothing but the URL\.$/,
		],
		[
			'what is wrong with the credential',
			{ host: 'kapso', apiKey: '' },
			/^The credential has no API key\. .* \(https:[^<]+\)$/,
		],
	])('shows %s', async (_what, changes, notice) => {
		const credential = { accessToken: 'EAA', apiVersion: '', ...changes };
		const context = { getCredentials: () => Promise.resolve(credential), getNode: () => ({}) };
		const shown = await getTextByHand.call(context as unknown as ILoadOptionsFunctions);
		expect(shown.fields).toEqual([]);
		// It breaks where the panel ends.
		expect(shown.emptyFieldsNotice?.replaceAll('<wbr>', '')).toMatch(notice);
	});
});
