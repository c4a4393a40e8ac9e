import { managementPermission, messagingPermission } from '../../tokenInfo';
import { fine, wrong } from '../check';
import type { Check } from '../check';

const needed = [messagingPermission, managementPermission];

export const tokenPermissions: Check = {
	name: 'Token Permissions',
	async run({ token, wabaId }) {
		const { permissions, targets } = await token();
		const missing = needed.filter((permission) => !permissions.includes(permission));
		if (missing.length > 0) {
			return wrong(
				`Missing: ${missing.join(', ')}`,
				`Generate a new token with the permissions ${needed.join(' and ')}.`,
			);
		}
		const account = await wabaId().catch(() => undefined);
		const elsewhere = needed.filter((permission) => {
			const ids = targets.get(permission);
			return account !== undefined && ids !== undefined && !ids.includes(account);
		});
		if (elsewhere.length > 0) {
			return wrong(
				`${elsewhere.join(', ')} only for other accounts than ${account}`,
				'Assign the account to the user of the token in Meta Business Settings, then generate a new token.',
			);
		}
		return fine(needed.join(', '));
	},
};
