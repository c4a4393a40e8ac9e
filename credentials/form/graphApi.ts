import { defaultApiVersion } from '../../nodes/graphApi/connection';
import { credentialIds } from '../../nodes/shared/account/credentialId';
import type { HostForm } from './hostForm';

/** The Graph API, at Meta or at a stand-in. */
export const graphApiForm: HostForm = {
	hosts: ['meta', 'custom'],
	fields: [
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
	],
	advanced: [
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
			description: 'Private key in PEM format. The trigger decrypts the requests of Flows with it.',
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
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: `e.g. ${defaultApiVersion}`,
			description: 'Version of the Graph API',
			hint: `Leave empty for ${defaultApiVersion}.`,
		},
	],
};

/** What only a stand-in for Meta has. */
export const customForm: HostForm = {
	hosts: ['custom'],
	fields: [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://graph.example.com',
			description:
				'URL to use instead of https://graph.facebook.com. The access token is sent there.',
			hint: 'Needed, without the API version',
		},
	],
	advanced: [],
};
