import { asObjects, asText, asTextOrNumber } from '../../graphApi/coerce';
import { ApiError } from '../../graphApi/errors/apiError';
import type { GraphApi } from '../../graphApi/graphApi';
import type { HostIds, HostNumber } from '../../graphApi/hosts/hostIds';
import { allPages } from '../../graphApi/pages';
import { path } from '../../graphApi/path';
import type { JsonObject } from '../../graphApi/types';
import { managementPermission, readTokenInfo, wabaIdsOf } from '../tokenInfo';
import type { TokenInfo } from '../tokenInfo';
import { rememberDisplayNumber } from './displayNumbers';
import { recentOr } from './recentReads';

export type TokenApi = Pick<GraphApi, 'connection' | 'send'>;

/** What cannot be looked up with this token. The message continues a sentence, e.g. 'the token lacks …'. */
export class NotReachable extends Error {}

/** Accounts whose numbers are listed at most: each takes a call. */
export const mostAccounts = 20;

/**
 * What Meta says about the credential's token.
 * @throws RequestError
 */
export async function recentTokenInfo(api: TokenApi): Promise<TokenInfo> {
	return await recently(
		api,
		'token',
		() => readTokenInfo(api),
		({ appId, permissions }) => appId !== null && permissions.includes(managementPermission),
	);
}

/**
 * The IDs of the WhatsApp Business Accounts that the token can use.
 * https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/system-user/assigned_whatsapp_business_accounts
 * @throws RequestError, NotReachable without the permission for it.
 */
export async function reachableWabas(api: TokenApi): Promise<string[]> {
	const { ids } = api.connection.account;
	if (ids) return [...new Set((await numbersAt(api, ids)).map(({ wabaId }) => wabaId))];
	const info = await recentTokenInfo(api);
	const listed = wabaIdsOf(info);
	if (listed) return listed.filter(isId);
	checkPermission(info);
	return await recently(
		api,
		'accounts',
		async () => {
			const request = {
				method: 'GET',
				path: path`/me/assigned_whatsapp_business_accounts`,
				on: 'fixed',
				query: { fields: 'id' },
			} as const;
			const accounts = asObjects<JsonObject>(await allPages(api.send, request));
			return accounts.map(({ id }) => asTextOrNumber(id) ?? '').filter(isId);
		},
		(ids) => ids.length > 0,
	);
}

/**
 * The numbers of these accounts. An account that Meta refuses has none, unless it refuses all.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * @throws RequestError, NotReachable for too many accounts.
 */
export async function reachableNumbers(
	api: TokenApi,
	wabaIds: readonly string[],
): Promise<HostNumber[]> {
	const { ids } = api.connection.account;
	if (ids) {
		const numbers = await numbersAt(api, ids);
		return numbers.filter(({ wabaId }) => wabaIds.includes(wabaId));
	}
	if (wabaIds.length > mostAccounts) {
		throw new NotReachable(`the token can use ${wabaIds.length} WhatsApp Business Accounts`);
	}
	const lists = await Promise.allSettled(wabaIds.map((wabaId) => numbersOf(api, wabaId)));
	const failures = lists.flatMap((list) =>
		list.status === 'rejected' ? [list.reason as Error] : [],
	);
	const allFailed = failures.length === lists.length;
	const serious = failures.find((error) => allFailed || !isRefusal(error));
	if (serious !== undefined) throw serious;
	return lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
}

/**
 * The numbers that the credential can use at a host that lists them by itself.
 * @throws RequestError, NotReachable at a host that does not.
 */
async function numbersAt(api: TokenApi, ids: HostIds): Promise<HostNumber[]> {
	const { numbers } = ids;
	if (!numbers) throw new NotReachable(`${ids.owner} does not name its number`);
	return await recently(
		api,
		'numbers',
		async () => {
			const usable = (await numbers(api.send)).filter(({ id }) => isId(id));
			for (const { id, displayNumber } of usable) rememberDisplayNumber(id, displayNumber);
			return usable;
		},
		(found) => found.length > 0,
	);
}

async function numbersOf(api: TokenApi, wabaId: string): Promise<HostNumber[]> {
	const request = {
		method: 'GET',
		path: path`/${wabaId}/phone_numbers`,
		on: 'waba',
		query: { fields: numberFields },
	} as const;
	return await recently(
		api,
		`numbers of ${wabaId}`,
		async () =>
			asObjects<JsonObject>(await allPages(api.send, request))
				.map((entry) => ({ ...readNumber(entry), wabaId }))
				.filter(({ id }) => isId(id)),
		(numbers) => numbers.length > 0,
	);
}

// A custom host may respond with anything, and errors list the IDs.
function isId(text: string): boolean {
	return /^\d{1,30}$/.test(text);
}

/** What is read of a number. */
export const numberFields = 'id,display_phone_number,verified_name,quality_rating';

/** A number as Meta lists it, asked for `numberFields`. Its display number is remembered. */
export function readNumber(entry: JsonObject): Omit<HostNumber, 'wabaId'> {
	const id = asTextOrNumber(entry.id) ?? '';
	const displayNumber = asText(entry.display_phone_number);
	rememberDisplayNumber(id, displayNumber);
	return {
		id,
		displayNumber,
		verifiedName: asText(entry.verified_name),
		quality: asText(entry.quality_rating),
	};
}

function checkPermission({ permissions }: TokenInfo): void {
	if (permissions.includes(managementPermission)) return;
	throw new NotReachable(
		`the token lacks the permission ${managementPermission}, with which it can be looked up`,
	);
}

// Codes 200 to 299 and 10 are missing permissions, 100 an object that the token may not see.
function isRefusal(error: unknown): boolean {
	if (!(error instanceof ApiError)) return false;
	const { code = 0 } = error.facts;
	return code === 10 || code === 100 || (code >= 200 && code < 300);
}

async function recently<Result>(
	{ connection }: TokenApi,
	what: string,
	read: () => Promise<Result>,
	isUseful: (result: Result) => boolean,
): Promise<Result> {
	// With another app secret, Meta may respond differently.
	const { baseUrl, secrets } = connection;
	return await recentOr([baseUrl, ...secrets, what], read, isUseful);
}
