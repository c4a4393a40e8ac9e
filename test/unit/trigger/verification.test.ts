import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { respondToVerification } from '../../../nodes/WhatsAppBusinessTrigger/receive/verification';
import { getVerifyToken } from '../../../nodes/WhatsAppBusinessTrigger/parameters/verifyTokenOption';

const verifyToken = 'my token & more';
const query = {
	'hub.mode': 'subscribe',
	'hub.verify_token': verifyToken,
	'hub.challenge': '1158201444',
};

describe('respondToVerification', () => {
	it('returns the challenge if the verify token matches', () => {
		expect(respondToVerification(query, verifyToken)).toEqual({ status: 200, text: '1158201444' });
	});

	it.each<[string, Record<string, unknown>, string | undefined]>([
		['a wrong token', { ...query, 'hub.verify_token': 'wrong' }, verifyToken],
		['the beginning of the token', { ...query, 'hub.verify_token': 'my' }, verifyToken],
		['no token', { ...query, 'hub.verify_token': undefined }, verifyToken],
		['a token that is sent twice', { ...query, 'hub.verify_token': [verifyToken] }, verifyToken],
		['another mode', { ...query, 'hub.mode': 'unsubscribe' }, verifyToken],
		['no challenge', { ...query, 'hub.challenge': undefined }, verifyToken],
		['a challenge that is not text', { ...query, 'hub.challenge': { a: '1' } }, verifyToken],
		['no token set and none given', { ...query, 'hub.verify_token': undefined }, undefined],
		['no token set and an empty one given', { ...query, 'hub.verify_token': '' }, undefined],
		['an empty query', {}, verifyToken],
	])('refuses %s', (_, given, expected) => {
		const response = respondToVerification(given, expected);
		expect(response.status).toBe(403);
		expect(response.text).not.toContain('1158201444');
		expect(response.text).not.toContain(verifyToken);
	});
});

describe('getVerifyToken', () => {
	it('returns the verify token of the credential', async () => {
		const credential = { accessToken: 'EAA', webhookVerifyToken: ' mine ', apiVersion: '' };
		const context = { getCredentials: () => Promise.resolve(credential) };
		expect(await getVerifyToken.call(context as unknown as ILoadOptionsFunctions)).toEqual([
			{ name: 'mine', value: '' },
		]);
	});
});
