import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import {
	connectionFromCredential,
	defaultApiVersion,
	metaHost,
} from '../nodes/graphApi/connection';
import type { CredentialData } from '../nodes/graphApi/connection';
import { mayReceiveToken } from '../nodes/graphApi/tokenHosts';

export class WhatsAppBusinessApi implements ICredentialType {
	name = 'whatsAppBusinessApi';

	displayName = 'WhatsApp Business API';

	icon: Icon = {
		light: 'file:../icons/whatsAppBusiness.svg',
		dark: 'file:../icons/whatsAppBusiness.dark.svg',
	};

	documentationUrl =
		'https://developers.facebook.com/documentation/business-messaging/whatsapp/get-started';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Token of a system user with the permissions whatsapp_business_messaging and whatsapp_business_management. A token from the API Setup page also works, but expires after a day. The IDs below are found with the token.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Secret of the Meta app, under App settings → Basic. The trigger uses it to check that webhooks come from Meta. It also signs questions that customers reply to in the chat.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description:
				'ID of the number to send from. Leave empty if the token can use only one number. Meta shows it under WhatsApp → API Setup.',
		},
		{
			displayName: 'WhatsApp Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 102290129340398',
			description:
				'ID of the account the number belongs to. Leave empty if the token can use only one account. Meta shows it under WhatsApp → API Setup.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 670843887433847',
			description:
				'ID of the Meta app. Leave empty to use the app of the token. Meta shows it at the top of the app dashboard.',
		},
		{
			displayName: 'Webhook Verify Token',
			name: 'webhookVerifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Any text you choose. Meta sends it when it verifies the webhook URL. Leave empty to derive it from the app secret.',
		},
		{
			displayName: 'Flows Private Key',
			name: 'flowsPrivateKey',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			default: '',
			placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
			description:
				'Private key in PEM format, for Flows with an endpoint. The trigger decrypts the requests of Flows with it. Upload its public key for the phone number.',
		},
		{
			displayName: 'Flows Private Key Passphrase',
			name: 'flowsPrivateKeyPassphrase',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Passphrase of the private key, if it has one',
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
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			displayOptions: { show: { host: ['custom'] } },
			default: '',
			placeholder: 'e.g. https://graph.example.com',
			description:
				'URL to use instead of https://graph.facebook.com, without the API version. The access token is sent there.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: defaultApiVersion,
			placeholder: `e.g. ${defaultApiVersion}`,
			description: 'Version of the Graph API',
		},
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
		if (!mayReceiveToken(url, connection)) {
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
