import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../parameters/parameters';

/** Where the business goes after it has linked its payment gateway. Read with `readRedirectUrl`. */
export const redirectUrlField: INodeProperties = {
	displayName: 'Redirect URL',
	name: 'redirectUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/payments',
	description: 'Web page to which Meta leads after the payment gateway was connected',
};

/** @throws InputError when it is not a URL. */
export function readRedirectUrl(options: Parameters): string | undefined {
	return options.hasValue(redirectUrlField.name) ? options.url(redirectUrlField.name) : undefined;
}
