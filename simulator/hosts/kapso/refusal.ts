import type { SimulatedGraphError } from '../../graph/errors';
import { HostError } from '../hostError';

/**
 * A refusal of Kapso's own: a text under `error`.
 *
 * @see https://docs.kapso.ai/api/introduction
 */
export function refusal(
	httpStatus: number,
	text: string,
	headers: Record<string, string> = {},
): HostError {
	return new HostError(httpStatus, { error: text }, headers);
}

/** The refusal of an ID that nothing has. The words are not documented. */
export function notFound(what: string): HostError {
	return refusal(404, `${what} not found`);
}

/** The refusal of a value. */
export function invalid(text: string): HostError {
	return refusal(422, text);
}

/** What the platform says if Meta refuses what it does on somebody's behalf. The words are not documented. */
export function inKapsosWords({ message, options }: SimulatedGraphError): HostError {
	return invalid(options.userMessage ?? options.details ?? message);
}
