import { path } from '../../../graphApi/path';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/api/platform/v1/setup-links/list-setup-links */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso setup links',
	description: 'Get the links of a customer. Each is active, used, expired or revoked.',
	fields: [kapsoCustomerField, ...listFields, simplifyField],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/customers/${readUuid(parameters, kapsoCustomerField)}/setup_links`,
		...onPlatform,
		query: numberedPages(parameters),
	}),
	output: simplifiedTo([
		'id',
		'status',
		'url',
		'expires_at',
		'whatsapp_setup_status',
		'whatsapp_setup_error',
		'created_at',
	]),
};
