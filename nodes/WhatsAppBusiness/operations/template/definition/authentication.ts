import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';

const expiration = limits.codeExpirationMinutes;
const labelHint = `at most ${limits.templateButtonText} characters; leave empty for WhatsApp's default in the language of the template`;

/** The fields of an authentication template. WhatsApp provides its texts. */
export const authenticationFields: INodeProperties[] = [
	{
		displayName: 'Code Button',
		name: 'otpType',
		type: 'options',
		options: [
			{ name: 'Copy Code', value: 'COPY_CODE', description: 'A tap copies the code' },
			{
				name: 'One-Tap Autofill',
				value: 'ONE_TAP',
				description: 'A tap fills the code into your Android app',
			},
			{
				name: 'Zero-Tap',
				value: 'ZERO_TAP',
				description: 'Your Android app gets the code without a tap',
			},
		],
		default: 'COPY_CODE',
		description: 'How the recipient uses the code',
	},
	{
		displayName: 'Android Apps',
		name: 'supportedApps',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		required: true,
		displayOptions: { show: { otpType: ['ONE_TAP', 'ZERO_TAP'] } },
		placeholder: 'Add App',
		default: {},
		description: `The apps that may receive the code, at most ${limits.otpApps}`,
		options: [
			{
				displayName: 'App',
				name: 'app',
				values: [
					{
						displayName: 'Package Name',
						name: 'packageName',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. com.example.luckyshrub',
						description: `Name of the Android package, at most ${limits.androidPackageName} characters`,
					},
					{
						displayName: 'Signature Hash',
						name: 'signatureHash',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. K8a/AINcGX7',
						description: "The 11 characters of the app's signing key hash",
					},
				],
			},
		],
	},
	{
		displayName: 'Accept Zero-Tap Terms',
		name: 'zeroTapTermsAccepted',
		type: 'boolean',
		displayOptions: { show: { otpType: ['ZERO_TAP'] } },
		default: false,
		description:
			"Whether you accept WhatsApp's terms for zero-tap codes, and your customers expect the code to be filled in for them",
	},
];

/** Options of what WhatsApp says about the code. */
export const codeOptions: INodeProperties[] = [
	{
		displayName: 'Code Expiration (Minutes)',
		name: 'codeExpirationMinutes',
		type: 'number',
		typeOptions: { minValue: expiration.min, maxValue: expiration.max },
		default: 10,
		description: `How long the code is valid, ${expiration.min} to ${expiration.max} minutes. The message says so, and the button then stops working.`,
	},
	{
		displayName: 'Security Recommendation',
		name: 'securityRecommendation',
		type: 'boolean',
		default: true,
		description: 'Whether the message advises the recipient not to share the code',
	},
];

/** Its options under 'Add Option'. */
export const authenticationOptions: INodeProperties[] = [
	{
		displayName: 'Autofill Button Text',
		name: 'autofillText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Autofill',
		description: `Label of the one-tap button, ${labelHint}`,
	},
	{
		displayName: 'Copy Button Text',
		name: 'copyCodeText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Copy Code',
		description: `Label of the copy button, ${labelHint}`,
	},
	...codeOptions,
];

/**
 * The components of an authentication template.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates
 * @throws InputError when an app is missing or invalid, the terms are not accepted, or a value is out of range.
 */
export function readAuthentication(parameters: Parameters): RequestBody[] {
	const options = parameters.group('options');
	const expirationMinutes = readCodeExpiration(options);
	return [
		{
			type: 'BODY',
			add_security_recommendation: options.optionalBoolean('securityRecommendation'),
		},
		expirationMinutes !== undefined && {
			type: 'FOOTER',
			code_expiration_minutes: expirationMinutes,
		},
		{ type: 'BUTTONS', buttons: [readCodeButton(parameters, options)] },
	].filter((component) => component !== false);
}

/** @throws InputError when it is out of range. */
export function readCodeExpiration(options: Parameters): number | undefined {
	return options.optionalNumber('codeExpirationMinutes', { ...expiration, integer: true });
}

function readCodeButton(parameters: Parameters, options: Parameters): RequestBody {
	const label = { maxLength: limits.templateButtonText };
	const otpType = parameters.choice('otpType');
	const button = {
		type: 'OTP',
		otp_type: otpType,
		text: options.optionalText('copyCodeText', label),
	};
	if (otpType === 'COPY_CODE') return button;
	if (otpType === 'ZERO_TAP' && !parameters.boolean('zeroTapTermsAccepted')) {
		throw parameters.error(
			'zeroTapTermsAccepted',
			'is off',
			"Turn it on, or choose another 'Code Button'. Zero-tap templates require it.",
		);
	}
	return {
		...button,
		autofill_text: options.optionalText('autofillText', label),
		zero_tap_terms_accepted: otpType === 'ZERO_TAP' ? true : undefined,
		supported_apps: readApps(parameters),
	};
}

function readApps(parameters: Parameters): RequestBody[] {
	const apps = parameters.list('supportedApps', 'app', 'App', { min: 1, max: limits.otpApps });
	return apps.map((app) => ({
		package_name: app
			.text('packageName', {
				maxLength: limits.androidPackageName,
				pattern: {
					regex: /^\s*[A-Za-z]\w*(\.[A-Za-z]\w*)+\s*$/,
					description: 'two or more names separated by dots, such as com.example.app',
				},
			})
			.trim(),
		signature_hash: app
			.text('signatureHash', {
				pattern: {
					// Meta's example has %2F for the slash.
					regex: /^\s*([A-Za-z0-9+/=]|%2[BF]|%3D){11}\s*$/i,
					description: '11 letters, digits, +, / or =',
				},
			})
			.trim(),
	}));
}
