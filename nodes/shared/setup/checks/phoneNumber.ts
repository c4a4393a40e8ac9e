import { asObjects, asText } from '../../../graphApi/coerce';
import type { Account } from '../../../graphApi/connection';
import { allPages } from '../../../graphApi/pages';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import type { TokenApi } from '../../account/reachable';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';
import type { Finding } from '../finding';

export const phoneNumber: Check = {
	name: 'Phone Number',
	async run(facts) {
		const { display_phone_number, verified_name } = await facts.number();
		const id = await facts.phoneNumberId();
		const found = [asText(display_phone_number) ?? id, asText(verified_name)]
			.filter((part) => part !== null)
			.join(', ');
		// 'Account' says why the numbers of the account cannot be read.
		const numbers = await facts
			.wabaId()
			.then((wabaId) => numbersOfAccount(facts.api, wabaId))
			.catch(() => undefined);
		if (numbers?.includes(id)) return fine(found);
		if (!numbers) {
			return unknown(
				`${found}. It is unknown whether it belongs to the account.`,
				"See 'Account'.",
			);
		}
		const { ids } = facts.api.connection.account;
		return otherAccount(found, { wabaId: await facts.wabaId(), ids });
	},
};

/** What is wrong with a number and an account that do not belong together. */
export function otherAccount(
	number: string,
	{ wabaId, ids }: Pick<Account, 'wabaId' | 'ids'>,
): Finding {
	const where = ids?.where.wabaId ?? 'Meta shows both under WhatsApp → API Setup.';
	return wrong(
		`${number}. It does not belong to the account ${wabaId}.`,
		`Correct 'Phone Number ID' or 'WhatsApp Business Account ID'. ${where}`,
	);
}

/** The IDs of all numbers of an account. @throws RequestError */
export async function numbersOfAccount(
	{ connection, send }: TokenApi,
	wabaId: string,
): Promise<unknown[]> {
	const { numbers, unneeded } = connection.account.ids ?? {};
	if (numbers) {
		const listed = await numbers(send);
		if (unneeded?.includes('wabaId')) return listed.map(({ id }) => id);
		return listed.filter((number) => number.wabaId === wabaId).map(({ id }) => id);
	}
	const list = await allPages(send, {
		method: 'GET',
		path: path`/${wabaId}/phone_numbers`,
		on: 'waba',
		query: { fields: 'id' },
	});
	return asObjects<JsonObject>(list).map(({ id }) => id);
}
