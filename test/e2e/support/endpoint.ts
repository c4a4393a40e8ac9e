import fastify from 'fastify';

/** A request as it came in. */
export interface EndpointCall {
	path: string;
	body: unknown;
}

/** A server on this machine that stands for a CRM, a team chat or a language model. */
export interface Endpoint {
	url: string;
	calls: EndpointCall[];
	stop(): Promise<void>;
}

/** Starts an endpoint that responds to every POST with JSON, by default `{"ok": true}`. */
export async function startEndpoint(
	respond: (call: EndpointCall) => unknown = () => ({ ok: true }),
): Promise<Endpoint> {
	const calls: EndpointCall[] = [];
	const server = fastify({ forceCloseConnections: true });
	server.post('/*', ({ url, body }) => {
		const call = { path: url, body };
		calls.push(call);
		return respond(call);
	});
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	return { url, calls, stop: () => server.close() };
}
