import type { INodeParameters } from 'n8n-workflow';

import type { RejectedCase, RequestCase } from './requestCase';

/**
 * IDs of Kapso's objects in the request cases. Kapso chooses them, so where the cases are played, those of objects that are
 * made for it take their places: `test/support/realObjects.ts`.
 */
export const kapsoIds = {
	conversation: '11111111-0000-4000-8000-000000000001',
	flow: '11111111-0000-4000-8000-000000000021',
	function: '11111111-0000-4000-8000-000000000022',
	customer: '11111111-0000-4000-8000-000000000002',
	setupLink: '11111111-0000-4000-8000-000000000004',
	user: '11111111-0000-4000-8000-000000000003',
	webhook: '11111111-0000-4000-8000-000000000011',
	projectWebhook: '11111111-0000-4000-8000-000000000013',
	calledWebhook: '11111111-0000-4000-8000-000000000014',
	inboxEmbed: '11111111-0000-4000-8000-000000000012',
	/** A draft with a recipient, whose template takes no values. */
	broadcast: '11111111-0000-4000-8000-000000000031',
	/** One whose template takes values. */
	broadcastWithValues: '11111111-0000-4000-8000-000000000032',
	scheduledBroadcast: '11111111-0000-4000-8000-000000000033',
} as const;

/** A resource locator with one of them. */
export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

/** A file that Kapso can fetch. Where the cases are played, one of the simulator's takes its place. */
export const publicFile = 'https://files.example.com/photo.jpg';

type Call = RequestCase['request'];

/** A call of Kapso's platform. */
export function platformCall(method: Call['method'], path: string): Call {
	return { method, base: 'platform', path };
}

/**
 * What every operation on an object of Kapso's refuses: no ID, and another one than Kapso's.
 * @param otherId the ID by which somebody may know the object instead.
 * @param others the other parameters that the operation needs.
 */
export function rejectedIds(
	name: string,
	displayName: string,
	otherId: string,
	others: INodeParameters = {},
): RejectedCase[] {
	return [
		{
			name: `no ${displayName}`,
			parameters: others,
			message: new RegExp(`^'${displayName}' is empty$`),
		},
		{
			name: `the ${displayName} '${otherId}'`,
			parameters: { ...others, [name]: byId(otherId) },
			message: new RegExp(`^'${displayName}' is not an ID of Kapso$`),
		},
	];
}

/** What every operation on a number of Kapso's refuses. */
export const rejectedNumbers: RejectedCase[] = [
	{ name: 'no number', parameters: {}, message: /^'Phone Number' is empty$/ },
	{
		name: 'a phone number',
		parameters: { phoneNumber: byId('+15550783881') },
		message: /^'Phone Number' is not a phone number ID$/,
	},
];
