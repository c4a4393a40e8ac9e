import { z } from 'zod';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import { validate } from '../graph/validation';
import type { PhoneNumber } from './phoneNumber';
import { noStorageMinutes } from './noStorage';
import { pin } from './pin';

/** Wrong PINs allowed in a row. After them, every PIN is rejected. */
const maximumWrongPins = 5;

const codeRequest = z.looseObject({
	code_method: z.enum(['SMS', 'VOICE']),
	language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
});

/**
 * Requests a code. It is always `business.verificationCode`.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers#verify
 */
export const requestCode = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'request_code',
	handle: ({ body }) => {
		validate(codeRequest, body);
		return { success: true };
	},
});

const codeProof = z.looseObject({ code: z.coerce.string().regex(/^\d{6}$/) });

export const verifyCode = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'verify_code',
	handle: ({ node, body }) => {
		if (validate(codeProof, body).code !== business.verificationCode) {
			throw new SimulatedGraphError(136025, {
				message: '(#136025) Verify code error',
				userTitle: "Couldn't verify code",
				userMessage: 'The code you entered is not correct. Please check it and try again.',
			});
		}
		return { success: true, id: node.id };
	},
});

const registration = z
	.looseObject({
		messaging_product: z.literal('whatsapp'),
		pin,
		backup: z.object({ password: z.string(), data: z.string() }).optional(),
		tier: z.enum(['PROD', 'SANDBOX']).optional(),
		data_localization_region: z.string().length(2).optional(),
		meta_store_retention_minutes: z.literal(noStorageMinutes).optional(),
	})
	.refine(
		({ data_localization_region: region, meta_store_retention_minutes: minutes }) =>
			region === undefined || minutes === undefined,
		'meta_store_retention_minutes cannot be used alongside data_localization_region',
	);

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration */
export const register = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'register',
	handle: ({ node, body }) => {
		checkPin(node, validate(registration, body).pin);
		node.registered = true;
		return { success: true };
	},
});

export const deregister = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'deregister',
	handle: ({ node }) => {
		if (!node.registered) {
			throw new SimulatedGraphError(100, {
				message: 'Phone number not registered on the WhatsApp Business Platform.',
				subcode: 2207051,
			});
		}
		node.registered = false;
		return { success: true };
	},
});

function checkPin(number: PhoneNumber, given: string): void {
	if (number.wrongPins >= maximumWrongPins) {
		throw new SimulatedGraphError(133008, {
			details: 'Too many wrong PINs. Wait 12 hours.',
		});
	}
	if (given !== number.pin) {
		number.wrongPins += 1;
		throw new SimulatedGraphError(133005, { details: 'The two-step verification PIN is wrong.' });
	}
	number.wrongPins = 0;
}
