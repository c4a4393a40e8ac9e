import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { CredentialError } from '../graphApi/connection';
import type { Account, AccountKey, CredentialData } from '../graphApi/connection';
import { RequestError } from '../graphApi/errors/requestError';
import { asText } from '../graphApi/coerce';
import type { HostIds } from '../graphApi/hosts/hostIds';
import { path } from '../graphApi/path';
import { checkRedis } from '../memory/checkRedis';
import { redisAddress, redisUrlOf } from '../memory/redisAddress';
import { accountKeys, checkDigits, credentialIds, whereIs } from './account/credentialId';
import { KnownAccount, usableNumbers } from './account/knownAccount';
import type { TokenApi } from './account/reachable';
import { accountApi, misplacedId, unusableId } from './account/wrongId';
import { WrongIdError } from './account/wrongIdError';
import { docsUrl } from './docsUrl';
import { flowsPrivateKey } from './flowsPrivateKey';
import { InputError } from './inputError';
import { explanationOf } from './nodeErrors';
import { isAboutProof } from './proofError';
import { fine, unknown } from './setup/check';
import { checkAppId } from './setup/checks/appId';
import { numbersOfAccount, otherAccount } from './setup/checks/phoneNumber';
import type { Finding } from './setup/finding';
import { readTokenInfo } from './tokenInfo';

/**
 * Checks all that is filled in and says in plain words what is wrong: first without a call, then with the token.
 * Names the IDs that the credential leaves out and the token has.
 */
export async function testWhatsAppBusinessApi(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const credential = data as unknown as CredentialData;
		const api = accountApi(credential);
		checkFormats(credential, api);
		const { account: typed } = api.connection;
		const account = new KnownAccount(api);
		await account.find('phoneNumberId');
		const { phoneNumberId } = account.current;
		const connected =
			phoneNumberId === ''
				? await severalNumbers(api, account)
				: await connectedNumber(api, phoneNumberId);
		const unchecked = await checkIds(api, typed, connected);
		const redis = await redisWorks(credential);
		const message = [connected, ...redis, ...(await foundIds(typed, account)), ...unchecked].join(
			'. ',
		);
		return { status: 'OK', message };
	} catch (error) {
		return problem(explain(error));
	}
}

/** @throws InputError, or RedisError for an invalid 'Redis URL' */
function checkFormats(credential: CredentialData, { connection }: TokenApi): void {
	for (const key of accountKeys) checkDigits(connection.account, key);
	if ((credential.flowsPrivateKey ?? '').trim() !== '') flowsPrivateKey(credential);
	const redisUrl = redisUrlOf(credential);
	if (redisUrl !== '') redisAddress(redisUrl);
}

/** @throws RedisError */
async function redisWorks(credential: CredentialData): Promise<string[]> {
	const redisUrl = redisUrlOf(credential);
	if (redisUrl === '') return [];
	await checkRedis(redisUrl);
	return ['Connected to Redis'];
}

/** @throws CredentialError if the credential cannot use the number, RequestError */
async function connectedNumber(api: TokenApi, phoneNumberId: string): Promise<string> {
	const { ids } = api.connection.account;
	if (ids?.checkSecret) return await ids.checkSecret(api.send);
	if (ids?.numbers) {
		const numbers = await ids.numbers(api.send);
		const number = numbers.find(({ id }) => id === phoneNumberId);
		if (number) return connectedTo(number.displayNumber ?? number.id, number.verifiedName);
		throw (await misplaced(api, 'phoneNumberId')) ?? unusable('phoneNumberId', ids);
	}
	const { body } = await api.send({
		method: 'GET',
		path: path`/${phoneNumberId}`,
		on: 'phoneNumber',
		query: { fields: 'display_phone_number,verified_name' },
	});
	if (typeof body.display_phone_number !== 'string') {
		throw unusable('phoneNumberId');
	}
	return connectedTo(body.display_phone_number, asText(body.verified_name));
}

function connectedTo(number: string, name: string | null): string {
	return `Connected to ${number}${name === null ? '' : ` (${name})`}`;
}

function unusable(key: AccountKey, ids?: HostIds): CredentialError {
	const { what, todo } = unusableId(key, { ids });
	return new CredentialError(credentialIds[key].field, `${what} ${todo}`);
}

async function misplaced(api: TokenApi, key: AccountKey): Promise<CredentialError | undefined> {
	const problem = await misplacedId(api, key);
	return (
		problem && new CredentialError(credentialIds[key].field, `${problem.what} ${problem.todo}`)
	);
}

/**
 * Checks the account and the app of the credential.
 * @param typed the IDs in the credential.
 * @param connected says which number it is.
 * @returns why one cannot be checked. The number works without.
 * @throws CredentialError or WrongIdError if one is wrong.
 */
async function checkIds(api: TokenApi, typed: Account, connected: string): Promise<string[]> {
	const { phoneNumberId, wabaId, appId, ids } = typed;
	const unchecked: string[] = [];
	const check = async (key: AccountKey, find: () => Promise<Finding>) => {
		if (typed[key] === '' || ids?.unneeded.includes(key)) return;
		const { field } = credentialIds[key];
		const { ok, found, todo } = await find().catch((error: unknown) => {
			if (error instanceof WrongIdError || !(error instanceof RequestError)) throw error;
			return unknown(error.message);
		});
		if (ok === false) throw new CredentialError(field, `${found} ${todo}`);
		if (ok === null) unchecked.push(`'${field}' could not be checked: ${withoutStop(found)}`);
	};
	await check('wabaId', async () => {
		const numbers = await numbersOfAccount(api, wabaId);
		const isAny = phoneNumberId === '' && (!ids || numbers.length > 0);
		const belongs = isAny || numbers.includes(phoneNumberId);
		if (belongs) return fine(wabaId);
		if (ids && numbers.length === 0) {
			throw (await misplaced(api, 'wabaId')) ?? unusable('wabaId', ids);
		}
		return otherAccount(connected, typed);
	});
	await check('appId', async () => await checkAppId(api, appId, await readTokenInfo(api)));
	return unchecked;
}

function begun(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function withoutStop(sentence: string): string {
	return sentence.replace(/\.$/, '');
}

/** Several numbers are no problem: each node can choose one. @throws CredentialError if there is none */
async function severalNumbers(api: TokenApi, { current }: KnownAccount): Promise<string> {
	const { owner = 'the token' } = current.ids ?? {};
	const reason = `'Phone Number ID' is empty, and ${current.notFound?.phoneNumberId}`;
	const numbers = await usableNumbers(api, current).catch(() => []);
	if (numbers.length > 1) {
		return `${begun(owner)} works. ${reason}. Choose one in each node, or fill in its ID here`;
	}
	const where = whereIs('phoneNumberId', current);
	throw new CredentialError('Phone Number ID', `${reason}. Fill it in. ${where}`);
}

/** The IDs that the credential leaves to the token. Not every use needs all, so a missing one is no error. */
async function foundIds(typed: Account, account: KnownAccount): Promise<string[]> {
	const found: string[] = [];
	const missing: string[] = [];
	const { ids } = typed;
	for (const key of accountKeys) {
		if (typed[key] !== '' || ids?.unneeded.includes(key)) continue;
		const { field } = credentialIds[key];
		try {
			await account.find(key);
		} catch (error) {
			if (!(error instanceof RequestError)) throw error;
			missing.push(withoutStop(error.message));
			continue;
		}
		const id = account.current[key];
		if (id !== '') found.push(`${field} ${id}`);
		// Of the number it has been said already.
		else if (key !== 'phoneNumberId') {
			missing.push(`'${field}' is empty, and ${account.current.notFound?.[key]}`);
		}
	}
	return [
		...(found.length > 0 ? [`Found with ${ids?.owner ?? 'the token'}: ${found.join(', ')}`] : []),
		...missing,
	];
}

const wrongAppSecret =
	"The token works, but 'App Secret' does not belong to the same Meta app. Copy it from App settings → Basic of the app the token was made for.";

function explain(error: unknown): string {
	if (error instanceof InputError) return `${error.message}. ${error.todo}`;
	if (!(error instanceof RequestError)) {
		return error instanceof Error ? error.message : 'Unknown error';
	}
	if (error instanceof WrongIdError) return `${error.message} ${error.facts.todo}`;
	if (isAboutProof(error)) return wrongAppSecret;
	return `${error.message} ${explanationOf(error.facts)}`;
}

function problem(message: string): INodeCredentialTestResult {
	return {
		status: 'Error',
		message: `${message} (${docsUrl('credential', 'when-the-test-fails')})`,
	};
}
