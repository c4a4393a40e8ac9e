import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../shared/limits';
import type { Parameters } from '../parameters/parameters';

/** The option with a text of one's own that comes back in webhooks. Read with `readCallbackData`. */
export const callbackDataField: INodeProperties = {
	displayName: 'Callback Data',
	name: 'callbackData',
	type: 'string',
	default: '',
	placeholder: 'e.g. order-4711',
	description: `Text that WhatsApp returns in every status webhook of this message, for example an order number. At most ${limits.callbackData} characters.`,
};

/** @throws InputError when the text is too long. */
export function readCallbackData(parameters: Parameters): string | undefined {
	const options = parameters.group('options');
	return options.optionalText(callbackDataField.name, { maxLength: limits.callbackData });
}
