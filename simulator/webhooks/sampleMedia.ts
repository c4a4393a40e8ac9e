import type { MediaKind } from '../mediaStore';

/** A small file of each kind, for customers who send one without naming its content. */
export const sampleMedia: Record<MediaKind, { mimeType: string; content: Buffer }> = {
	image: {
		mimeType: 'image/png',
		content: Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
			'base64',
		),
	},
	sticker: {
		mimeType: 'image/webp',
		content: Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'),
	},
	document: {
		mimeType: 'application/pdf',
		content: Buffer.from('%PDF-1.4\n%%EOF\n'),
	},
	audio: {
		mimeType: 'audio/ogg; codecs=opus',
		content: Buffer.from('OggS\0\x02simulated voice message', 'latin1'),
	},
	video: {
		mimeType: 'video/mp4',
		content: Buffer.from('\0\0\0\x18ftypmp42simulated video', 'latin1'),
	},
};
