import type { Account, AccountKey } from '../../graphApi/connection';
import { ApiError } from '../../graphApi/errors/apiError';
import type { HostNumber } from '../../graphApi/hosts/hostIds';
import { accountKeys, credentialIds, MissingIdError, whereIs } from './credentialId';
import { NotReachable, reachableNumbers, reachableWabas, recentTokenInfo } from './reachable';
import type { TokenApi } from './reachable';
import { WrongIdError } from './wrongIdError';

/**
 * The IDs in the credential. One that is empty is looked up with the token when something first needs it, and is
 * used if the token leaves only one choice.
 */
export class KnownAccount {
	/** @param account IDs to begin with. Default: the credential's. */
	constructor(
		private readonly api: TokenApi,
		private account = api.connection.account,
	) {}

	/** What is known so far. */
	get current(): Account {
		return this.account;
	}

	/** Whether an ID is neither known nor looked for. */
	get isIncomplete(): boolean {
		const { notFound, ids } = this.account;
		return accountKeys.some(
			(key) =>
				this.account[key] === '' && notFound?.[key] === undefined && !ids?.unneeded.includes(key),
		);
	}

	/**
	 * Calls `build`, and again with a missing ID that was found.
	 * @param build may be called several times.
	 * @throws what `build` throws; MissingIdError with the reason if an ID is not found; RequestError if Meta does not say.
	 */
	async use<Result>(build: (account: Account) => Result | Promise<Result>): Promise<Result> {
		for (;;) {
			try {
				return await build(this.account);
			} catch (error) {
				if (!(error instanceof MissingIdError) || error.searched) throw error;
				await this.find(error.key);
			}
		}
	}

	/** Looks for an ID, unless it is known. @throws RequestError */
	async find(key: AccountKey): Promise<void> {
		if (this.account[key] !== '' || this.account.ids?.unneeded.includes(key)) return;
		try {
			const id = await finders[key](this.api, this.account);
			this.account = { ...this.account, [key]: id };
			const { connection } = this.api;
			// Requests that the host carries out only with the ID of their owner.
			if (this.account.ids) connection.account = { ...connection.account, [key]: id };
		} catch (error) {
			if (!(error instanceof NotReachable)) throw asLookup(error, key, this.account);
			const notFound = { ...this.account.notFound, [key]: error.message };
			this.account = { ...this.account, notFound };
		}
	}
}

const finders: Record<AccountKey, (api: TokenApi, account: Account) => Promise<string>> = {
	async appId(api) {
		const { appId } = await recentTokenInfo(api);
		if (appId === null) throw new NotReachable('Meta does not say which app the token belongs to');
		return appId;
	},
	async wabaId(api, { phoneNumberId }) {
		const wabas = await reachableWabas(api);
		if (wabas.length === 0) throw noAccount(api);
		if (wabas.length > 1) {
			const own = theOne(await reachableNumbers(api, wabas), phoneNumberId);
			if (own) return own.wabaId;
		}
		return only(api, wabas, 'WhatsApp Business Accounts', (id) => id);
	},
	async phoneNumberId(api, account) {
		const numbers = await usableNumbers(api, account);
		if (numbers.length === 0) throw new NotReachable('its account has no number yet');
		return only(api, numbers, 'numbers', describeNumber).id;
	},
};

/**
 * The numbers of the account, or without one of all accounts that the token can use.
 * @throws RequestError, NotReachable
 */
export async function usableNumbers(
	api: TokenApi,
	{ wabaId }: Pick<Account, 'wabaId'>,
): Promise<HostNumber[]> {
	const wabas = wabaId === '' ? await reachableWabas(api) : [wabaId];
	if (wabas.length === 0) throw noAccount(api);
	return await reachableNumbers(api, wabas);
}

/** More than any number with its spaces has. */
const longestDisplayNumber = 30;

/** A number for a person: as it is dialled, with the ID that Meta's API wants. */
function describeNumber({ id, displayNumber }: HostNumber): string {
	return displayNumber === null ? id : `${displayNumber.slice(0, longestDisplayNumber)} (ID ${id})`;
}

function theOne(numbers: HostNumber[], id: string): HostNumber | undefined {
	if (id !== '') return numbers.find((number) => number.id === id);
	return numbers.length === 1 ? numbers[0] : undefined;
}

/** Choices that an error lists. */
const mostListed = 10;

function only<Choice>(
	{ connection }: TokenApi,
	choices: readonly Choice[],
	kind: string,
	describe: (choice: Choice) => string,
): Choice {
	const [first, ...others] = choices;
	if (first !== undefined && others.length === 0) return first;
	const listed = choices.slice(0, mostListed).map(describe).join(', ');
	const more = choices.length > mostListed ? `, and ${choices.length - mostListed} more` : '';
	const { owner = 'the token' } = connection.account.ids ?? {};
	throw new NotReachable(`${owner} can use ${choices.length} ${kind}: ${listed}${more}`);
}

function noAccount({ connection }: TokenApi): NotReachable {
	const { ids } = connection.account;
	if (ids) return new NotReachable(`${ids.owner} can use no number yet`);
	return new NotReachable('no WhatsApp Business Account is assigned to the user of the token');
}

/** An invalid token is an error of its own, and so is another ID that is wrong. Any other error of Meta's is explained by what was looked up. */
function asLookup(error: unknown, key: AccountKey, account: Account): unknown {
	if (!(error instanceof ApiError) || error instanceof WrongIdError) return error;
	const { code, httpStatus } = error.facts;
	if (code === invalidToken || httpStatus === unauthorized) return error;
	const { what, todo } = error.facts;
	const { field } = credentialIds[key];
	return error.with({
		what: `'${field}' is empty in the credential, and could not be looked up: ${what}`,
		todo: `${todo} Or enter the ID in the credential. ${whereIs(key, account)}`,
	});
}

const invalidToken = 190;
const unauthorized = 401;
