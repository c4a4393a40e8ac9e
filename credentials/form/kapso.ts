import { kapsoUrl, kapsoVersion } from '../../nodes/graphApi/hosts/kapso';
import { kapsoIds } from '../../nodes/graphApi/hosts/kapso/ids';
import { credentialIds } from '../../nodes/shared/account/credentialId';
import type { HostForm } from './hostForm';

export const kapsoForm: HostForm = {
	hosts: ['kapso'],
	fields: [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Key of the Kapso project. It works for all numbers of the project.',
			hint: 'Create it at app.kapso.ai under Integrations → API keys. Nothing else is needed if the project has only one number.',
		},
		{
			displayName: credentialIds.phoneNumberId.field,
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description: 'ID of the number to send from',
			hint: `${kapsoIds.where.phoneNumberId} Leave empty if the project has only one number.`,
		},
		{
			displayName: credentialIds.wabaId.field,
			name: 'businessAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 102290129340398',
			description: 'ID of the account that the number belongs to',
			hint: 'Leave empty to use the account of the number.',
		},
	],
	advanced: [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://kapso-proxy.example.com',
			description: `URL to use instead of ${kapsoUrl}, such as a proxy's. The API key is sent there.`,
			hint: 'Without /meta/whatsapp and the API version',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: `e.g. ${kapsoVersion}`,
			description: 'Version of the Graph API to request from Kapso',
			hint: `Leave empty for ${kapsoVersion}.`,
		},
	],
};
