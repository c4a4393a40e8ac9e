import { dialog360Url } from '../../nodes/graphApi/hosts/dialog360';
import { credentialIds } from '../../nodes/shared/account/credentialId';
import type { HostForm } from './hostForm';

export const dialog360Form: HostForm = {
	hosts: ['dialog360'],
	fields: [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Key of one number. Each number needs a credential of its own.',
			hint: 'Generate it in the 360dialog Hub (hub.360dialog.com) under API Keys. Nothing else is needed.',
		},
		{
			displayName: credentialIds.phoneNumberId.field,
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description:
				"Meta's ID of the number. The nodes remember conversations and keep to the number's rate under it.",
			hint: 'Leave empty to let 360dialog name it.',
		},
	],
	advanced: [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://waba-sandbox.360dialog.io',
			description: `URL to use instead of ${dialog360Url}. The API key is sent there.`,
			hint: 'For the sandbox or a proxy',
		},
	],
};
