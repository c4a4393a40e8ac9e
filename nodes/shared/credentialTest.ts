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
import { docsUrl } from './docsUrl';
import { explanationOf } from './nodeErrors';
import { path } from '../graphApi/path';

/**
 * Reads the phone number of the credential from the API and says in plain words what is wrong: the token, the
 * phone number ID or the host.
 */
export async function testWhatsAppBusinessApi(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const { connection, send } = graphApi(credential.data as unknown as CredentialData);
		const { phoneNumberId } = connection.account;
		if (!/^\d+$/.test(phoneNumberId)) {
			throw new CredentialError(
				'Phone Number ID',
				"'Phone Number ID' must be the ID that Meta shows under WhatsApp → API Setup, digits only. It is not the phone number itself.",
			);
		}
		const { body } = await send({
			method: 'GET',
			path: path`/${phoneNumberId}`,
			query: { fields: 'display_phone_number,verified_name' },
		});
		if (typeof body.display_phone_number !== 'string') return problem(wrongPhoneNumberId);
		const name = asText(body.verified_name);
		return {
			status: 'OK',
			message: `Connected to ${body.display_phone_number}${name === null ? '' : ` (${name})`}`,
		};
	} catch (error) {
		return problem(explain(error));
	}
}

const wrongPhoneNumberId =
	"The token works, but it has no access to a number with this 'Phone Number ID'. Copy the ID from WhatsApp → API Setup and check that the token's user is assigned to the WhatsApp Business Account.";

const wrongAppSecret =
	"The token works, but 'App Secret' does not belong to the same Meta app. Copy it from App settings → Basic of the app the token was made for.";

function explain(error: unknown): string {
	if (!(error instanceof RequestError))
		return error instanceof Error ? error.message : 'Unknown error';
	if (isWrongObject(error)) return wrongPhoneNumberId;
	if (/appsecret_proof/i.test(error.facts.details ?? '')) return wrongAppSecret;
	return `${error.message} ${explanationOf(error.facts)}`;
}

// Meta responds with 100 and subcode 33 for an object that doesn't exist or that the token may not see, and with 100
// for an object without such fields, e.g. the WABA. A wrong app secret is a 100 too, but says so.
function isWrongObject({ facts }: RequestError): boolean {
	return (
		facts.code === 100 && (facts.subcode === 33 || /nonexisting field/i.test(facts.details ?? ''))
	);
}

function problem(message: string): INodeCredentialTestResult {
	return {
		status: 'Error',
		message: `${message} (${docsUrl('credential', 'when-the-test-fails')})`,
	};
}
