import { randomBytes } from 'node:crypto';

/**
 * Title and HTTP status of the error codes the simulator returns.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const knownErrors: Record<number, { title: string; httpStatus: number }> = {
	1: { title: 'An unknown error occurred', httpStatus: 400 },
	2: { title: 'Service temporarily unavailable', httpStatus: 503 },
	4: { title: 'Application request limit reached', httpStatus: 400 },
	10: { title: 'Application does not have permission for this action', httpStatus: 403 },
	100: { title: 'Invalid parameter', httpStatus: 400 },
	200: { title: 'Permissions error', httpStatus: 403 },
	368: { title: 'Temporarily blocked for policies violations', httpStatus: 403 },
	80007: { title: 'Rate limit issues', httpStatus: 400 },
	130429: { title: 'Rate limit hit', httpStatus: 400 },
	130472: { title: "User's number is part of an experiment", httpStatus: 400 },
	130497: {
		title: 'Business account is restricted from messaging users in this country.',
		httpStatus: 403,
	},
	131000: { title: 'Something went wrong', httpStatus: 500 },
	131005: { title: 'Access denied', httpStatus: 403 },
	131008: { title: 'Required parameter is missing', httpStatus: 400 },
	131009: { title: 'Parameter value is not valid', httpStatus: 400 },
	131016: { title: 'Service unavailable', httpStatus: 500 },
	131021: { title: 'Recipient cannot be sender', httpStatus: 400 },
	131026: { title: 'Message undeliverable', httpStatus: 400 },
	131030: { title: 'Recipient phone number not in allowed list', httpStatus: 400 },
	131031: { title: 'Business Account locked', httpStatus: 403 },
	131042: { title: 'Business eligibility payment issue', httpStatus: 400 },
	131045: { title: 'Incorrect certificate', httpStatus: 500 },
	131047: { title: 'Re-engagement message', httpStatus: 400 },
	131048: { title: 'Spam rate limit hit', httpStatus: 400 },
	131049: {
		title: 'This message was not delivered to maintain healthy ecosystem engagement.',
		httpStatus: 400,
	},
	131050: {
		title:
			'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business',
		httpStatus: 400,
	},
	131051: { title: 'Unsupported message type', httpStatus: 400 },
	131052: { title: 'Media download error', httpStatus: 400 },
	131053: { title: 'Media upload error', httpStatus: 400 },
	131055: { title: 'Method not allowed', httpStatus: 400 },
	131056: {
		title: '(Business Account, Consumer Account) pair rate limit hit',
		httpStatus: 400,
	},
	131057: { title: 'Account in maintenance mode', httpStatus: 500 },
	131061: { title: 'Template with a max price not supported on Cloud API', httpStatus: 400 },
	131062: { title: 'Business-scoped User ID recipient not supported', httpStatus: 400 },
	131201: { title: 'Request partially succeeded', httpStatus: 206 },
	131202: { title: 'Duplicate participant', httpStatus: 400 },
	131204: { title: 'Participant overlimit', httpStatus: 400 },
	131209: { title: 'Invalid Group Profile Picture Aspect Ratio', httpStatus: 400 },
	131210: { title: 'Image is Too Small to Process', httpStatus: 400 },
	131212: { title: 'Participant is not a part of the group.', httpStatus: 400 },
	131213: { title: 'Join request does not exist', httpStatus: 400 },
	132000: {
		title: 'Number of parameters does not match the expected number of params',
		httpStatus: 400,
	},
	132001: { title: 'Template name does not exist in the translation', httpStatus: 404 },
	132005: { title: 'Translated text too long', httpStatus: 400 },
	132007: { title: 'Template content violates policy', httpStatus: 400 },
	132012: {
		title: 'Parameter format does not match format in the created template',
		httpStatus: 400,
	},
	132015: { title: 'Template is paused', httpStatus: 400 },
	132016: { title: 'Template is disabled', httpStatus: 400 },
	132018: { title: "There's an issue with the parameters in your template", httpStatus: 400 },
	132021: { title: 'Template name already exists', httpStatus: 400 },
	132068: { title: 'Flow in blocked state', httpStatus: 400 },
	132069: { title: 'Flow in throttled state', httpStatus: 400 },
	139001: { title: 'Flow failed to update', httpStatus: 400 },
	139002: { title: 'Flow failed to publish', httpStatus: 400 },
	139003: { title: 'Flow failed to deprecate', httpStatus: 400 },
	139004: { title: 'Flow failed to delete', httpStatus: 400 },
	131063: { title: 'Marketing templates disabled for Cloud API', httpStatus: 400 },
	133004: { title: 'Server Temporarily Unavailable', httpStatus: 503 },
	133005: { title: 'Two step verification PIN Mismatch', httpStatus: 400 },
	133008: { title: 'Too Many two step verification PIN Guesses', httpStatus: 400 },
	133010: { title: 'Account not registered', httpStatus: 400 },
	133016: { title: 'Account register deregister rate limit exceeded', httpStatus: 400 },
	134100: { title: 'Only marketing messages supported', httpStatus: 400 },
	134101: { title: 'Template is still syncing', httpStatus: 400 },
	134102: { title: 'Template unavailable for use', httpStatus: 500 },
	136024: { title: 'Request code error', httpStatus: 400 },
	136025: { title: 'Verify code error', httpStatus: 400 },
	137000: { title: 'Recipient identity key hash mismatch', httpStatus: 400 },
	138000: { title: 'Calling not enabled', httpStatus: 401 },
	138001: { title: 'Receiver Uncallable', httpStatus: 400 },
	138002: { title: 'Concurrent Call limit hit', httpStatus: 429 },
	138003: { title: 'Duplicate call', httpStatus: 400 },
	138006: { title: 'No approved call permission from the recipient', httpStatus: 401 },
	138007: { title: 'Connect Timeout error', httpStatus: 500 },
	138009: { title: 'Call permission request limit hit', httpStatus: 400 },
	138012: { title: 'Business initiated call limit hit', httpStatus: 400 },
	138017: { title: 'Permanent call permission already granted', httpStatus: 400 },
	200006: { title: 'Template insights cannot be disabled', httpStatus: 400 },
	200007: { title: 'Template insights are not enabled', httpStatus: 400 },
	147001: { title: 'Username not available', httpStatus: 400 },
	147002: { title: 'Account not eligible to request a username', httpStatus: 400 },
	147003: { title: 'FB Account not linked', httpStatus: 400 },
	147004: { title: 'IG Account not linked', httpStatus: 400 },
	147005: { title: 'Username transfer required', httpStatus: 400 },
	139100: { title: 'Failed to block/unblock users', httpStatus: 400 },
};

/** Everything in an error except its code. Defaults come from the table above. */
export interface SimulatedGraphErrorOptions {
	/** The whole message. Default: built from code and title. */
	message?: string;
	/** `error_data.details`. */
	details?: string;
	subcode?: number;
	httpStatus?: number;
	type?: string;
	userTitle?: string;
	userMessage?: string;
	/** Other fields of the response. */
	otherFields?: Record<string, unknown>;
}

/** The body of a Graph API response with an error. */
export interface SimulatedGraphErrorBody {
	[key: string]: unknown;
	error: {
		message: string;
		type: string;
		code: number;
		error_subcode?: number;
		error_data?: { messaging_product: 'whatsapp'; details: string };
		error_user_title?: string;
		error_user_msg?: string;
		fbtrace_id: string;
	};
}

/** An `errors[]` entry of a failed status or an errors webhook. */
export interface WebhookErrorEntry {
	code: number;
	title: string;
	message: string;
	error_data: { details: string };
	href: string;
}

/** A call that is refused. What handles the call converts it to the response. */
export abstract class SimulatedError extends Error {
	abstract readonly httpStatus: number;
	/** Meta's code, if it is Meta who refuses. */
	readonly code?: number;
	readonly headers: Record<string, string> = {};

	/** The JSON body. */
	abstract toBody(): unknown;
}

/**
 * An error of the Graph API. Endpoints throw it, and `handleGraphCall` converts it to the response.
 *
 * @param code Meta's error code; determines the default title and HTTP status
 */
export class SimulatedGraphError extends SimulatedError {
	readonly httpStatus: number;

	constructor(
		override readonly code: number,
		readonly options: SimulatedGraphErrorOptions = {},
	) {
		super(options.message ?? `(#${code}) ${titleOf(code)}`);
		this.httpStatus = options.httpStatus ?? knownErrors[code]?.httpStatus ?? 400;
	}

	/** The JSON body, with a new `fbtrace_id`. */
	toBody(): SimulatedGraphErrorBody {
		const { type, subcode, details, userTitle, userMessage, otherFields } = this.options;
		return {
			...otherFields,
			error: {
				message: this.message,
				type: type ?? 'OAuthException',
				code: this.code,
				...(subcode !== undefined && { error_subcode: subcode }),
				...(details !== undefined && {
					error_data: { messaging_product: 'whatsapp' as const, details },
				}),
				...(userTitle !== undefined && { error_user_title: userTitle }),
				...(userMessage !== undefined && { error_user_msg: userMessage }),
				fbtrace_id: newTraceId(),
			},
		};
	}

	/** The same error as an entry of a failed status webhook. */
	toWebhookEntry(): WebhookErrorEntry {
		const title = titleOf(this.code);
		return {
			code: this.code,
			title,
			message: title,
			error_data: { details: this.options.details ?? title },
			href: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes',
		};
	}
}

function titleOf(code: number): string {
	return knownErrors[code]?.title ?? 'An unknown error occurred';
}

function newTraceId(): string {
	return `A${randomBytes(16).toString('base64url')}`;
}

/** The error for an ID that does not exist or does not support the method. */
export function unknownObject(method: string, id: string): SimulatedGraphError {
	return new SimulatedGraphError(100, {
		message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
		type: 'GraphMethodException',
		subcode: 33,
	});
}

/** The error for an edge that does not exist. */
export function unknownPath(path: string): SimulatedGraphError {
	return new SimulatedGraphError(2500, {
		message: `Unknown path components: ${path}`,
		httpStatus: 400,
	});
}

/** `(#100) The parameter … is required.` */
export function missingParameter(path: string): SimulatedGraphError {
	return new SimulatedGraphError(100, { message: `(#100) The parameter ${path} is required.` });
}

/** `(#100) <text>`, for a parameter with an invalid value. */
export function invalidParameter(text: string): SimulatedGraphError {
	return new SimulatedGraphError(100, { message: `(#100) ${text}` });
}
