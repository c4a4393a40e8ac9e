import { path } from '../../../graphApi/path';
import { readHttpsUrl } from '../../fields/httpsUrl';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { optionsField } from '../../fields/options';
import { readTypedId } from '../../fields/readId';
import type { Operation } from '../../operation';
import { accountField, accountId } from './account';
import { numberFields, readNumberFields } from './numberFields';

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/connect-phone-number */
export const operation: Operation = {
	displayName: 'Connect',
	action: 'Connect a phone number to Kapso',
	description: 'Connect the phone number of a customer with its IDs and access token from Meta',
	ifUnknown:
		"Kapso may or may not have connected it. Look for the number with 'Kapso Phone Number: Get Many' before you run it again.",
	fields: [
		kapsoCustomerField,
		{
			displayName: 'Phone Number ID',
			name: 'newNumberId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 106540352242922',
		},
		accountField,
		{
			displayName: 'Number Token',
			name: 'numberToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. EAAFl…',
			description:
				'A long-lived access token that may use the account, such as one of a system user',
		},
		optionsField([
			...numberFields,
			{
				displayName: 'Destination URL',
				name: 'destinationUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://example.com/whatsapp',
				description: "URL to which Kapso forwards Meta's webhooks for the number",
			},
			{
				displayName: 'Verify Token',
				name: 'numberVerifyToken',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description: "The token with which Meta verifies the number's webhook",
			},
		]),
	],
	request(parameters) {
		const options = parameters.group('options');
		const token = parameters.text('numberToken').trim();
		const verifyToken = options.optionalText('numberVerifyToken')?.trim();
		return {
			method: 'POST',
			path: path`/customers/${readUuid(parameters, kapsoCustomerField)}/whatsapp/phone_numbers`,
			...onPlatform,
			body: {
				whatsapp_phone_number: {
					...readNumberFields(options),
					phone_number_id: readTypedId(parameters, 'newNumberId', {
						what: 'a phone number ID',
						where: "Take it from Meta's WhatsApp Manager, or from Embedded Signup.",
					}),
					business_account_id: readTypedId(parameters, accountField.name, accountId),
					access_token: token,
					webhook_destination_url: options.hasValue('destinationUrl')
						? readHttpsUrl(options, 'destinationUrl')
						: undefined,
					webhook_verify_token: verifyToken,
				},
			},
			secrets: [token, ...(verifyToken === undefined ? [] : [verifyToken])],
		};
	},
};
