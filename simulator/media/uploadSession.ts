import { createHash, randomBytes, type Hash } from 'node:crypto';

/** An upload to the app by the Resumable Upload API. */
export interface UploadSession {
	/** Starts with `upload:`. Without the signature. */
	id: string;
	/** Required in the query of every call. */
	signature: string;
	appId: string;
	fileName: string;
	fileType: string;
	/** Size of the file, and bytes received so far. */
	fileLength: number;
	stored: number;
	/** Hash of the bytes received so far. */
	hash: Hash;
	/** Set when the file is complete. */
	handle?: string;
}

/** MIME types a file may have. https://developers.facebook.com/docs/graph-api/guides/upload */
export const uploadFileTypes = [
	'application/pdf',
	'image/jpeg',
	'image/jpg',
	'image/png',
	'video/mp4',
] as const;

/** A session that has received nothing yet. */
export function newUploadSession(
	about: Pick<UploadSession, 'appId' | 'fileName' | 'fileType' | 'fileLength'>,
): UploadSession {
	const id = Buffer.from(`1:attachment:${randomBytes(12).toString('hex')}`).toString('base64');
	return {
		...about,
		id: `upload:${id}`,
		signature: `ARZ${randomBytes(12).toString('base64url')}`,
		stored: 0,
		hash: createHash('sha256'),
	};
}

/** The handle of a complete file: name and type in base64, then an opaque part. */
export function newHandle({ fileName, fileType, appId }: UploadSession): string {
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	const secret = randomBytes(24).toString('base64url');
	return `4:${base64(fileName)}:${base64(fileType)}:AR${secret}:e:${Math.floor(Date.now() / 1000)}:${appId}`;
}
