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
