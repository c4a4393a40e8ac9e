import { createHash, randomUUID } from 'node:crypto';
import { fetch } from 'undici';
import { z } from 'zod';
import { business } from '../../business';
import { newHandle, newUploadSession } from '../../media/uploadSession';
import { uploadTypes } from '../../media/store';
import { resolved } from '../../webhooks/resolve';
import { kapsoEndpoint, type KapsoCall } from './endpoint';
import { read } from './read';
import { invalid } from './refusal';

const schema = z.object({
	media_ingest: z.object({
		phone_number_id: z.string(),
		source: z.url({ protocol: /^https?$/ }),
		delivery: z.enum(['meta_media', 'meta_resumable_asset']).default('meta_media'),
		filename: z.string().optional(),
		mime_type: z.string().optional(),
	}),
});

const megabyte = 1024 * 1024;
const localHosts = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Takes a file from a URL and gives it to Meta. The shape of the response is that which clients read:
 * `target.media_id` or `target.handle`.
 *
 * Only files of this machine are loaded: other hosts must be in the setting `resolve`.
 */
export const ingestMedia = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: '/whatsapp/media',
	status: 201,
	async handle(call) {
		const given = read(schema, call.body).media_ingest;
		if (!call.kapso.number(given.phone_number_id)) throw invalid('Phone number must exist');
		const file = await load(call, given.source);
		const mimeType = given.mime_type ?? file.mimeType;
		if (!uploadTypes.includes(mimeType))
			throw invalid(`Files of type ${mimeType} are not supported`);
		if (file.content.length > maximumOf(mimeType)) throw invalid('File is too large');
		const fileName = given.filename ?? new URL(given.source).pathname.split('/').at(-1);
		const target =
			given.delivery === 'meta_media'
				? { media_id: await store(call, given.phone_number_id, { ...file, mimeType, fileName }) }
				: { handle: handleFor(call, { ...file, mimeType, fileName }) };
		return {
			data: {
				id: randomUUID(),
				status: 'completed',
				phone_number_id: given.phone_number_id,
				delivery: given.delivery,
				filename: fileName,
				mime_type: mimeType,
				byte_size: file.content.length,
				target: { type: given.delivery, ...target },
				created_at: new Date().toISOString(),
			},
		};
	},
});

interface Loaded {
	content: Buffer;
	mimeType: string;
	fileName?: string;
}

async function load({ simulator }: KapsoCall, source: string): Promise<Loaded> {
	const { url } = resolved(source, simulator.settings.resolve);
	if (!localHosts.includes(new URL(url).hostname)) throw notLoaded();
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
		if (response.status !== 200) throw notLoaded();
		const [mimeType = ''] = (response.headers.get('content-type') ?? '').split(';');
		return { content: Buffer.from(await response.arrayBuffer()), mimeType: mimeType.trim() };
	} catch {
		throw notLoaded();
	}
}

function notLoaded() {
	return invalid('Source could not be downloaded');
}

/** 5 MB for images, 16 MB for audio and video, 100 MB for documents. */
function maximumOf(mimeType: string): number {
	if (mimeType.startsWith('image/')) return 5 * megabyte;
	return /^(?:audio|video)\//.test(mimeType) ? 16 * megabyte : 100 * megabyte;
}

async function store(
	{ simulator }: KapsoCall,
	phoneNumberId: string,
	{ content, mimeType, fileName }: Loaded,
): Promise<string> {
	const media = await simulator.media.save(content, { phoneNumberId, mimeType, fileName });
	simulator.state.media.set(media.id, media);
	return media.id;
}

/** A handle for the header of a template or the picture of a profile. */
function handleFor(
	{ simulator }: KapsoCall,
	{ content, mimeType, fileName = 'file' }: Loaded,
): string {
	const session = newUploadSession({
		appId: business.app.id,
		fileName,
		fileType: mimeType,
		fileLength: content.length,
	});
	const handle = newHandle(session);
	simulator.state.uploadedFiles.set(handle, {
		mimeType,
		size: content.length,
		sha256: createHash('sha256').update(content).digest('hex'),
	});
	return handle;
}
