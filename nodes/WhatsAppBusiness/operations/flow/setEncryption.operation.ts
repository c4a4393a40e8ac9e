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
		'Give WhatsApp the public key with which it encrypts what it sends to the data endpoints of your Flows. A number has one key; a new one replaces it.',
	fields: [
		{
			displayName: 'Business Public Key',
			name: 'businessPublicKey',
			type: 'string',
			typeOptions: { rows: 6 },
			required: true,
			default: '',
			placeholder: 'e.g. -----BEGIN PUBLIC KEY-----',
			description:
				'A 2048-bit RSA public key in PEM format. Keep the private key that belongs to it to yourself.',
		},
		optionsField([phoneNumberField]),
	],
	request(parameters, account) {
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/whatsapp_business_encryption`,
			// The same key again does no harm.
			idempotent: true,
			form: { business_public_key: readPublicKey(parameters) },
		};
	},
};

// https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint#generate-key
const keyBits = 2048;

function readPublicKey(parameters: Parameters): string {
	// Keys copied from JSON or from environment variables have their line breaks written out.
	const pem = parameters.text('businessPublicKey').replaceAll('\\n', '\n').trim();
	if (pem.includes('PRIVATE KEY')) {
		throw parameters.error(
			'businessPublicKey',
			'holds a private key',
			"Enter the public key, which begins with '-----BEGIN PUBLIC KEY-----'. Nothing was sent.",
		);
	}
	const key = parsed(pem);
	if (key?.asymmetricKeyType !== 'rsa') {
		throw parameters.error(
			'businessPublicKey',
			'is not an RSA public key in PEM format',
			"Enter the whole key with its first line '-----BEGIN PUBLIC KEY-----' and its last.",
		);
	}
	const bits = key.asymmetricKeyDetails?.modulusLength;
	if (bits !== keyBits) {
		throw parameters.error(
			'businessPublicKey',
			`has ${bits} bits`,
			`Make a pair of keys with ${keyBits} bits.`,
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
