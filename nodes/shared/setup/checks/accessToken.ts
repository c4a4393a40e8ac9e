import { asText } from '../../../graphApi/coerce';
import { wrong, fine } from '../check';
import type { Check } from '../check';

export const accessToken: Check = {
	name: 'Access Token',
	async run({ user, token }) {
		const { id, name } = await user();
		const { isValid, problem, appName } = await token();
		if (!isValid) {
			const todo = "Generate a new token for a system user and enter it in 'Access Token'.";
			return wrong(problem ?? 'Meta does not accept the token.', todo);
		}
		return fine(
			`Token of ${asText(name) ?? asText(id) ?? 'a user'} for the app ${appName ?? ''}`.trim(),
		);
	},
};
