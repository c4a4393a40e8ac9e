import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../shared/limits';
import type { Parameters } from '../parameters/parameters';

/** The name of a payment configuration. Read with `readConfigurationName`. */
export const configurationNameField: INodeProperties = {
	displayName: 'Payment Configuration',
	name: 'configurationName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. my-payment-config',
	description: `Name of the payment configuration, at most ${limits.paymentConfiguration} characters`,
};

/** @throws InputError when the field is empty or the name is too long. */
export function readConfigurationName(parameters: Parameters): string {
	return parameters.text(configurationNameField.name, {
		convert: (name) => name.trim(),
		maxLength: limits.paymentConfiguration,
	});
}
