import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';

export const tokenKind: Check = {
	name: 'Token Kind',
	async run({ token }) {
		const { type } = await token();
		if (type === null) return unknown('Meta does not tell the kind of the token.');
		if (type === 'SYSTEM_USER') return fine('System user');
		return wrong(
			type === 'USER' ? 'Token of a person' : type,
			'A token of a person expires and ends with their access. Generate one for a system user in Meta Business Settings.',
		);
	},
};
