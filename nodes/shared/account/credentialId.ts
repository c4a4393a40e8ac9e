import type { Account, AccountKey } from '../../graphApi/connection';
import { anyId } from '../../graphApi/hosts/hostIds';
import { InputError } from '../inputError';

/** A field of the credential for an ID. */
interface CredentialId {
	/** Its name, as the editor shows it. */
	field: string;
	/** What has such an ID, e.g. 'an app'. */
	of: string;
	/** A sentence that says where Meta shows the ID. */
	where: string;
}

export const credentialIds: Record<AccountKey, CredentialId> = {
	phoneNumberId: {
		field: 'Phone Number ID',
		of: 'a phone number',
		where:
			'Meta shows it under WhatsApp → API Setup, next to the number. It is not the phone number itself.',
	},
	wabaId: {
		field: 'WhatsApp Business Account ID',
		of: 'a WhatsApp Business Account',
		where: 'Meta shows it under WhatsApp → API Setup, below the phone number ID.',
	},
	appId: {
		field: 'App ID',
		of: 'a Meta app',
		where: 'Meta shows it at the top of the app dashboard.',
	},
};

export const accountKeys = Object.keys(credentialIds) as AccountKey[];

/** A sentence that says where the host shows an ID. */
export function whereIs(key: AccountKey, { ids }: Pick<Account, 'ids'>): string {
	return ids?.where[key] ?? credentialIds[key].where;
}

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
 * @returns any where the host has none.
 * @param todo what to do without one, before the place where it is shown.
 * @throws MissingIdError when there is none. `KnownAccount` then looks for it.
 * @throws InputError when it has other characters than digits.
 */
export function credentialId(
	account: Account,
	key: AccountKey,
	todo = 'Fill it in there.',
): string {
	if (account[key] !== '') {
		checkDigits(account, key);
		return account[key];
	}
	if (account.ids?.unneeded.includes(key)) return anyId;
	const reason = account.notFound?.[key];
	const what = `is empty in the credential${reason === undefined ? '' : `, and ${reason}`}`;
	const advice = `${todo} ${whereIs(key, account)}`;
	throw new MissingIdError(key, reason !== undefined, what, advice);
}

/** @throws InputError when the ID has other characters than digits. An empty one has none. */
export function checkDigits(account: Account, key: AccountKey): void {
	if (/^\d*$/.test(account[key])) return;
	const { field, of } = credentialIds[key];
	throw new InputError(
		field,
		`in the credential is not the ID of ${of}, which has digits only`,
		whereIs(key, account),
	);
}
