import { encryptedResponseField, encryptFlowResponse } from '../../../shared/flowEncryption';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint#response-encryption */
export const operation: Operation = {
	displayName: 'Encrypt Response',
	action: 'Encrypt the response of a flow endpoint',
	description:
		"Encrypt the response of a Flow's data endpoint. Make it the last node of a workflow that starts with the event Flow Data Exchange. Elsewhere, send 'encrypted_response' back as text.",
	fields: [
		{
			displayName: 'Response',
			name: 'response',
			type: 'json',
			typeOptions: { rows: 8 },
			required: true,
			default: '{\n  "screen": "APPOINTMENT",\n  "data": {}\n}',
			description: 'The next screen and its data, as a JSON object',
			hint: 'See what it can contain in <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint">Meta\'s documentation</a>',
		},
		{
			displayName: 'AES Key',
			name: 'aesKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The decrypted key of the request in base64, from the trigger',
			hint: "With the trigger's default name: {{ $('WhatsApp Business Trigger').item.json.encryption.aesKey }}",
		},
		{
			displayName: 'Initial Vector',
			name: 'initialVector',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. cTkzNDU2Nzg5MGFiY2RlZg==',
			description: 'The initial vector of the request in base64, from the trigger',
			hint: "With the trigger's default name: {{ $('WhatsApp Business Trigger').item.json.encryption.initialVector }}",
		},
	],
	compute(parameters) {
		const aesKey = readBytes(parameters, 'aesKey');
		const initialVector = readBytes(parameters, 'initialVector');
		const response = parameters.jsonObject('response');
		return { [encryptedResponseField]: encryptFlowResponse(response, { aesKey, initialVector }) };
	},
};

// The key and the vector have the same length.
const byteCount = 16;

function readBytes(parameters: Parameters, name: string): Buffer {
	const text = parameters.text(name).trim();
	const bytes = Buffer.from(text, 'base64');
	if (bytes.length !== byteCount || bytes.toString('base64') !== text) {
		throw parameters.error(
			name,
			`is not ${byteCount} bytes in base64`,
			'Use the value from the item of the trigger that received the request, unchanged.',
		);
	}
	return bytes;
}
