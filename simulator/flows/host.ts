import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../context';

/** Meta's file host: anyone who has the URL gets the Flow JSON. */
export function registerFlowHost(server: FastifyInstance, simulator: SimulatorContext): void {
	server.get('/flow-assets/:token/flow.json', (request, reply) =>
		serveFlowJson(simulator, request, reply),
	);
}

function serveFlowJson(
	{ state }: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	const { token } = request.params as { token: string };
	const flow = state.flows.find(({ preview }) => preview.token === token);
	if (flow?.json === undefined) return reply.code(404).send();
	return reply.type('application/json').send(flow.json);
}
