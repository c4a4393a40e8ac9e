import type { Account, AccountKey } from '../../graphApi/connection';
import { InputError } from '../inputError';

/** The credential's fields for IDs, as the editor shows them, and where Meta shows the IDs. */
export const credentialIds: Record<AccountKey, { field: string; where: string }> = {
	phoneNumberId: {
		field: 'Phone Number ID',
		where:
			'Meta shows it under WhatsApp → API Setup, next to the number; it is not the phone number itself.',
	},
	wabaId: {
		field: 'WhatsApp Business Account ID',
		where: 'Meta shows it under WhatsApp → API Setup, below the phone-number ID.',
	},
	appId: { field: 'App ID', where: 'Meta shows it at the top of the app dashboard.' },
};

/** An ID is needed that is neither in the credential nor, if that was tried, found from the token. */
export class MissingIdError extends InputError {
	constructor(
		readonly key: AccountKey,
		readonly searched: boolean,
		what: string,
		todo: string,
	) {
		super(credentialIds[key].field, what, todo);
	}
}

/**
 * The ID in the credential, or the one found from the token.
 * @param todo what to do without one, before the place where Meta shows it.
 * @throws MissingIdError when there is none. `KnownAccount` then looks for it.
 */
export function credentialId(
	account: Account,
	key: AccountKey,
	todo = 'Fill it in there.',
): string {
	if (account[key] !== '') return account[key];
	const reason = account.notFound?.[key];
	const what = `is empty in the credential${reason === undefined ? '' : `, and ${reason}`}`;
	const advice = `${todo} ${credentialIds[key].where}`;
	throw new MissingIdError(key, reason !== undefined, what, advice);
}
