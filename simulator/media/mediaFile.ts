import { createHash } from 'node:crypto';
import { business } from '../business';

export interface MediaFile {
	id: string;
	phoneNumberId: string;
	mimeType: string;
	fileName?: string;
	/** In bytes. */
	size: number;
	/** Hex. */
	sha256: string;
	/** Path of the content on disk while the simulator runs. */
	path: string;
	/** Content of a seeded file. */
	content?: Buffer;
	createdAt: number;
	/** The type that WhatsApp finds when it processes the file for a message, if it is not that of the upload. */
	processedAs?: string;
}

/** The file a new simulator has. */
export function seededMedia(): MediaFile {
	const { id, mimeType, fileName, base64 } = business.media;
	const content = Buffer.from(base64, 'base64');
	return {
		id,
		phoneNumberId: business.phoneNumbers[0].id,
		mimeType,
		fileName,
		size: content.length,
		sha256: createHash('sha256').update(content).digest('hex'),
		path: '',
		content,
		createdAt: Date.now(),
	};
}

const oggExtensions = ['ogg', 'oga', 'opus'];

/**
 * The type that WhatsApp finds later in an audio file, which it goes about by its name: an OGG file under another name,
 * another file under that of an OGG file, and OGG without Opus are nothing that it knows.
 *
 * @param head the first 32 bytes
 */
export function processedType(
	{ mimeType, fileName = '' }: Pick<MediaFile, 'mimeType' | 'fileName'>,
	head: Buffer,
): string | undefined {
	if (!mimeType.startsWith('audio/')) return undefined;
	const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
	const isOgg = head.toString('latin1', 0, 4) === 'OggS';
	const isOpus = isOgg && head.toString('latin1', 28, 32) === 'Opus';
	const isNamedOgg = oggExtensions.includes(extension);
	const isLabelledOgg = mimeType === 'audio/ogg' || mimeType === 'audio/opus';
	const fits = isOgg ? isOpus && isNamedOgg && isLabelledOgg : !isNamedOgg && !isLabelledOgg;
	return fits ? undefined : 'application/octet-stream';
}
