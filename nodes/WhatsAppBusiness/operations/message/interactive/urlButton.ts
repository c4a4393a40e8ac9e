import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';

/** The text and the URL of a button that opens a web page. Read with `readUrlButton`. */
export function urlButtonFields(extra: Partial<INodeProperties> = {}): INodeProperties[] {
	return [
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. See dates',
			description: `Text on the button, at most ${limits.buttonTitle} characters`,
			...extra,
		},
		{
			displayName: 'Button URL',
			name: 'buttonUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/dates',
			description: 'URL of the page that opens in the browser of the recipient',
			...extra,
		},
	];
}

/**
 * Reads the button as Meta's `cta_url` action.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages
 * @throws InputError when the text is missing or too long, or the URL is invalid.
 */
export function readUrlButton(parameters: Parameters): RequestBody {
	return { name: 'cta_url', parameters: readUrl(parameters) };
}

/** Reads the button as one of several of a message. */
export function readOneOfButtons(parameters: Parameters): RequestBody {
	return { type: 'cta_url', cta_url: readUrl(parameters) };
}

function readUrl(parameters: Parameters): RequestBody {
	return {
		display_text: parameters.text('buttonText', { maxLength: limits.buttonTitle }),
		url: parameters.url('buttonUrl'),
	};
}
