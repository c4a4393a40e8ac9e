import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { inboxEmbed: byId(kapsoIds.inboxEmbed) },
		request: {
			method: 'DELETE',
			base: 'platform',
			path: `/inbox_embeds/${kapsoIds.inboxEmbed}`,
		},
	},
	{
		name: 'fullest',
		parameters: { inboxEmbed: { __rl: true, mode: 'list', value: kapsoIds.inboxEmbed } },
		request: {
			method: 'DELETE',
			base: 'platform',
			path: `/inbox_embeds/${kapsoIds.inboxEmbed}`,
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no inbox embed', parameters: {}, message: /^'Inbox Embed' is empty$/ },
];
