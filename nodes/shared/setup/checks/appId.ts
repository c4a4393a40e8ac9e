import { credentialIds } from '../../account/credentialId';
import { misplacedId } from '../../account/wrongId';
import type { TokenApi } from '../../account/reachable';
import type { TokenInfo } from '../../tokenInfo';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';
import type { Finding } from '../finding';

export const appId: Check = {
	name: credentialIds.appId.field,
	async run({ api, appId, token }) {
		return await checkAppId(api, await appId(), await token());
	},
};

/** Whether an app ID is that of the token's app. */
export async function checkAppId(
	api: TokenApi,
	id: string,
	{ appId: ofToken, appName }: TokenInfo,
): Promise<Finding> {
	if (ofToken === null) return unknown('Meta does not tell the app of the token.');
	if (id === ofToken) return fine([id, appName].filter(Boolean).join(', '));
	const misplaced = await misplacedId(api, 'appId');
	if (misplaced) return wrong(misplaced.what, misplaced.todo);
	return wrong(
		`The token is of the app ${ofToken}, but 'App ID' is ${id}.`,
		"Enter the ID of the token's app in 'App ID', or a token of the other app in 'Access Token'.",
	);
}
