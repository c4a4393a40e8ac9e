import { fine, unknown } from '../check';
import type { Check } from '../check';

/** Of a host without Meta's access tokens. */
export const credentialAtHost: Check = {
	name: 'Credential',
	async run({ api: { connection, send } }) {
		const { numbers, checkSecret } = connection.account.ids ?? {};
		if (checkSecret) return fine(await checkSecret(send));
		if (!numbers)
			return unknown('This host does not list its numbers, so the credential was not checked.');
		const usable = await numbers(send);
		const shown = usable.map(({ id, displayNumber }) => displayNumber ?? id).slice(0, 10);
		return fine(`${connection.hostName} accepts the credential. Numbers: ${shown.join(', ')}`);
	},
};
