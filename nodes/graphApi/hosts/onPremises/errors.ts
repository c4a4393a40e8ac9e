import { asObjects, asText } from '../../coerce';
import type { ErrorGroup, ErrorMeaning } from '../../errorTable/meaning';
import { isJsonObject } from '../../json';
import type { JsonObject, JsonValue } from '../../types';

/**
 * Codes with the very meaning of one of Meta's, on which parts of the nodes act: the rate of the number adapts, and an
 * item may be sent as a template.
 */
const sameAsMetas: Readonly<Record<number, number>> = {
	429: 130429,
	470: 131047,
	471: 131048,
	1015: 130429,
};

/**
 * The codes of the format. Where a code covers many mistakes, the server's own words say which one.
 * - https://developers.facebook.com/docs/whatsapp/api/errors
 * - https://whatsapp.turn.io/docs/api/errors
 * - https://www.twilio.com/docs/whatsapp/api/error-code-mapping
 */
const meanings: ErrorGroup = {
	400: {
		what: 'The file of the message could not be downloaded.',
		todo: 'Send the file again, or ask the sender to.',
		generic: true,
	},
	402: {
		what: 'The WhatsApp account cannot send because of its payment method.',
		todo: 'Open WhatsApp Manager and check the payment settings of the account.',
	},
	408: {
		what: 'The message waited on the server for too long and was not sent.',
		todo: 'Check that the server is connected to WhatsApp, then send the message again.',
	},
	410: {
		what: 'The message could not be delivered within its lifetime.',
		todo: 'Send it again if it still matters.',
	},
	430: {
		what: 'The certificate of the phone number is not signed.',
		todo: 'Download a new certificate from WhatsApp Manager and register the number with it.',
	},
	432: {
		what: 'The certificate of the phone number does not match the number.',
		todo: 'Download a new certificate from WhatsApp Manager and register the number with it.',
	},
	433: {
		what: 'The phone number is no longer registered on this server.',
		todo: 'Register the number again.',
	},
	472: {
		what: 'WhatsApp did not deliver this message, as the recipient is part of an experiment.',
		todo: 'Reach this person in another way.',
	},
	500: {
		what: 'WhatsApp could not send the message because of an error on its side.',
		todo: 'Send it again later.',
		generic: true,
	},
	1000: {
		what: 'The server refused the request without a specific reason.',
		todo: 'Correct what the details name. If there are none, check the log of the server.',
		generic: true,
	},
	1001: {
		what: 'The message is too long.',
		todo: 'Shorten the text, or send it in parts.',
	},
	1002: {
		what: 'The recipient is of the wrong type.',
		todo: "Check 'Recipient Type': a person is reached by phone number, a group by its ID.",
	},
	1003: {
		what: 'Somebody named in the request is not in the group.',
		todo: 'Remove those whom the details name.',
		generic: true,
	},
	1004: {
		what: 'This exists on the server already.',
		todo: 'Choose another name, or change what exists.',
		generic: true,
	},
	1005: {
		what: 'The server denied access.',
		todo: "Check 'Access Token', or 'Username' and 'Password', in the credential. Some calls need an administrator of the server.",
		generic: true,
	},
	1006: {
		what: 'The server does not know what the request names.',
		todo: 'Check the ID or the path. IDs of messages, media and groups are valid on their own server only.',
		generic: true,
	},
	1008: {
		what: 'A required parameter is missing.',
		todo: 'Fill in what the details name.',
		generic: true,
	},
	1009: {
		what: 'A parameter has a value that the server does not accept.',
		todo: 'Correct what the details name.',
		generic: true,
	},
	1010: {
		what: 'The request has a parameter that the server does not know.',
		todo: 'Remove what the details name.',
		generic: true,
	},
	1011: {
		what: 'The server is not ready, so nothing was sent.',
		todo: 'Check that the number is registered and that the server is connected to WhatsApp, then run it again.',
		generic: true,
	},
	1013: {
		what: 'The recipient is not a WhatsApp user.',
		todo: "Check the number. 'Contact: Check' says whether it is on WhatsApp.",
	},
	1014: {
		what: 'The server had an internal error.',
		todo: 'Run it again later. If that does not help, look into the log of the server.',
		generic: true,
	},
	1016: {
		what: 'The server is overloaded.',
		todo: 'Wait, then run the workflow again with fewer messages at once.',
		retryable: true,
	},
	1021: {
		what: 'The recipient is the number that sends.',
		todo: 'Send to another number.',
	},
	1024: {
		what: 'The server requires this user to set a new password first.',
		todo: 'Log in once with a new password, then enter it in the credential.',
	},
	1026: {
		what: "The recipient's WhatsApp cannot show this kind of message.",
		todo: 'Ask them to update WhatsApp, or send a text instead.',
	},
	1031: {
		what: 'WhatsApp has locked the account of this phone number.',
		todo: 'Open WhatsApp Manager: it says why, and how to ask for a review.',
	},
	2000: {
		what: 'The number of values differs from the number of variables in the template.',
		todo: 'Give one value for each variable.',
	},
	2001: {
		what: 'There is no such template in this language, or it is not approved.',
		todo: "Check its name and its language, and 'Template Namespace' in the credential.",
	},
	2012: {
		what: 'A value of the template has the wrong format.',
		todo: 'Correct the value that the details name.',
		generic: true,
	},
};

/** What a code of the format means. Meta's codes, which gateways pass on, are not among them. */
export function errorMeaning(code: number): ErrorMeaning | undefined {
	return Object.hasOwn(meanings, code) ? meanings[code] : undefined;
}

/** Meta's code with the very meaning of one of the format's. Undefined: none has it. */
export function metasCode(code: number): number | undefined {
	return Object.hasOwn(sameAsMetas, code) ? sameAsMetas[code] : undefined;
}

const unauthorized = 401;
const accessDenied = 1005;
export const passwordChangeRequired = 1024;

/** Reads `{"errors": [{code, title, details}]}` as Meta's error object. */
export function readError(body: JsonValue | undefined, status: number): JsonObject | undefined {
	const { errors } = isJsonObject(body) ? body : {};
	const [error] = asObjects<JsonObject>(errors);
	const code = Number(error?.code);
	const words = [error?.title, error?.details].map(asText).filter((text) => text !== null);
	if (status === unauthorized && code !== passwordChangeRequired) {
		return { code: accessDenied, error_data: { details: words.join(': ') } };
	}
	if (error === undefined || !Number.isInteger(code)) return undefined;
	const metas = metasCode(code);
	// What broke on the server may have been sent before.
	if (status >= 500 && metas === undefined && !meanings[code]?.retryable) return undefined;
	return {
		code: metas ?? code,
		message: words.join(': '),
		error_data: { details: [`${code}`, ...words].join(': ') },
	};
}
