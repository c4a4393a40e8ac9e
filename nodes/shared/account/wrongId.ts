import type { Account, AccountKey } from '../../graphApi/connection';
import { ApiError } from '../../graphApi/errors/apiError';
import { graphApi } from '../../graphApi/graphApi';
import type { GraphApi } from '../../graphApi/graphApi';
import type { GraphRequest } from '../../graphApi/types';
import type { HostNumber } from '../../graphApi/hosts/hostIds';
import { accountKeys, credentialIds, whereIs } from './credentialId';
import { usableNumbers } from './knownAccount';
import { findOwner } from './owner';
import { reachableWabas, recentTokenInfo } from './reachable';
import type { TokenApi } from './reachable';
import { WrongIdError } from './wrongIdError';

/** What is wrong with an ID in the credential, and what to do. */
interface IdProblem {
	what: string;
	todo: string;
}

/**
 * The Graph API, whose errors name the field of the credential if an ID in it is wrong.
 * @throws CredentialError when the credential is incomplete or invalid.
 */
export function accountApi(...[credential, options]: Parameters<typeof graphApi>): GraphApi {
	const api = graphApi(credential, options);
	return {
		...api,
		send: async (request) => {
			await findOwner(api, request);
			return await api.send(request).catch(async (error: unknown) => {
				throw await withCredentialField(error, request, api);
			});
		},
	};
}

/** The error, with the name of the credential's field if the request was about an ID in it that is wrong. */
async function withCredentialField(
	error: unknown,
	{ path }: GraphRequest,
	api: TokenApi,
): Promise<unknown> {
	if (!(error instanceof ApiError) || !isAboutObject(error)) return error;
	const { account } = api.connection;
	const id = path.split('/')[1] ?? '';
	const keys = accountKeys.filter((key) => id !== '' && account[key] === id);
	if (keys.length === 0) return error;
	const found = await identify(api, id);
	// Of two fields with the same ID, one is right.
	const key = keys.find((candidate) => candidate !== found);
	if (key === undefined) return error;
	const isUnknown = found === undefined && !doesNotExist(error);
	if (isUnknown) return error;
	const problem = found === undefined ? unusableId(key, account) : misplaced(api, key, found);
	return new WrongIdError({
		...error.facts,
		...problem,
		field: credentialIds[key].field,
		details: undefined,
		generic: false,
	});
}

/**
 * What is wrong with an ID in the credential that belongs in another field of it. Undefined if it does not.
 * @throws nothing: what cannot be looked up is unknown.
 */
export async function misplacedId(api: TokenApi, key: AccountKey): Promise<IdProblem | undefined> {
	const found = await identify(api, api.connection.account[key]);
	return found === undefined || found === key ? undefined : misplaced(api, key, found);
}

/** Something the token can use: an object with an ID, or a number by its digits. */
type Found = AccountKey | { numberWithId: string };

/** What the token can use under this ID. */
async function identify(api: TokenApi, id: string): Promise<Found | undefined> {
	const isApp =
		api.connection.account.ids === undefined &&
		(await recentTokenInfo(api).then(
			({ appId }) => appId === id,
			() => false,
		));
	if (isApp) return 'appId';
	const wabas = await reachableWabas(api).catch((): string[] => []);
	if (wabas.includes(id)) return 'wabaId';
	const numbers = await usableNumbers(api, { wabaId: '' }).catch((): HostNumber[] => []);
	if (numbers.some((number) => number.id === id)) return 'phoneNumberId';
	const dialled = numbers.find(({ displayNumber }) => displayNumber?.replace(/\D/g, '') === id);
	return dialled && { numberWithId: dialled.id };
}

/** For an ID of something that does not exist or that the token cannot use. */
export function unusableId(key: AccountKey, { ids }: Pick<Account, 'ids'>): IdProblem {
	const { field, of } = credentialIds[key];
	const ifRight = ids
		? ids.ifRight
		: key === 'appId'
			? 'Or leave it empty to use the app of the token.'
			: 'If it is right, assign the WhatsApp Business Account to the user of the token in Meta Business Settings, then generate a new token.';
	return {
		what: `'${field}' in the credential is not the ID of ${of} that ${ids?.owner ?? 'the token'} can use.`,
		todo: `Correct it there. ${whereIs(key, { ids })} ${ifRight}`,
	};
}

function misplaced({ connection }: TokenApi, key: AccountKey, found: Found): IdProblem {
	const { field, of } = credentialIds[key];
	const where = whereIs(key, connection.account);
	const name = `'${field}' in the credential`;
	if (typeof found === 'object') {
		const { numberWithId: id } = found;
		const todo = key === 'phoneNumberId' ? `Enter its ID instead: ${id}.` : where;
		return { what: `${name} is a phone number and not the ID of ${of}.`, todo };
	}
	const own = credentialIds[found];
	const isEmptyThere = connection.account[found] === '';
	return {
		what: `${name} is the ID of ${own.of}, not of ${of}.`,
		todo: `Correct it there. ${where}${isEmptyThere ? ` The ID that is there now belongs in '${own.field}'.` : ''}`,
	};
}

// Codes for an object that does not exist, cannot be seen or has no such field or list.
function isAboutObject(error: ApiError): boolean {
	const { code, subcode, details = '' } = error.facts;
	return (
		doesNotExist(error) ||
		(code === 100 && subcode === undefined && /nonexisting field/i.test(details)) ||
		(code === 2500 && /unknown path/i.test(details))
	);
}

function doesNotExist({ facts: { code, subcode } }: ApiError): boolean {
	return code === 803 || (code === 100 && subcode === 33);
}
