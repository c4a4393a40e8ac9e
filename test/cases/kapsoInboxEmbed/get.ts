import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = platformCall('GET', `/inbox_embeds/${kapsoIds.inboxEmbed}`);

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
