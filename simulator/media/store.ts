import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newGraphId } from '../graph/id';
import type { MediaFile } from './mediaFile';

/** Media kinds, named as in messages. */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

const megabyte = 1024 * 1024;

/**
 * What WhatsApp accepts, by message type: MIME types and size in bytes.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export const mediaRules: Record<MediaKind, { types: readonly string[]; maximumSize: number }> = {
	audio: {
		types: ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus'],
		maximumSize: 16 * megabyte,
	},
	document: {
		types: [
			'application/vnd.ms-powerpoint',
			'application/msword',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/pdf',
			'text/plain',
			'application/vnd.ms-excel',
		],
		maximumSize: 100 * megabyte,
	},
	image: { types: ['image/jpeg', 'image/png'], maximumSize: 5 * megabyte },
	sticker: { types: ['image/webp'], maximumSize: 500 * 1024 },
	video: { types: ['video/mp4', 'video/3gpp'], maximumSize: 16 * megabyte },
};

/** What can be uploaded, but not sent: https://github.com/chatwoot/chatwoot/issues/12713 */
export const uploadOnlyTypes: readonly string[] = ['audio/opus'];

/** Every MIME type an upload may have. */
export const uploadTypes = Object.values(mediaRules).flatMap(({ types }) => types);

/** A static WebP has a lower limit. */
const maximumStaticSticker = 100 * 1024;

/**
 * The maximum size of a file in bytes.
 *
 * @param head the first bytes, which include the animation bit of a WebP
 */
export function maximumSizeOf(mimeType: string, head: Buffer): number {
	const rule = Object.values(mediaRules).find(({ types }) => types.includes(mimeType));
	const isAnimated = head.toString('latin1', 12, 16) === 'VP8X' && ((head[20] ?? 0) & 2) !== 0;
	if (mimeType === 'image/webp' && !isAnimated) return maximumStaticSticker;
	return rule?.maximumSize ?? mediaRules.document.maximumSize;
}

/** Stores the content of media on disk, so that 100 MB documents take no memory. */
export class MediaStore {
	private directory?: Promise<string>;
	private readonly urls = new Map<string, { mediaId: string; expiresAt: number }>();

	/** Writes the stream to disk and measures and hashes it on the way. Rejects if the stream breaks off. */
	async save(
		content: Readable | Buffer,
		about: Pick<MediaFile, 'phoneNumberId' | 'mimeType' | 'fileName'>,
	): Promise<MediaFile> {
		this.directory ??= mkdtemp(join(tmpdir(), 'whatsapp-simulator-'));
		const id = newGraphId();
		const path = join(await this.directory, id);
		const hash = createHash('sha256');
		let size = 0;
		const measure = new Transform({
			transform(chunk: Buffer, _encoding, done) {
				hash.update(chunk);
				size += chunk.length;
				done(null, chunk);
			},
		});
		const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
		try {
			await pipeline(source, measure, createWriteStream(path));
		} catch (error) {
			await rm(path, { force: true });
			throw error;
		}
		return { id, path, size, sha256: hash.digest('hex'), createdAt: Date.now(), ...about };
	}

	open(media: MediaFile): Readable {
		return media.content ? Readable.from([media.content]) : createReadStream(media.path);
	}

	/** The first bytes of the content. */
	async headOf(media: MediaFile): Promise<Buffer> {
		const chunks = await createReadStream(media.path, { end: 31 }).toArray();
		return Buffer.concat(chunks as Buffer[]);
	}

	async remove(media: MediaFile): Promise<void> {
		await rm(media.path, { force: true });
	}

	/** A new URL of the content, valid for this many milliseconds. */
	newUrl(media: MediaFile, baseUrl: string, lifetimeMs: number): string {
		const hash = randomBytes(18).toString('base64url');
		const expiresAt = Date.now() + lifetimeMs;
		this.urls.set(hash, { mediaId: media.id, expiresAt });
		const query = new URLSearchParams({
			mid: media.id,
			ext: String(Math.floor(expiresAt / 1000)),
			hash,
		});
		return `${baseUrl}/media-host/whatsapp_business/attachments/?${query.toString()}`;
	}

	/** The media ID of a URL, if the URL is still valid. */
	mediaIdOf(hash: string): string | undefined {
		const url = this.urls.get(hash);
		return url && url.expiresAt > Date.now() ? url.mediaId : undefined;
	}

	async clear(): Promise<void> {
		this.urls.clear();
		const directory = await this.directory;
		this.directory = undefined;
		if (directory) await rm(directory, { recursive: true, force: true });
	}
}
