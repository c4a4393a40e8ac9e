import type { z } from 'zod';
import type { SimulatedGraphError } from '../../graph/errors';
import { HostError } from '../hostError';

/**
 * Titles of the codes, and the HTTP status of a response with one. The statuses are not documented; they are those
 * that clients expect.
 *
 * @see https://whatsapp.turn.io/docs/api/errors
 * @see https://developers.facebook.com/docs/whatsapp/api/errors
 */
const knownErrors = {
	470: { title: 'Re-engagement message', httpStatus: 400 },
	471: { title: 'Spam rate limit hit', httpStatus: 400 },
	500: { title: 'Generic error', httpStatus: 400 },
	1000: { title: 'Generic error', httpStatus: 500 },
	1003: { title: 'Not a group participant', httpStatus: 400 },
	1004: { title: 'Resource already exists', httpStatus: 409 },
	1005: { title: 'Access denied', httpStatus: 403 },
	1006: { title: 'Resource not found', httpStatus: 404 },
	1008: { title: 'Required parameter is missing', httpStatus: 400 },
	1009: { title: 'Parameter value is not valid', httpStatus: 400 },
	1010: { title: 'Parameter is not required', httpStatus: 400 },
	1011: { title: 'Service not ready', httpStatus: 503 },
	1013: { title: 'User is not valid', httpStatus: 400 },
	1014: { title: 'Internal error', httpStatus: 500 },
	1015: { title: 'Too many requests', httpStatus: 429 },
	1024: { title: 'Password Change Required', httpStatus: 401 },
	1026: { title: 'Receiver is incapable of receiving this message', httpStatus: 400 },
	2000: { title: 'Template param count mismatch', httpStatus: 400 },
	2001: { title: 'Template missing', httpStatus: 400 },
	2012: { title: 'Parameter format mismatch', httpStatus: 400 },
} as const;

export type OnPremisesCode = keyof typeof knownErrors;

/** One entry of `errors`. */
export interface OnPremisesError {
	code: OnPremisesCode;
	title: string;
	details: string;
}

/** Says which version responds. */
export const meta = { version: 'v2.53.3', api_status: 'stable' } as const;

/** An entry of `errors` in a response or a webhook. */
export function errorEntry(code: OnPremisesCode, details: string): OnPremisesError {
	return { code, title: knownErrors[code].title, details };
}

/** A call that is refused. */
export function refusal(
	code: OnPremisesCode,
	details: string,
	httpStatus: number = knownErrors[code].httpStatus,
): HostError {
	return new HostError(httpStatus, { meta, errors: [errorEntry(code, details)] });
}

/**
 * Validates the body of a call and returns it typed.
 *
 * @throws HostError 1008 for what is missing, 1010 for what is unknown, 1009 for anything else
 */
export function validated<Schema extends z.ZodType>(
	schema: Schema,
	body: unknown,
): z.output<Schema> {
	const result = schema.safeParse(body, { reportInput: true });
	if (result.success) return result.data;
	const { issues } = result.error;
	const missing = issues.find(({ input }) => input === undefined);
	if (missing) throw refusal(1008, `Parameter ${nameOf(missing)} is required`);
	const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
	if (unknown) throw refusal(1010, `Parameter ${unknown.keys[0]} is not required`);
	throw refusal(1009, `Parameter ${nameOf(issues[0])} is not valid`);
}

function nameOf(issue: z.core.$ZodIssue | undefined): string {
	return issue?.path.join('.') || 'body';
}

/** The codes that stand for Meta's. All others are passed on as invalid parameters, or as errors of the server. */
const successors: Partial<Record<number, OnPremisesCode>> = {
	2: 1011,
	4: 1015,
	80007: 1015,
	130429: 1015,
	131008: 1008,
	131016: 1011,
	131026: 1026,
	131047: 470,
	131048: 471,
	131050: 1026,
	131052: 1014,
	131053: 1014,
	131056: 1015,
	132000: 2000,
	132001: 2001,
	132012: 2012,
	132015: 2001,
	132016: 2001,
	132018: 2012,
	133010: 1011,
};

/** The code for an error of Meta's. */
export function codeFor(metaCode: number): OnPremisesCode {
	return successors[metaCode] ?? 500;
}

/** What the server responds where Meta refuses. */
export function converted(error: SimulatedGraphError): HostError {
	const { code, httpStatus, options, message } = error;
	const details = options.details ?? message;
	const successor = successors[code];
	if (successor !== undefined) return refusal(successor, details);
	if (/^\(#100\) The parameter .* is required\.$/.test(message)) return refusal(1008, details);
	return httpStatus >= 500 ? refusal(1014, details) : refusal(1009, details);
}
