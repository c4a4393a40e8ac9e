import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../context';
import { isValidToken } from '../graph/token';

/** The host that media URLs point to. It requires the token and forgets a URL once it has expired. */
export function registerMediaHost(server: FastifyInstance, simulator: SimulatorContext): void {
	server.get('/media-host/*', (request, reply) => serveMedia(simulator, request, reply));
}

function serveMedia(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	if (!isValidToken(request.headers)) return reply.code(401).send();
	const { hash = '' } = request.query as { hash?: string };
	const content = sendMedia(simulator, hash, reply);
	return content ? reply.send(content) : reply.code(404).send();
}

/** The content that the `hash` of a media URL names, with its headers, or undefined once the URL has expired. */
export function sendMedia(
	{ media, state }: SimulatorContext,
	hash: string,
	reply: FastifyReply,
): Readable | undefined {
	const file = state.media.get(media.mediaIdOf(hash) ?? '');
	if (!file) return undefined;
	void reply
		.type(file.mimeType)
		.header('content-length', file.size)
		.header(
			'content-disposition',
			`attachment; filename="${encodeURIComponent(file.fileName ?? file.id)}"`,
		);
	return media.open(file);
}
