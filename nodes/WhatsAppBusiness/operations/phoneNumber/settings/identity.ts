import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';

export const identityFields: INodeProperties[] = [
	{
		displayName: 'Check Identity Changes',
		name: 'identityKeyCheck',
		type: 'boolean',
		displayOptions: { show: { setting: ['identity'] } },
		default: true,
		description:
			'Whether webhooks contain a hash of the identity of the person, and messages with an outdated hash are held back',
	},
];

export function readIdentity(parameters: Parameters) {
	return { enable_identity_key_check: parameters.requiredBoolean('identityKeyCheck') };
}
