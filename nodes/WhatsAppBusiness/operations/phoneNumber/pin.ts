import type { INodeProperties } from 'n8n-workflow';

import type { TextRule } from '../../parameters/parameterRules';
import type { Parameters } from '../../parameters/parameters';

const rule: TextRule = { pattern: { regex: /^\s*\d{6}\s*$/, description: 'six digits' } };

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/two-step-verification */
export const pinField: INodeProperties = {
	displayName: 'PIN',
	name: 'pin',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	placeholder: 'e.g. 123456',
	description: 'Six digits that protect the number. Registering it again requires the same PIN.',
};

/** @throws InputError when it is not six digits. */
export function readPin(parameters: Parameters): string {
	return parameters.text('pin', rule).trim();
}

/** The same, or undefined when the field is empty. */
export function readOptionalPin(parameters: Parameters): string | undefined {
	return parameters.optionalText('pin', rule)?.trim();
}
