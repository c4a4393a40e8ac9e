import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';
import { byId } from './ids';

const path = `/${business.waba.id}/upsert_message_templates`;
const named = { templateName: 'login_code', languageCodes: 'en_US, es_ES, fr' };
const languages = ['en_US', 'es_ES', 'fr'];
const app = { packageName: 'com.example.luckyshrub', signatureHash: 'K8a/AINcGX7' };
const oneTap = { otpType: 'ONE_TAP', supportedApps: { app: [app] } };
const supported_apps = [{ package_name: 'com.example.luckyshrub', signature_hash: 'K8a/AINcGX7' }];

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: named,
		request: {
			method: 'POST',
			path,
			body: {
				name: 'login_code',
				languages,
				category: 'AUTHENTICATION',
				components: [
					{ type: 'BODY' },
					{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
				],
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			...named,
			...oneTap,
			options: {
				codeExpirationMinutes: 15,
				messageSendTtlSeconds: 60,
				securityRecommendation: true,
				wabaId: byId(business.waba.id),
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'login_code',
				languages,
				category: 'AUTHENTICATION',
				message_send_ttl_seconds: 60,
				components: [
					{ type: 'BODY', add_security_recommendation: true },
					{ type: 'FOOTER', code_expiration_minutes: 15 },
					{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'ONE_TAP', supported_apps }] },
				],
			},
		},
	},
	{
		name: 'a zero-tap button, and languages as a list from an expression, one of them twice',
		parameters: {
			...named,
			...oneTap,
			languageCodes: ['en_US', 'fr', 'en_US'],
			otpType: 'ZERO_TAP',
			zeroTapTermsAccepted: true,
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'login_code',
				languages: ['en_US', 'fr'],
				category: 'AUTHENTICATION',
				components: [
					{ type: 'BODY' },
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'OTP', otp_type: 'ZERO_TAP', zero_tap_terms_accepted: true, supported_apps },
						],
					},
				],
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing name',
		parameters: { ...named, templateName: '' },
		message: /'Template Name' is empty/,
	},
	{
		name: 'no language',
		parameters: { ...named, languageCodes: ' , ' },
		message: /'Language Codes' is empty/,
	},
	{
		name: 'an invalid language',
		parameters: { ...named, languageCodes: 'en_US, Spanish' },
		message: /'Language Codes' is not a valid language code/,
	},
	{
		name: 'a one-tap button without an app',
		parameters: { ...named, otpType: 'ONE_TAP' },
		message: /'Android Apps' is empty/,
	},
	{
		name: 'a lifetime that is too long for a code',
		parameters: { ...named, options: { messageSendTtlSeconds: 901 } },
		message: /'Message Lifetime \(Seconds\)' is out of range/,
	},
];
