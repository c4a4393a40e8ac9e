import { asText } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import { fine, wrong } from '../check';
import type { Check } from '../check';

export const account: Check = {
	name: 'Account',
	async run({ wabaId, read }) {
		const id = await wabaId();
		const { name, account_review_status } = await read(
			{ path: path`/${id}`, on: 'waba' },
			'id,name,account_review_status',
		);
		const review = asText(account_review_status);
		const found = [asText(name) ?? id, review].filter((part) => part !== null).join(', ');
		if (review === null || review === 'APPROVED') return fine(found);
		return wrong(
			found,
			review === 'PENDING'
				? 'Meta is reviewing the account. Wait for its decision.'
				: 'Meta has not approved the account. Open Business Support Home to see why and to ask for a review.',
		);
	},
};
