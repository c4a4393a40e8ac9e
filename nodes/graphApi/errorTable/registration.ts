import type { ErrorGroup } from './meaning';

const retryAfterDetails = "Wait for the time in Meta's details, then try again with the right PIN.";

// Registering and verifying a phone number
export const registration: ErrorGroup = {
	133000: {
		what: 'An earlier attempt to deregister the phone number was not completed.',
		todo: 'Deregister the number once more, then register it.',
		httpStatus: 500,
	},
	133004: {
		what: "Meta's server is temporarily unavailable.",
		todo: 'Look at metastatus.com/whatsapp-business-api and try again when the service is back.',
		httpStatus: 503,
		retryable: true,
	},
	133005: {
		what: 'The PIN for two-step verification is wrong.',
		todo: 'Check the PIN. If you do not know it, open WhatsApp Manager, Phone Numbers, the number, Two-Step Verification, and set a new one.',
		httpStatus: 400,
	},
	133006: {
		what: 'The phone number must be verified before it can be registered.',
		todo: "Request a code with 'Phone Number: Request Code', enter it with 'Verify Code', then register the number.",
		httpStatus: 400,
	},
	133008: {
		what: 'A wrong PIN for two-step verification was entered too often.',
		todo: retryAfterDetails,
		httpStatus: 400,
		generic: true,
	},
	133009: {
		what: 'The PIN for two-step verification was entered again too soon.',
		todo: retryAfterDetails,
		httpStatus: 400,
		generic: true,
	},
	133010: {
		what: 'The phone number is not registered for the Cloud API.',
		todo: "Register the phone number with 'Phone Number: Register' and its six-digit PIN, then try again.",
		httpStatus: 400,
	},
	133015: {
		what: 'The phone number was deleted a moment ago, and the deletion is not complete.',
		todo: 'Wait five minutes, then register the number again.',
		httpStatus: 400,
	},
	136024: {
		what: 'Meta could not send the verification code.',
		todo: 'Check that the number can receive an SMS or a call. If you requested several codes, wait before you request one by the other method.',
	},
	136025: {
		what: 'The verification code is wrong or expired.',
		todo: 'Enter the newest code. If that fails, request a new one.',
	},
};
