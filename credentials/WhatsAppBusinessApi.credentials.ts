import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { defaultApiVersion, metaHost } from '../nodes/graphApi/connection';
import { connectionFromCredential } from '../nodes/graphApi/hosts';
import type { CredentialData } from '../nodes/graphApi/connection';
import { credentialIds } from '../nodes/shared/account/credentialId';
import { countryOptions } from '../nodes/shared/defaultCountry';
import { docsUrl } from '../nodes/shared/docsUrl';

// eslint-disable-next-line n8n-nodes-base/cred-class-field-documentation-url-missing -- it sees only literals
export class WhatsAppBusinessApi implements ICredentialType {
	name = 'whatsAppBusinessApi';

	displayName = 'WhatsApp Business API';

	icon: Icon = {
		light: 'file:../icons/whatsAppBusiness.svg',
		dark: 'file:../icons/whatsAppBusiness.dark.svg',
	};

	documentationUrl = docsUrl('credential');

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Token of a system user. A token from WhatsApp → API Setup also works, but expires after a day.',
			hint: 'Generate it in Meta Business Settings under System users, with the permissions whatsapp_business_messaging and whatsapp_business_management.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Secret of the Meta app. The trigger uses it to check that webhooks come from Meta.',
			hint: 'Meta shows it in the app dashboard under App settings → Basic. Needed for the trigger.',
		},
		{
			displayName: credentialIds.phoneNumberId.field,
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description: 'ID of the number to send from',
			hint: `${credentialIds.phoneNumberId.where} Leave empty if the token can use only one number.`,
		},
		{
			displayName: credentialIds.wabaId.field,
			name: 'businessAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 102290129340398',
			description: 'ID of the account that the number belongs to',
			hint: `${credentialIds.wabaId.where} Leave empty if the token can use only one account.`,
		},
		{
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'options',
			options: [{ name: '(None)', value: '' }, ...countryOptions],
			default: '',
			description:
				'Country of phone numbers that are entered without a country code. A number with + or 00 is always taken as it is. Others are read as numbers of this country if they exist there, otherwise as numbers with a country code. Numbers from the trigger are never changed.',
			hint: 'For lists with numbers such as 55 1234 5678. Leave empty if all numbers have their country code.',
		},
		{
			displayName: 'Show Advanced',
			name: 'showAdvanced',
			type: 'boolean',
			default: false,
			description:
				'Whether to show the settings that few people need. Those that are filled in are always shown.',
			hint: 'App ID, webhook verify token, keys of Flows, host, API version, Redis URL',
		},
		...advanced(
			{
				displayName: credentialIds.appId.field,
				name: 'appId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 670843887433847',
				description: 'ID of the Meta app',
				hint: `${credentialIds.appId.where} Leave empty to use the app of the token.`,
			},
			{
				displayName: 'Webhook Verify Token',
				name: 'webhookVerifyToken',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description: 'Meta sends it when it verifies the webhook URL',
				hint: 'Any text you choose. Leave empty to derive it from the app secret.',
			},
			{
				displayName: 'Flows Private Key',
				name: 'flowsPrivateKey',
				type: 'string',
				typeOptions: { password: true, rows: 4 },
				default: '',
				placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
				description:
					'Private key in PEM format. The trigger decrypts the requests of Flows with it.',
				hint: "Needed for Flows with an endpoint. Upload its public key with 'Flow: Set Encryption'.",
			},
			{
				displayName: 'Flows Private Key Passphrase',
				name: 'flowsPrivateKeyPassphrase',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description: 'Passphrase of the private key',
				hint: 'Leave empty if the key has none.',
			},
			{
				displayName: 'Host',
				name: 'host',
				type: 'options',
				options: [
					{ name: 'Meta Cloud API', value: 'meta', description: metaHost },
					{
						name: 'Custom Base URL',
						value: 'custom',
						description: 'A proxy or simulator of the Graph API',
					},
				],
				default: 'meta',
			},
		),
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			displayOptions: { show: { host: ['custom'] } },
			default: '',
			placeholder: 'e.g. https://graph.example.com',
			description:
				'URL to use instead of https://graph.facebook.com. The access token is sent there.',
			hint: 'Without the API version',
		},
		...advanced(
			{
				displayName: 'API Version',
				name: 'apiVersion',
				type: 'string',
				default: defaultApiVersion,
				placeholder: `e.g. ${defaultApiVersion}`,
				description: 'Version of the Graph API',
			},
			{
				displayName: 'Redis URL',
				name: 'redisUrl',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				placeholder: 'e.g. redis://user:password@redis.example.com:6379',
				description:
					'Redis in which the nodes of several machines share what they remember, and the rate of a number',
				hint: "Needed if n8n runs on several machines, or if several workers send from one number. Otherwise leave empty. The Redis of n8n's queue works, too.",
			},
		),
	];

	/**
	 * Lets n8n's HTTP Request node use this credential. The token is added only to requests to the
	 * credential's host and to Meta's media hosts, and no redirect carries it to another.
	 * @throws Error for a request to any other host.
	 */
	// eslint-disable-next-line @typescript-eslint/require-await -- n8n's type asks for a promise
	async authenticate(
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions & { uri?: string },
	): Promise<IHttpRequestOptions & { sendCredentialsOnCrossOriginRedirect: boolean }> {
		const connection = connectionFromCredential(credential as unknown as CredentialData);
		// The HTTP Request node sets `uri`, n8n's request helpers set `url`.
		const url = new URL(request.uri ?? request.url, request.baseURL);
		if (!connection.mayReceiveSecret(url)) {
			throw new Error(
				`The WhatsApp Business credential is not sent to ${url.host}. Use it with ${new URL(connection.baseUrl).host} only.`,
			);
		}
		return {
			...request,
			// n8n's HTTP client could otherwise let a redirect carry the token to another host.
			sendCredentialsOnCrossOriginRedirect: false,
			headers: { ...request.headers, ...connection.headers },
			qs: { ...request.qs, ...connection.query },
		};
	}
}

/**
 * Fields behind the switch. n8n drops the values of hidden fields, when it saves a credential and when a node reads it,
 * so a field with a value is shown with the switch off, too.
 */
function advanced(...fields: Array<INodeProperties & { default: string }>): INodeProperties[] {
	return fields.flatMap((field) => [
		// Not `[false]`: while the editor loads, the switch has no value, and of two fields with one name a copy would stay.
		{ ...field, displayOptions: { hide: { showAdvanced: [{ _cnd: { not: true } }] } } },
		// `hide` and not `show`, of which n8n's public API would make required fields. The slash keeps n8n from taking the
		// field for one that depends on itself.
		{
			...field,
			displayOptions: { hide: { showAdvanced: [true], [`/${field.name}`]: [field.default] } },
		},
	]);
}
