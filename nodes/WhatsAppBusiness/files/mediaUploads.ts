import { createHash } from 'node:crypto';

import type { IBinaryData } from 'n8n-workflow';

import type { GraphApi } from '../../graphApi/graphApi';
import { asText } from '../../graphApi/coerce';
import { errorFromUnexpectedResponse } from '../../graphApi/errors/apiError';
import { sendToSession, uploadSession } from '../../graphApi/resumableUpload';
import type { JsonObject } from '../../graphApi/types';
import type { BinaryFile } from './binaryFile';
import { fileContent, inspectFile, openFile } from './openFile';
import type { BinaryHelpers } from './openFile';
import type { Path } from '../../graphApi/path';

/** Uploads files for the requests of a run, each distinct file once. */
export class MediaUploads {
	/** Media IDs and handles by target, type and content. */
	private readonly ids = new Map<string, Promise<string>>();
	private readonly digests = new Map<string, Promise<string>>();
	/** By the ID and the label of the file and the field that names it. */
	private readonly types = new Map<string, Promise<string>>();

	constructor(
		private readonly helpers: BinaryHelpers,
		private readonly api: Pick<GraphApi, 'send' | 'retry'>,
	) {}

	/**
	 * Uploads a file as media of a phone number.
	 * @throws InputError when the file is invalid, RequestError when the upload fails.
	 */
	async mediaId(file: BinaryFile, mediaPath: Path): Promise<string> {
		return await this.once(mediaPath, file, async () => {
			const { body } = await this.api.retry(async () => {
				const opened = await openFile(file, this.helpers);
				return await this.api.send(mediaUpload(mediaPath, opened.mimeType, opened));
			});
			return idOf(body);
		});
	}

	/**
	 * Uploads a file to an app.
	 * @throws InputError when the file is invalid, RequestError when the upload fails.
	 */
	async handle(file: BinaryFile, appId: string, uploadedFor?: 'profilePicture'): Promise<string> {
		return await this.once(`${appId} ${uploadedFor}`, file, async () => {
			const about = { ...(await inspectFile(file, this.helpers)), fileName: file.data.fileName };
			const { body } = await this.api.send(uploadSession(appId, about, uploadedFor));
			const open = () => openFile(file, this.helpers);
			return await sendToSession(idOf(body), open, this.api);
		});
	}

	/** @param target where the file is uploaded. The same file for another target is another upload. */
	private async once(
		target: string,
		file: BinaryFile,
		upload: () => Promise<string>,
	): Promise<string> {
		const key = `${target} ${await this.type(file)} ${await this.digest(file.data)}`;
		const known = this.ids.get(key);
		if (known) return await known;
		const id = upload();
		this.ids.set(key, id);
		// The next item retries a failed upload.
		id.catch(() => this.ids.delete(key));
		return await id;
	}

	// A broadcast sends one file with every item, and n8n keeps it on disk.
	private async type(file: BinaryFile): Promise<string> {
		const { id, mimeType } = file.data;
		const key = `${id} ${mimeType} ${file.field}`;
		const known = id ? this.types.get(key) : undefined;
		const type = known ?? inspectFile(file, this.helpers).then((found) => found.mimeType);
		if (id) this.types.set(key, type);
		return await type;
	}

	// Two items may have the same file under different IDs, so the content decides.
	private async digest(data: IBinaryData): Promise<string> {
		const known = data.id ? this.digests.get(data.id) : undefined;
		const digest = known ?? this.computeDigest(data);
		if (data.id) this.digests.set(data.id, digest);
		return await digest;
	}

	private async computeDigest(data: IBinaryData): Promise<string> {
		const hash = createHash('sha256');
		const content = await fileContent(data, this.helpers);
		if (Buffer.isBuffer(content)) return hash.update(content).digest('hex');
		for await (const chunk of content) hash.update(chunk as Buffer);
		return hash.digest('hex');
	}
}

function idOf({ id }: JsonObject): string {
	const text = asText(id);
	if (text === null) throw errorFromUnexpectedResponse();
	return text;
}

/**
 * The request that uploads a file as media of a phone number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#upload-media
 * @param path e.g. `/106540352242922/media`.
 * @param type the MIME type of the file.
 */
export function mediaUpload<Type, File>(path: Path, type: Type, file: File) {
	return {
		method: 'POST',
		path,
		on: 'phoneNumber',
		idempotent: true,
		form: { messaging_product: 'whatsapp', type, file },
	} as const;
}
