import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaKind } from '../media/store';

const sample = (fileName: string, mimeType: string) => ({
	mimeType,
	content: readFileSync(join(__dirname, 'samples', fileName)),
});

/** A small real file of each kind, for customers who send media without content. */
export const sampleMedia: Record<MediaKind, { mimeType: string; content: Buffer }> = {
	image: sample('image.jpg', 'image/jpeg'),
	sticker: sample('sticker.webp', 'image/webp'),
	document: sample('document.pdf', 'application/pdf'),
	audio: sample('audio.ogg', 'audio/ogg; codecs=opus'),
	video: sample('video.mp4', 'video/mp4'),
};
