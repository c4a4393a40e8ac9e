import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/whatsapp-business-encryption */
export const operation: Operation = {
	displayName: 'Set Encryption',
	action: 'Set the flow encryption of a number',
	description:
		'Set the public key with which WhatsApp encrypts requests to the data endpoints of your Flows. It replaces the one before.',
	fields: [
		{
			displayName: 'Business Public Key',
			name: 'businessPublicKey',
			type: 'string',
			typeOptions: { rows: 6 },
			required: true,
			default: '',
			placeholder: 'e.g. -----BEGIN PUBLIC KEY-----',
			description: 'A 2048-bit RSA public key in PEM format. Keep the matching private key secret.',
		},
		optionsField([phoneNumberField]),
	],
	request(parameters, account) {
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/whatsapp_business_encryption`,
			on: 'phoneNumber',
			// Setting the same key again is harmless.
			idempotent: true,
			form: { business_public_key: readPublicKey(parameters) },
		};
	},
};

// https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint#generate-key
const keyBits = 2048;

function readPublicKey(parameters: Parameters): string {
	// Keys from JSON or environment variables contain escaped line breaks.
	const pem = parameters.text('businessPublicKey').replaceAll('\\n', '\n').trim();
	if (pem.includes('PRIVATE KEY')) {
		throw parameters.error(
			'businessPublicKey',
			'is a private key',
			"Enter the public key, which begins with '-----BEGIN PUBLIC KEY-----'. Nothing was sent.",
		);
	}
	const key = parsed(pem);
	if (key?.asymmetricKeyType !== 'rsa') {
		throw parameters.error(
			'businessPublicKey',
			'is not an RSA public key in PEM format',
			"Enter the whole key, including its first line '-----BEGIN PUBLIC KEY-----' and its last line.",
		);
	}
	const bits = key.asymmetricKeyDetails?.modulusLength;
	if (bits !== keyBits) {
		throw parameters.error(
			'businessPublicKey',
			`has ${bits} bits`,
			`Create a key pair with ${keyBits} bits.`,
		);
	}
	return key.export({ type: 'spki', format: 'pem' }).toString();
}

function parsed(pem: string): KeyObject | undefined {
	try {
		return createPublicKey(pem);
	} catch {
		return undefined;
	}
}
