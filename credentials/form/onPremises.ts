import { onPremisesIds } from '../../nodes/graphApi/hosts/onPremises/ids';
import { credentialIds } from '../../nodes/shared/account/credentialId';
import type { HostForm } from './hostForm';

export const onPremisesForm: HostForm = {
	hosts: ['onPremises'],
	fields: [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://whatsapp.turn.io',
			description: 'URL of the server. The token, or the username and password, are sent there.',
			hint: 'Needed, without /v1',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Token that does not expire, such as one from Turn.io',
			hint: 'Turn.io: create it under Settings → API & Webhooks. Leave empty to log in with a username and password.',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			description: 'User that the nodes log in as',
			hint: 'Needed without an access token',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Password of the user',
		},
		{
			displayName: credentialIds.phoneNumberId.field,
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 15550783881',
			description:
				"Digits that name the server's number. The nodes remember conversations and keep to the number's rate under them.",
			hint: onPremisesIds.where.phoneNumberId,
		},
		{
			displayName: 'Webhook Secret',
			name: 'hookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Secret with which Turn.io signs webhooks. The trigger uses it to check them.',
			hint: 'Turn.io: shown under Settings → API & Webhooks. Leave empty if the server does not sign webhooks.',
		},
		{
			displayName: 'Template Namespace',
			name: 'templateNamespace',
			type: 'string',
			default: '',
			placeholder: 'e.g. d8bcb6bd_2ab2_439c_9d9e_947501266c77',
			description: 'Namespace of the message templates',
			hint: 'WhatsApp Manager shows it above the list of templates. Needed to send templates.',
		},
	],
	advanced: [
		{
			displayName: 'CA Certificate',
			name: 'caCertificate',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
			description:
				'Certificates in PEM format of the authority that signed the certificate of the server',
			hint: "Needed if the server's certificate is not from a public authority",
		},
	],
};
