import { asObjects, asText } from '../../../graphApi/coerce';
import { allPages } from '../../../graphApi/pages';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';
import type { Facts } from '../facts';

export const phoneNumber: Check = {
	name: 'Phone Number',
	async run(facts) {
		const { display_phone_number, verified_name } = await facts.number();
		const id = await facts.phoneNumberId();
		const found = [asText(display_phone_number) ?? id, asText(verified_name)]
			.filter((part) => part !== null)
			.join(', ');
		// 'Account' says why the numbers of the account cannot be read.
		const numbers = await numbersOfAccount(facts).catch(() => undefined);
		if (numbers?.includes(id)) return fine(found);
		if (!numbers) {
			return unknown(
				`${found}. It is unknown whether it belongs to the account.`,
				"See 'Account'.",
			);
		}
		return wrong(
			`${found}. It does not belong to the account ${await facts.wabaId()}.`,
			"Correct 'Phone Number ID' or 'WhatsApp Business Account ID'. Meta shows both under WhatsApp → API Setup.",
		);
	},
};

async function numbersOfAccount({ wabaId, send }: Facts): Promise<unknown[]> {
	const numbers = path`/${await wabaId()}/phone_numbers`;
	const list = await allPages(send, { method: 'GET', path: numbers, query: { fields: 'id' } });
	return asObjects<JsonObject>(list).map(({ id }) => id);
}
