import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { Query } from '../../../graphApi/types';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';
import type { Path } from '../../../graphApi/path';

export const codeField: INodeProperties = {
	displayName: 'Code',
	name: 'code',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 4O4YGZEG3RIVE1',
	description: `The code that Create and Get Many give, ${limits.qrCode} letters and digits; it is also the end of the short link`,
};

export const prefilledMessageField: INodeProperties = {
	displayName: 'Prefilled Message',
	name: 'prefilledMessage',
	type: 'string',
	typeOptions: { rows: 2 },
	required: true,
	default: '',
	placeholder: "e.g. Hi! I'd like to know more about your offers",
	description: `What stands in the input of whoever opens the chat, at most ${limits.qrCodeMessage} characters`,
};

/** Which picture of the code to make. */
export const imageFormatField: INodeProperties = {
	displayName: 'Image Format',
	name: 'imageFormat',
	type: 'options',
	options: [
		{ name: 'No Image', value: 'none', description: 'Only the code and its short link' },
		{ name: 'PNG', value: 'PNG' },
		{ name: 'SVG', value: 'SVG' },
	],
	default: 'PNG',
	description: 'Format of the picture whose address comes with the answer',
};

/** @throws InputError when it can't be a code. */
export function readCode(parameters: Parameters): string {
	const pattern = {
		regex: new RegExp(`^\\s*[A-Z0-9]{${limits.qrCode}}\\s*$`),
		description: `${limits.qrCode} capital letters and digits`,
	};
	return parameters.text('code', { pattern }).trim();
}

/** @throws InputError when it is empty or too long. */
export function readPrefilledMessage(parameters: Parameters): string {
	return parameters.text('prefilledMessage', { maxLength: limits.qrCodeMessage });
}

/** The chosen format, or undefined for no image. */
export function readImageFormat(parameters: Parameters): string | undefined {
	const format = parameters.choice('imageFormat');
	return format === 'none' ? undefined : format;
}

/**
 * The path of all codes of the number, or of one of them.
 * @throws InputError when there is no number.
 */
export function qrCodePath(parameters: Parameters, account: Account, code?: string): Path {
	const id = readPhoneNumberId(parameters, account);
	return code === undefined ? path`/${id}/message_qrdls` : path`/${id}/message_qrdls/${code}`;
}

/** Asks for the address of the picture beside what Meta gives anyway. */
export function imageQuery(parameters: Parameters): Query | undefined {
	const format = readImageFormat(parameters);
	return format === undefined
		? undefined
		: { fields: `code,prefilled_message,deep_link_url,qr_image_url.format(${format})` };
}
