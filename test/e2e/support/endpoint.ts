import multipart from '@fastify/multipart';
import fastify from 'fastify';
import { readForm } from '../../../simulator/graph/multipartForm';

/** A request as it came in. */
export interface EndpointCall {
	path: string;
	/** JSON, or the fields and files of a form. */
	body: unknown;
}

/** A server on this machine that stands for a CRM, a team chat or a language model. */
export interface Endpoint {
	url: string;
	calls: EndpointCall[];
	stop(): Promise<void>;
}

/** Starts an endpoint that responds to every POST of JSON or a form with JSON, by default `{"ok": true}`. */
export async function startEndpoint(
	respond: (call: EndpointCall) => unknown = () => ({ ok: true }),
): Promise<Endpoint> {
	const calls: EndpointCall[] = [];
	const server = fastify({ forceCloseConnections: true });
	await server.register(multipart);
	server.post('/*', async (request) => {
		const body = request.isMultipart() ? await readForm(request, {}) : request.body;
		const call = { path: request.url, body };
		calls.push(call);
		return respond(call);
	});
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	return { url, calls, stop: () => server.close() };
}
