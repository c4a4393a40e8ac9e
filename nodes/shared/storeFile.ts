import type { Readable } from 'node:stream';

import type { BinaryHelperFunctions, IBinaryData } from 'n8n-workflow';

import { systemCode } from '../graphApi/errors/failure';
import { FileError } from '../graphApi/errors/fileError';
import { RequestError } from '../graphApi/errors/requestError';

/**
 * Stores a stream as n8n's binary data.
 * @throws FileError when n8n can't write the file. What the stream fails with is thrown as it is.
 */
export async function storeFile(
	{ prepareBinaryData }: Pick<BinaryHelperFunctions, 'prepareBinaryData'>,
	content: Readable,
	fileName?: string,
	mimeType?: string,
): Promise<IBinaryData> {
	try {
		return await prepareBinaryData(content, fileName, mimeType);
	} catch (error) {
		const code = systemCode(error);
		if (error instanceof RequestError || content.errored === error || code === undefined) {
			throw error;
		}
		throw notStored(code);
	} finally {
		content.destroy();
	}
}

/** Adds the extension that n8n knows for the type of a stored file to a name without one. */
export function withExtension(file: IBinaryData): IBinaryData {
	const { fileName, fileExtension } = file;
	if (!fileName || !fileExtension || fileName.includes('.')) return file;
	return { ...file, fileName: `${fileName}.${fileExtension}` };
}

// Why the system did not let n8n write, and what to do.
const reasons: Record<string, readonly [string, string] | undefined> = {
	ENOSPC: ['the disk is full', 'Free some space there'],
	EDQUOT: ["the disk quota of n8n's user is used up", 'Free some space or raise the quota'],
	EACCES: ["n8n's user may not write there", 'Give the user write permission'],
	EPERM: ["n8n's user may not write there", 'Give the user write permission'],
	EROFS: ['the disk is read-only', 'Mount it with write permission'],
};

function notStored(code: string): FileError {
	const [reason, todo] = reasons[code] ?? [code, 'Check the disk'];
	return FileError.final(
		`n8n could not store the file: ${reason}.`,
		`${todo}, where n8n keeps binary data. Then run it again.`,
	);
}
