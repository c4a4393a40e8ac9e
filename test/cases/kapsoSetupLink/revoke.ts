import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const customer = byId(kapsoIds.customer);
const request = {
	method: 'PATCH',
	base: 'platform',
	path: `/customers/${kapsoIds.customer}/setup_links/${kapsoIds.setupLink}`,
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

export const rejected: RejectedCase[] = [
	{ name: 'no link', parameters: { customer }, message: /^'Setup Link' is empty$/ },
	{
		name: 'the URL of a link',
		parameters: { customer, setupLink: byId('https://app.kapso.ai/whatsapp/setup/abc') },
		message: /^'Setup Link' is not an ID of Kapso$/,
	},
];
