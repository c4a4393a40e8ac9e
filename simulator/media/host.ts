import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../context';
import { isValidToken } from '../graph/token';

/** The host that media URLs point to. It requires the token and forgets a URL once it has expired. */
export function registerMediaHost(server: FastifyInstance, simulator: SimulatorContext): void {
	server.get('/media-host/*', (request, reply) => serveMedia(simulator, request, reply));
}

function serveMedia(
	{ media, state }: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	if (!isValidToken(request.headers)) return reply.code(401).send();
	const hash = (request.query as { hash?: string }).hash;
	const file = state.media.get((hash && media.mediaIdOf(hash)) ?? '');
	if (!file) return reply.code(404).send();
	return reply
		.type(file.mimeType)
		.header('content-length', file.size)
		.header(
			'content-disposition',
			`attachment; filename="${encodeURIComponent(file.fileName ?? file.id)}"`,
		)
		.send(media.open(file));
}
