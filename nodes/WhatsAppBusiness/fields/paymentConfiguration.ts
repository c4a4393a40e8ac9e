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

// It is a part of the path of some calls.
const sendable = {
	regex: /^(?!\.|.*\/\.)[^\\%]+$/,
	description: 'a name without backslashes and percent signs, and with no dot in front',
};

/** @throws InputError when the field is empty, or the name is too long or cannot be in a path. */
export function readConfigurationName(parameters: Parameters): string {
	return parameters.text(configurationNameField.name, {
		convert: (name) => name.trim(),
		maxLength: limits.paymentConfiguration,
		pattern: sendable,
	});
}
