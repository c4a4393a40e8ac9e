import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { SimulatorContext } from '../../context';
import type { PhoneNumber } from '../../phoneNumbers/phoneNumber';
import type { OnPremisesState, OnPremisesUser } from './state';

/** A call from somebody who may call. */
export interface OnPremisesCall {
	simulator: SimulatorContext;
	server: OnPremisesState;
	/** The number that the server has. */
	number: PhoneNumber;
	/** Who calls. Not set for the fixed token, and for who logs in. */
	user?: OnPremisesUser;
	/** Parts of the path, by the names in the path of the endpoint. */
	params: Record<string, string>;
	query: URLSearchParams;
	/** JSON, or the bytes of any other content. */
	body: unknown;
	raw: FastifyRequest;
	/** For another status than that of the endpoint. */
	reply: FastifyReply;
}

/** A response that is no JSON. */
export class Content {
	constructor(
		readonly type: string,
		readonly body: Buffer | string | Readable,
		readonly headers: Record<string, string | number> = {},
	) {}
}

/** An endpoint of the server. Files named `*.endpoints.ts` export them. */
export interface OnPremisesEndpoint {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below `/v1`, e.g. `/users/:user`. */
	path: string;
	/** Who may call. Default: administrators. */
	access?: 'anybody' | 'user' | 'administrator';
	/** Of the response. Default: 200. */
	status?: number;
	/**
	 * Returns what the response has besides `meta`, or other content.
	 *
	 * @throws SimulatedError for a call that is refused
	 */
	handle(
		call: OnPremisesCall,
	): Record<string, unknown> | Content | Promise<Record<string, unknown> | Content>;
}

/** Types an endpoint. */
export function onPremisesEndpoint(definition: OnPremisesEndpoint): OnPremisesEndpoint {
	return definition;
}
