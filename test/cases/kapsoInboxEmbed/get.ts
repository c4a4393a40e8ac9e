import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = {
	method: 'GET',
	base: 'platform',
	path: `/inbox_embeds/${kapsoIds.inboxEmbed}`,
} as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { inboxEmbed: byId(kapsoIds.inboxEmbed) }, request },
	{
		name: 'fullest',
		parameters: { inboxEmbed: byId(kapsoIds.inboxEmbed), simplify: false },
		request,
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no inbox embed', parameters: {}, message: /^'Inbox Embed' is empty$/ },
];
