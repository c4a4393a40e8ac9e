import { fine, wrong } from '../check';
import type { Check } from '../check';

/** Milliseconds. Enough time to make a new token. */
const soon = 7 * 24 * 60 * 60 * 1000;

export const tokenExpiry: Check = {
	name: 'Token Expiry',
	async run({ token }) {
		const { expiresAt, dataAccessExpiresAt } = await token();
		const [first] = [expiresAt, dataAccessExpiresAt].filter((time) => time !== null).sort();
		if (first === undefined) return fine('The token does not expire.');
		const left = Date.parse(first) - Date.now();
		if (left > soon) return fine(`Expires ${first}`);
		return wrong(
			`${left > 0 ? 'Expires' : 'Expired'} ${first}`,
			"Generate a token without an expiration for a system user, and enter it in 'Access Token'.",
		);
	},
};
