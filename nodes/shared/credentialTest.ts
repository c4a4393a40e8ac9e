import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { CredentialError } from '../graphApi/connection';
import type { CredentialData } from '../graphApi/connection';
import { RequestError } from '../graphApi/errors/requestError';
import { asText } from '../graphApi/coerce';
import { graphApi } from '../graphApi/graphApi';
import { credentialIds } from './account/credentialId';
import { KnownAccount, usableNumbers } from './account/knownAccount';
import type { TokenApi } from './account/reachable';
import { docsUrl } from './docsUrl';
import { explanationOf } from './nodeErrors';
import { path } from '../graphApi/path';
import { isAboutProof } from './proofError';

/**
 * Reads the phone number of the credential from the API and says in plain words what is wrong: the token, the
 * phone number ID or the host. Names the IDs that the credential leaves out and the token has.
 */
export async function testWhatsAppBusinessApi(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const api = graphApi(credential.data as unknown as CredentialData);
		const account = new KnownAccount(api);
		await account.find('phoneNumberId');
		const { phoneNumberId } = account.current;
		const connected =
			phoneNumberId === ''
				? await severalNumbers(api, account)
				: await connectedNumber(api, phoneNumberId);
		const message = [connected, ...(await foundIds(api, account))].join('. ');
		return { status: 'OK', message };
	} catch (error) {
		return problem(explain(error));
	}
}

async function connectedNumber({ send }: TokenApi, phoneNumberId: string): Promise<string> {
	if (!/^\d+$/.test(phoneNumberId)) {
		throw new CredentialError(
			'Phone Number ID',
			"'Phone Number ID' must be the ID that Meta shows under WhatsApp → API Setup, digits only. It is not the phone number itself.",
		);
	}
	const request = {
		method: 'GET',
		path: path`/${phoneNumberId}`,
		query: { fields: 'display_phone_number,verified_name' },
	} as const;
	const { body } = await send(request).catch((error: unknown) => {
		throw isWrongObject(error) ? wrongPhoneNumberId() : error;
	});
	if (typeof body.display_phone_number !== 'string') throw wrongPhoneNumberId();
	const name = asText(body.verified_name);
	return `Connected to ${body.display_phone_number}${name === null ? '' : ` (${name})`}`;
}

/** Several numbers are no problem: each node can choose one. @throws CredentialError if there is none */
async function severalNumbers(api: TokenApi, { current }: KnownAccount): Promise<string> {
	const reason = `'Phone Number ID' is empty, and ${current.notFound?.phoneNumberId}`;
	const numbers = await usableNumbers(api, current).catch(() => []);
	if (numbers.length > 1) {
		return `The token works. ${reason}. Choose one in each node, or fill in its ID here`;
	}
	const { where } = credentialIds.phoneNumberId;
	throw new CredentialError('Phone Number ID', `${reason}. Fill it in. ${where}`);
}

/** The IDs that the credential leaves to the token. Not every use needs all, so a missing one is no error. */
async function foundIds(api: TokenApi, account: KnownAccount): Promise<string[]> {
	const found: string[] = [];
	const missing: string[] = [];
	for (const key of ['phoneNumberId', 'wabaId', 'appId'] as const) {
		if (api.connection.account[key] !== '') continue;
		const { field } = credentialIds[key];
		try {
			await account.find(key);
		} catch (error) {
			if (!(error instanceof RequestError)) throw error;
			missing.push(error.message.replace(/\.$/, ''));
			continue;
		}
		const id = account.current[key];
		if (id !== '') found.push(`${field} ${id}`);
		// Of the number it has been said already.
		else if (key !== 'phoneNumberId') {
			missing.push(`'${field}' is empty, and ${account.current.notFound?.[key]}`);
		}
	}
	return [...(found.length > 0 ? [`Found with the token: ${found.join(', ')}`] : []), ...missing];
}

function wrongPhoneNumberId(): CredentialError {
	return new CredentialError(
		'Phone Number ID',
		"The token works, but it has no access to a number with this 'Phone Number ID'. Copy the ID from WhatsApp → API Setup and check that the token's user is assigned to the WhatsApp Business Account.",
	);
}

const wrongAppSecret =
	"The token works, but 'App Secret' does not belong to the same Meta app. Copy it from App settings → Basic of the app the token was made for.";

function explain(error: unknown): string {
	if (!(error instanceof RequestError))
		return error instanceof Error ? error.message : 'Unknown error';
	if (isAboutProof(error)) return wrongAppSecret;
	return `${error.message} ${explanationOf(error.facts)}`;
}

// Meta responds with 100 and subcode 33 for an object that doesn't exist or that the token may not see, and with 100
// for an object without such fields, e.g. the WABA. A wrong app secret is a 100 too, but says so.
function isWrongObject(error: unknown): boolean {
	if (!(error instanceof RequestError)) return false;
	const { code, subcode, details = '' } = error.facts;
	return code === 100 && (subcode === 33 || /nonexisting field/i.test(details));
}

function problem(message: string): INodeCredentialTestResult {
	return {
		status: 'Error',
		message: `${message} (${docsUrl('credential', 'when-the-test-fails')})`,
	};
}
