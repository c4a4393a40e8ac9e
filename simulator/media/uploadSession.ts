import { createHash, randomBytes, type Hash } from 'node:crypto';

/** A file on its way to the app by the Resumable Upload API. */
export interface UploadSession {
	/** With `upload:` in front, without signature. */
	id: string;
	/** Must stand in the query of every call. */
	signature: string;
	appId: string;
	fileName: string;
	fileType: string;
	/** Bytes the file has, and how many of them have come. */
	fileLength: number;
	stored: number;
	/** Of what has come so far. */
	hash: Hash;
	/** Given when the file is complete. */
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

/** A session for a file that is still to come. */
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

/** The handle of a complete file: name and type in base64, then what only Meta can read. */
export function newHandle({ fileName, fileType, appId }: UploadSession): string {
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	const secret = randomBytes(24).toString('base64url');
	return `4:${base64(fileName)}:${base64(fileType)}:AR${secret}:e:${Math.floor(Date.now() / 1000)}:${appId}`;
}
