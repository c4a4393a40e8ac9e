import type { Readable } from 'node:stream';

import type { IBinaryData } from 'n8n-workflow';

import { safeFileName } from '../../graphApi/downloadedName';
import type { GraphApi } from '../../graphApi/graphApi';
import { limitSize } from '../../graphApi/limitSize';
import { megabyte } from '../../shared/fileSize';
import { downloadedType, nameForType } from '../../shared/fileTypes';
import { withExtension } from '../../shared/storeFile';
import type { Media } from '../../shared/items/messageContent';
import { path } from '../../graphApi/path';

/** Stores a stream as binary data of n8n. */
export type Store = (
	content: Readable,
	fileName: string,
	mimeType: string | undefined,
) => Promise<IBinaryData>;

/**
 * Downloads the file of a message. The URL in the webhook is valid for five minutes only, so a new one is
 * requested.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#get-media-url
 * @param phoneNumberId that received the message. Null if the event does not say.
 * @param maximumBytes the download of a larger file is aborted.
 * @returns the stored file, or the reason of the failure.
 */
export async function mediaFile(
	media: Media,
	phoneNumberId: string | null,
	{ send, retry, downloadFromMeta }: Pick<GraphApi, 'send' | 'retry' | 'downloadFromMeta'>,
	maximumBytes: number,
	store: Store,
): Promise<{ file: IBinaryData } | { error: string }> {
	try {
		const { id } = media;
		if (id === null) throw new Error('The message does not contain the ID of its file.');
		const { body } = await send({
			method: 'GET',
			path: path`/${id}`,
			on: 'media',
			ofNumber: phoneNumberId ?? undefined,
		});
		const { url } = body;
		if (typeof url !== 'string') throw new Error('WhatsApp did not return a URL for the file.');
		checkSize(Number(body.file_size), maximumBytes);
		const stored = await retry(async () => {
			const file = await downloadFromMeta(url);
			const limited = limitSize(file.content, maximumBytes, () => tooLarge(maximumBytes));
			try {
				checkSize(file.size ?? 0, maximumBytes);
				const mimeType = downloadedType(media.mimeType ?? undefined, file.mimeType);
				const fileName = safeFileName(media.fileName ?? '') ?? id;
				return withExtension(await store(limited, nameForType(fileName, mimeType), mimeType));
			} finally {
				limited.destroy();
			}
		});
		return { file: stored };
	} catch (error) {
		return { error: error instanceof Error ? error.message : 'The file could not be downloaded.' };
	}
}

function checkSize(bytes: number, maximumBytes: number): void {
	if (bytes > maximumBytes) throw tooLarge(maximumBytes);
}

function tooLarge(maximumBytes: number): Error {
	return new Error(`The file is larger than 'Maximum File Size' (${maximumBytes / megabyte} MB).`);
}
