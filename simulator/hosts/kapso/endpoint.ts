import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../../context';
import type { KapsoState } from './state';

/** A call of an endpoint of Kapso's own, from somebody who may call. */
export interface KapsoCall {
	simulator: SimulatorContext;
	kapso: KapsoState;
	/** Parts of the path, by the names in the path of the endpoint. */
	params: Record<string, string>;
	query: URLSearchParams;
	/** Empty if the body cannot be parsed. */
	body: Record<string, unknown>;
	raw: FastifyRequest;
	/** For a response with a status or type of its own. */
	reply: FastifyReply;
}

/** An endpoint of Kapso's own. Files named `*.endpoints.ts` export them. */
export interface KapsoEndpoint {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** `meta`: beside what the proxy forwards to Meta. */
	api: 'meta' | 'platform';
	/** Below the base and version of its API, e.g. `/customers/:id`. */
	path: string;
	/** Of the response. Default: 200. */
	status?: number;
	/** @throws SimulatedError if Kapso or Meta refuses */
	handle(call: KapsoCall): unknown;
}

/** Types an endpoint. */
export function kapsoEndpoint(definition: KapsoEndpoint): KapsoEndpoint {
	return definition;
}
