import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { inboxEmbed: byId(kapsoIds.inboxEmbed) },
		request: platformCall('DELETE', `/inbox_embeds/${kapsoIds.inboxEmbed}`),
	},
	{
		name: 'fullest',
		parameters: { inboxEmbed: { __rl: true, mode: 'list', value: kapsoIds.inboxEmbed } },
		request: platformCall('DELETE', `/inbox_embeds/${kapsoIds.inboxEmbed}`),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no inbox embed', parameters: {}, message: /^'Inbox Embed' is empty$/ },
];
