import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const url = business.verifiedCallbackUrl;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { callbackUrl: url, verifyToken: 'secret' },
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[0].id}`,
			body: { webhook_configuration: { override_callback_uri: url, verify_token: 'secret' } },
		},
	},
	{
		name: 'fullest',
		parameters: {
			scope: 'phoneNumber',
			callbackUrl: ` ${url} `,
			verifyToken: ' secret ',
			options: {
				senderPhoneNumberId: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}`,
			body: { webhook_configuration: { override_callback_uri: url, verify_token: 'secret' } },
		},
	},
	{
		name: 'for the account',
		example: 'POST /{WABA-ID}/subscribed_apps › custom_callback',
		parameters: {
			scope: 'account',
			callbackUrl: 'https://your-webhook-endpoint.com/webhook',
			verifyToken: 'YOUR_VERIFY_TOKEN_PLACEHOLDER',
		},
		request: {
			method: 'POST',
			path: `/${business.waba.id}/subscribed_apps`,
			body: {
				override_callback_uri: 'https://your-webhook-endpoint.com/webhook',
				verify_token: 'YOUR_VERIFY_TOKEN_PLACEHOLDER',
			},
		},
	},
	{
		name: 'for another account',
		parameters: {
			scope: 'account',
			callbackUrl: url,
			verifyToken: 'secret',
			options: { wabaId: { __rl: true, mode: 'id', value: '102290129340399' } },
		},
		request: {
			method: 'POST',
			path: '/102290129340399/subscribed_apps',
			body: { override_callback_uri: url, verify_token: 'secret' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing callback URL',
		parameters: { verifyToken: 'secret' },
		message: /'Callback URL' is empty/,
	},
	{
		name: 'a callback URL without https',
		parameters: { callbackUrl: 'http://example.com/webhook', verifyToken: 'secret' },
		message: /'Callback URL' is not an https URL/,
	},
	{
		name: 'an invalid callback URL',
		parameters: { callbackUrl: 'example.com', verifyToken: 'secret' },
		message: /'Callback URL' is not a valid URL/,
	},
	{
		name: 'a callback URL that is too long',
		parameters: { callbackUrl: `https://example.com/${'x'.repeat(181)}`, verifyToken: 'secret' },
		message: /'Callback URL' has 201 characters/,
	},
	{
		name: 'a missing verify token',
		parameters: { callbackUrl: url, verifyToken: ' ' },
		message: /'Verify Token' is empty/,
	},
	{
		name: 'a number that is not an ID',
		parameters: {
			callbackUrl: url,
			verifyToken: 'secret',
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: '+1 555' } },
		},
		message: /'Phone Number' is not a phone number ID/,
	},
];
