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
			'Whether webhooks carry a hash of who somebody is, and messages sent with an old hash are held back',
	},
];

export function readIdentity(parameters: Parameters) {
	return { enable_identity_key_check: parameters.requiredBoolean('identityKeyCheck') };
}
