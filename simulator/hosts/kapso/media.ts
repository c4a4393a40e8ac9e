import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../../context';
import { sendMedia } from '../../media/host';
import type { MediaFile } from '../../media/mediaFile';
import { refusal } from './refusal';

/** How long a download URL works. @see https://docs.kapso.ai/api/meta/whatsapp/media/download-media-file */
const downloadLifetimeMs = 4 * 60_000;

/** A URL from which the file comes without a key. */
export function downloadUrl(
	{ media, settings, url }: SimulatorContext,
	file: MediaFile,
): { download_url: string; download_url_expires_at: string } {
	const lifetimeMs = Math.min(downloadLifetimeMs, settings.mediaUrlLifetimeMs);
	const token = new URL(media.newUrl(file, url, lifetimeMs)).searchParams.get('hash') ?? '';
	return {
		download_url: `${url}/kapso/meta/whatsapp/media_download?token=${token}`,
		download_url_expires_at: new Date(Date.now() + lifetimeMs).toISOString(),
	};
}

/** Serves a download URL. The token in it is all that it takes. */
export function serveDownload(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	const { token = '' } = request.query as { token?: string };
	const content = sendMedia(simulator, token, reply);
	if (content) return reply.send(content);
	const error = refusal(401, 'Invalid or expired token');
	return reply.code(error.httpStatus).send(error.toBody());
}
