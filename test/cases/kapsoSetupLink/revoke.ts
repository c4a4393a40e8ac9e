import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const customer = byId(kapsoIds.customer);
const request = {
	...platformCall('PATCH', `/customers/${kapsoIds.customer}/setup_links/${kapsoIds.setupLink}`),
	body: { setup_link: { status: 'revoked' } },
} as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { customer, setupLink: byId(kapsoIds.setupLink) }, request },
	{
		name: 'fullest',
		parameters: { customer, setupLink: { __rl: true, mode: 'list', value: kapsoIds.setupLink } },
		request,
	},
];

export const rejected: RejectedCase[] = rejectedIds(
	'setupLink',
	'Setup Link',
	'https://app.kapso.ai/whatsapp/setup/abc',
	{ customer },
);
