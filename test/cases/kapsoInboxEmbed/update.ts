import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const inboxEmbed = byId(kapsoIds.inboxEmbed);
const update = platformCall('PATCH', `/inbox_embeds/${kapsoIds.inboxEmbed}`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { inboxEmbed, updateFields: { embedName: 'Desk' } },
		request: { ...update, body: { inbox_embed: { name: 'Desk' } } },
	},
	{
		name: 'fullest',
		parameters: {
			inboxEmbed,
			updateFields: {
				embedName: 'Desk',
				allowedOrigins: ['https://app.example.com'],
				assignedUser: byId(kapsoIds.user),
				defaultMode: 'light',
				expiresAt: '2030-06-01T12:00:00Z',
				embedLanguage: 'es',
			},
		},
		request: {
			...update,
			body: {
				inbox_embed: {
					name: 'Desk',
					allowed_origins: ['https://app.example.com'],
					assigned_user_id: kapsoIds.user,
					default_mode: 'light',
					language: 'es',
					expires_at: '2030-06-01T12:00:00.000Z',
				},
			},
		},
	},
	{
		name: 'origins as they are written elsewhere, and none',
		parameters: {
			inboxEmbed,
			updateFields: { allowedOrigins: ['HTTPS://App.example.com/', ' http://localhost:3000', ''] },
		},
		request: {
			...update,
			body: {
				inbox_embed: { allowed_origins: ['https://app.example.com', 'http://localhost:3000'] },
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no change', parameters: { inboxEmbed }, message: /^'Update Fields' is empty$/ },
	{
		name: 'no inbox embed',
		parameters: { updateFields: { embedName: 'Desk' } },
		message: /^'Inbox Embed' is empty$/,
	},
	{
		name: 'a user that is none of Kapso',
		parameters: { inboxEmbed, updateFields: { assignedUser: byId('Ada') } },
		message: /'Assigned User' is not an ID of Kapso$/,
	},
	...['app.example.com', 'https://app.example.com/inbox', 'https://'].map((origin) => ({
		name: `the origin '${origin}'`,
		parameters: { inboxEmbed, updateFields: { allowedOrigins: [origin] } },
		message: /'Allowed Origins' has an entry that is not an origin$/,
	})),
];
