import { asText } from '../../../graphApi/coerce';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';

const approved = ['APPROVED', 'AVAILABLE_WITHOUT_REVIEW'];

export const displayName: Check = {
	name: 'Display Name',
	async run({ number }) {
		const { verified_name, name_status } = await number();
		const status = asText(name_status);
		if (status === null)
			return unknown('The host does not report whether the display name is approved.');
		const found = [asText(verified_name), status].filter((part) => part !== null).join(', ');
		if (approved.includes(status)) return fine(found);
		return wrong(
			found,
			status === 'PENDING_REVIEW'
				? 'Meta is reviewing the display name. Wait for its decision.'
				: 'Edit the display name in WhatsApp Manager to have it reviewed again.',
		);
	},
};
