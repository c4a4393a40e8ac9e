import { createHash } from 'node:crypto';

import type { IBinaryData } from 'n8n-workflow';

import type { JsonObject, JsonValue, Send } from '../graphApi/types';
import { BinaryFile } from './binaryFile';
import { checkedSize, fileContent, openFile } from './files';
import type { BinaryHelpers, FileStream } from './files';
import type { BodyValue, OperationRequest } from './operation';

/** Uploads the files that request bodies refer to, each distinct file once in a run. */
export class MediaUploads {
	/** By content, type and sender: the ID Meta gave. */
	private readonly ids = new Map<string, Promise<string>>();
	private readonly digests = new Map<string, Promise<string>>();

	constructor(
		private readonly helpers: BinaryHelpers,
		private readonly send: Send,
	) {}

	/**
	 * Gives the body with the ID of the uploaded file wherever a file stood.
	 * @throws InputError when a file is too large, GraphError when an upload fails.
	 */
	async uploadFiles({ body, mediaPath = '' }: OperationRequest): Promise<JsonObject | undefined> {
		if (body === undefined) return undefined;
		return (await this.replaced(body, mediaPath)) as JsonObject;
	}

	private async replaced(value: BodyValue, mediaPath: string): Promise<JsonValue> {
		if (value instanceof BinaryFile) return await this.upload(value, mediaPath);
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) {
			const entries: JsonValue[] = [];
			for (const entry of value) entries.push(await this.replaced(entry, mediaPath));
			return entries;
		}
		const object: JsonObject = {};
		for (const [key, entry] of Object.entries(value)) {
			if (entry !== undefined) object[key] = await this.replaced(entry, mediaPath);
		}
		return object;
	}

	private async upload(file: BinaryFile, mediaPath: string): Promise<string> {
		await checkedSize(file, this.helpers);
		const key = `${mediaPath} ${file.mimeType} ${await this.digest(file.data)}`;
		const known = this.ids.get(key);
		if (known) return await known;
		const id = this.post(file, mediaPath);
		this.ids.set(key, id);
		// A failed upload is tried again for the next item.
		id.catch(() => this.ids.delete(key));
		return await id;
	}

	private async post(file: BinaryFile, mediaPath: string): Promise<string> {
		const { body } = await this.send(mediaUpload(mediaPath, await openFile(file, this.helpers)));
		return String(body.id);
	}

	// Two items may hold the same file under two IDs, so only the content tells.
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

/**
 * The request that uploads a file as media of a phone number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#upload-media
 * @param path e.g. `/106540352242922/media`.
 */
export function mediaUpload<File extends BinaryFile | FileStream>(path: string, file: File) {
	return {
		method: 'POST',
		path,
		repeatable: true,
		form: { messaging_product: 'whatsapp', type: file.mimeType, file },
	} as const;
}
