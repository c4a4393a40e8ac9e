import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { Endpoint, Query } from '../../../graphApi/types';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

export const codeField: INodeProperties = {
	displayName: 'Code',
	name: 'code',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 4O4YGZEG3RIVE1',
	description: `The code from Create or Get Many, ${limits.qrCode} letters and digits; also the end of the short link`,
};

export const prefilledMessageField: INodeProperties = {
	displayName: 'Prefilled Message',
	name: 'prefilledMessage',
	type: 'string',
	typeOptions: { rows: 2 },
	required: true,
	default: '',
	placeholder: "e.g. Hi! I'd like to know more about your offers",
	description: `Text that is prefilled when someone opens the chat, at most ${limits.qrCodeMessage} characters`,
};

/** The format of the image. */
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
	description: 'Format of the image whose URL is returned',
};

/** @throws InputError when it is not a valid code. */
export function readCode(parameters: Parameters): string {
	const code = parameters.text('code').trim();
	if (code.length !== limits.qrCode || !/^[A-Z0-9]+$/.test(code)) {
		throw parameters.error(
			'code',
			'has the wrong format',
			`It must be ${limits.qrCode} capital letters and digits.`,
		);
	}
	return code;
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
 * Where all codes of the number are, or one code.
 * @throws InputError when there is no phone number ID.
 */
export function qrCodeEndpoint(parameters: Parameters, account: Account, code?: string): Endpoint {
	const id = readPhoneNumberId(parameters, account);
	return {
		path: code === undefined ? path`/${id}/message_qrdls` : path`/${id}/message_qrdls/${code}`,
		on: 'phoneNumber',
	};
}

/** Adds the URL of the image to what Meta returns by default. */
export function imageQuery(parameters: Parameters): Query | undefined {
	const format = readImageFormat(parameters);
	return format === undefined
		? undefined
		: { fields: `code,prefilled_message,deep_link_url,qr_image_url.format(${format})` };
}
