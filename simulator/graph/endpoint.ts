import type { FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../context';
import type { NodeKind, Nodes } from '../state';

/** One call of the Graph API, after its token was checked and its object found. */
export interface SimulatedGraphRequest<Kind extends NodeKind> {
	simulator: SimulatorContext;
	node: Nodes[Kind];
	/** The path after the edge, e.g. a QR code's ID in `/{phone}/message_qrdls/{code}`. */
	subId?: string;
	/** The full address with version. */
	url: URL;
	query: URLSearchParams;
	/** JSON or form fields; empty for what could not be read. */
	body: Record<string, unknown>;
	/** For an endpoint that reads the body itself (multipart). */
	raw: FastifyRequest;
}

/** One method on one edge of one kind of object; a file in routes/ exports one or more. */
export interface SimulatedEndpoint<Kind extends NodeKind = NodeKind> {
	method: 'GET' | 'POST' | 'DELETE';
	/** The kind of object whose ID starts the path. */
	on: Kind;
	/** The path after the ID; none is the object itself. */
	edge?: string;
	/** Whose token may call it; a user's when left out. */
	token?: 'user' | 'app' | 'any';
	/** Gives the answer's JSON, or throws a SimulatedGraphError. */
	handle(request: SimulatedGraphRequest<Kind>): unknown;
}

/** Types an endpoint by the kind of object it is on. */
export function endpoint<Kind extends NodeKind>(
	definition: SimulatedEndpoint<Kind>,
): SimulatedEndpoint {
	return definition as unknown as SimulatedEndpoint;
}
