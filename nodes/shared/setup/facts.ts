import { asObject } from '../../graphApi/coerce';
import { appSecretOf } from '../../graphApi/connection';
import type { Account, CredentialData } from '../../graphApi/connection';
import { path } from '../../graphApi/path';
import type { Endpoint, JsonObject, Send } from '../../graphApi/types';
import { credentialId } from '../account/credentialId';
import { KnownAccount } from '../account/knownAccount';
import type { TokenApi } from '../account/reachable';
import { readAppSubscription, sendAsApp } from '../appSubscription';
import type { AppSubscription } from '../appSubscription';
import { InputError } from '../inputError';
import { isAboutProof } from '../proofError';
import { registrationFields } from './numberRegistration';
import { readTokenInfo } from '../tokenInfo';
import type { TokenInfo } from '../tokenInfo';

/** What the checks look at. Each is read once, when a check first needs it, and fails for each that needs it. */
export interface Facts {
	credential: CredentialData;
	/** Whether a callback URL is one of this n8n's. */
	isOwnUrl(url: string): boolean;
	appId(): Promise<string>;
	wabaId(): Promise<string>;
	phoneNumberId(): Promise<string>;
	/** Whether Meta refused the proof that was made with the app secret. */
	secretIsWrong: boolean;
	/** The user of the token. */
	user(): Promise<JsonObject>;
	token(): Promise<TokenInfo>;
	/** The phone number: its names and everything about its state. */
	number(): Promise<JsonObject>;
	/** Callback URLs that apply to the number. */
	callbackUrls(): Promise<Partial<JsonObject>>;
	/** The subscription of the app to webhooks. */
	appSubscription(): Promise<AppSubscription | undefined>;
	/** Reads fields of an object, or a list below it. */
	read(endpoint: Endpoint, fields: string): Promise<JsonObject>;
	send: Send;
	api: TokenApi;
}

export interface FactSources {
	credential: CredentialData;
	connect(credential: CredentialData): TokenApi;
	/** The first response, or its failure. */
	user: () => Promise<JsonObject>;
	/** The chosen ID, or the known one. @throws InputError if there is none. */
	phoneNumberId(account: Account): string;
	/** The chosen ID, or the known one. @throws InputError if there is none. */
	wabaId(account: Account): string;
	/** URLs of this n8n, as far as it tells. */
	n8nUrls: readonly string[];
}

export async function gatherFacts(sources: FactSources): Promise<Facts> {
	const { credential, connect, n8nUrls } = sources;
	const user = once(sources.user);
	// Everything else is checked without the proof, which Meta would refuse each time.
	const secretIsWrong = await user().then(() => false, isAboutProof);
	const api = connect(secretIsWrong ? { ...credential, appSecret: '' } : credential);
	const { send } = api;
	const origins = n8nUrls.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []));

	const read: Facts['read'] = async (endpoint, fields) =>
		(await send({ method: 'GET', ...endpoint, query: { fields } })).body;
	const known = new KnownAccount(api);
	const phoneNumberId = once(() => known.use(sources.phoneNumberId));
	const readNumber = async (fields: string) =>
		await read({ path: path`/${await phoneNumberId()}`, on: 'phoneNumber' }, fields);
	const token = once(() => readTokenInfo(api));
	const appId = once(() => known.use((account) => credentialId(account, 'appId')));
	return {
		credential,
		secretIsWrong,
		isOwnUrl: (url) => URL.canParse(url) && origins.includes(new URL(url).origin),
		user: once(() => (secretIsWrong ? read({ path: path`/me`, on: 'fixed' }, 'id,name') : user())),
		token,
		appId,
		phoneNumberId,
		wabaId: once(() => known.use(sources.wabaId)),
		number: once(async () => readNumber(numberFields.join(','))),
		callbackUrls: once(async () => {
			const number = await readNumber('webhook_configuration');
			return asObject<JsonObject>(number.webhook_configuration);
		}),
		appSubscription: once(async () => {
			const appSecret = appSecretOf(credential);
			if (appSecret === undefined) {
				throw new InputError(
					'App Secret',
					'is empty in the credential, so the webhooks of the app cannot be read',
					'Fill it in there. Meta shows it under App settings → Basic.',
				);
			}
			const app = { appId: await appId(), appSecret };
			return await readAppSubscription(sendAsApp(credential, app, connect), app.appId);
		}),
		read,
		send,
		api,
	};
}

const numberFields = [
	'display_phone_number',
	'verified_name',
	...registrationFields,
	'name_status',
	'quality_rating',
	'throughput',
];

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
	let value: Promise<Value> | undefined;
	return () => (value ??= read());
}
