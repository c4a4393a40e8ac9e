import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { pageOf } from '../graph/paging';
import { validate } from '../graph/validation';
import type { PhoneNumber, QrCode } from './phoneNumber';

const defaultFields = ['code', 'prefilled_message', 'deep_link_url'];
const codeCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const codeLength = 14;

const schema = z.looseObject({
	code: z.string().optional(),
	prefilled_message: z.string().min(1).max(140),
	generate_qr_image: z.enum(['PNG', 'SVG']).optional(),
});

function fieldsOf(
	{ code, prefilledMessage }: QrCode,
	imageFormat?: string,
): Record<string, unknown> {
	return {
		code,
		prefilled_message: prefilledMessage,
		deep_link_url: `https://wa.me/message/${code}`,
		qr_image_url: imageFormat && `https://scontent.example.com/qr/${code}.${imageFormat}`,
	};
}

/**
 * Creates a code, or changes the given one.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes
 */
export const saveQrCode = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'message_qrdls',
	handle: ({ node, body }) => {
		const { code, prefilled_message, generate_qr_image } = validate(schema, body);
		const saved = code === undefined ? addCode(node) : existing(node, code);
		saved.prefilledMessage = prefilled_message;
		return fieldsOf(saved, generate_qr_image?.toLowerCase());
	},
});

/** Lists all codes or the given one. The field `qr_image_url.format(…)` adds the image. */
export const listQrCodes = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'message_qrdls',
	handle: ({ node, subId, query, url }) => {
		const requested = subId ?? query.get('code');
		const fields = query.get('fields');
		const imageFormat = /qr_image_url\.format\((\w+)\)/.exec(fields ?? '')?.[1]?.toLowerCase();
		return pageOf(
			node.qrCodes
				.filter(({ code }) => requested === null || code === requested)
				.map((qrCode) =>
					selectFields(fieldsOf(qrCode, imageFormat), fields, defaultFields, 'MessageQrCode'),
				),
			url,
		);
	},
});

export const deleteQrCode = endpoint({
	method: 'DELETE',
	on: 'phoneNumber',
	edge: 'message_qrdls',
	handle: ({ node, subId = '' }) => {
		const deleted = existing(node, subId);
		node.qrCodes = node.qrCodes.filter((qrCode) => qrCode !== deleted);
		return { success: true };
	},
});

function addCode({ qrCodes }: PhoneNumber): QrCode {
	const pick = () => codeCharacters[randomInt(codeCharacters.length)];
	const added = { code: Array.from({ length: codeLength }, pick).join(''), prefilledMessage: '' };
	qrCodes.unshift(added);
	return added;
}

function existing({ qrCodes }: PhoneNumber, code: string): QrCode {
	const found = qrCodes.find((qrCode) => qrCode.code === code);
	if (found) return found;
	throw new SimulatedGraphError(803, {
		message: 'QR code not found',
		type: 'GraphMethodException',
		httpStatus: 404,
	});
}
