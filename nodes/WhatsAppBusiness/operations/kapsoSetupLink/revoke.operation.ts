import { path } from '../../../graphApi/path';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { setupLinkField } from './setupLinkField';

/** https://docs.kapso.ai/api/platform/v1/setup-links/update-setup-link */
export const operation: Operation = {
	displayName: 'Revoke',
	action: 'Revoke a Kapso setup link',
	description: 'Make an active link invalid',
	fields: [kapsoCustomerField, setupLinkField],
	request(parameters) {
		const customer = readUuid(parameters, kapsoCustomerField);
		return {
			method: 'PATCH',
			path: path`/customers/${customer}/setup_links/${readUuid(parameters, setupLinkField)}`,
			...onPlatform,
			body: { setup_link: { status: 'revoked' } },
			idempotent: true,
		};
	},
};
