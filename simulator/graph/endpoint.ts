import type { FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../context';
import type { NodeKind, Nodes } from '../state';

/** One call of the Graph API, with a valid token and an existing object. */
export interface SimulatedGraphRequest<Kind extends NodeKind> {
	simulator: SimulatorContext;
	node: Nodes[Kind];
	/** The path after the edge, e.g. a QR code's ID in `/{phoneNumber}/message_qrdls/{code}`. */
	subId?: string;
	/** All segments after the edge, the first of which is `subId`. */
	subIds: string[];
	/** The full URL, including the version. */
	url: URL;
	query: URLSearchParams;
	/** JSON or form fields. Empty if the body cannot be parsed. */
	body: Record<string, unknown>;
	/** For endpoints that read the body themselves (multipart, uploads). */
	raw: FastifyRequest;
}

/** One method on one edge of one kind of object. Files named `*.routes.ts` export them. */
export interface SimulatedEndpoint<Kind extends NodeKind = NodeKind> {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** The kind of object whose ID starts the path. */
	on: Kind;
	/** The path after the ID, in one part or two. Not set for the object itself. */
	edge?: string;
	/** Of api.facebook.com, whose paths have no version. */
	base?: 'api';
	/** How many segments may follow the edge. Default: 1. */
	maximumSubIds?: number;
	/** Whose token may call it. Default: a user's. `none`: it needs no token, and ignores one. */
	token?: 'user' | 'app' | 'any' | 'none';
	/**
	 * Returns the JSON of the response, or a text or a file.
	 *
	 * @throws SimulatedGraphError as Meta would respond
	 */
	handle(request: SimulatedGraphRequest<Kind>): unknown;
}

/** Types an endpoint by the kind of object it is on. */
export function endpoint<Kind extends NodeKind>(
	definition: SimulatedEndpoint<Kind>,
): SimulatedEndpoint {
	return definition;
}
