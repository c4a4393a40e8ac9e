import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';

export const appId: Check = {
	name: 'App ID',
	async run(facts) {
		const [id, { appId: ofToken, appName }] = [await facts.appId(), await facts.token()];
		if (ofToken === null) return unknown('Meta does not tell the app of the token.');
		if (id === ofToken) return fine([id, appName].filter(Boolean).join(', '));
		return wrong(
			`The token is of the app ${ofToken}, but 'App ID' is ${id}.`,
			"Enter the ID of the token's app in 'App ID', or a token of the other app in 'Access Token'.",
		);
	},
};
