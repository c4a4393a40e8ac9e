import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { status } from './status';

export const encryptionFields: INodeProperties[] = [
	{
		displayName: 'Encrypt Payloads',
		name: 'encryptPayloads',
		type: 'boolean',
		displayOptions: { show: { setting: ['encryption'] } },
		default: true,
		description: 'Whether messages between you and Meta are encrypted with keys of both sides',
	},
	{
		displayName: 'Public Key',
		name: 'clientEncryptionKey',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		displayOptions: { show: { setting: ['encryption'], encryptPayloads: [true] } },
		default: '',
		placeholder: 'e.g. -----BEGIN PUBLIC KEY-----',
		description: 'Your public key as PEM text, or that text in Base64. Never the private key.',
	},
];

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/settings-api
 * @throws InputError when the key is missing, private, or neither PEM nor Base64.
 */
export function readEncryption(parameters: Parameters) {
	if (!parameters.requiredBoolean('encryptPayloads')) return { status: status(false) };
	const typed = parameters.text('clientEncryptionKey').trim();
	const pem = typed.startsWith('-----') ? typed : Buffer.from(typed, 'base64').toString();
	if (pem.includes('PRIVATE KEY')) {
		throw parameters.error(
			'clientEncryptionKey',
			'is a private key',
			'Enter the public key. Keep the private key secret.',
		);
	}
	if (!/^[\w+/=\s]+$/.test(typed) && !typed.startsWith('-----BEGIN')) {
		throw parameters.error(
			'clientEncryptionKey',
			'is not a public key',
			"Enter the PEM text, which begins with '-----BEGIN PUBLIC KEY-----', or that text in Base64.",
		);
	}
	const client_encryption_key = typed.startsWith('-----')
		? Buffer.from(typed).toString('base64')
		: typed.replace(/\s/g, '');
	return { status: status(true), client_encryption_key };
}
