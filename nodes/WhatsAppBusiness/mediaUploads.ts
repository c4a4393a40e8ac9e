import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { JsonObject, JsonValue, Send } from '../graphApi/types';
import { BinaryFile } from './binaryFile';
import type { BodyValue, OperationRequest } from './operation';

type BinaryHelpers = Pick<IExecuteFunctions['helpers'], 'getBinaryStream' | 'getBinaryMetadata'>;

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
		const size = await this.size(file.data);
		file.checkSize(size);
		const key = `${mediaPath} ${file.mimeType} ${await this.digest(file.data)}`;
		const known = this.ids.get(key);
		if (known) return await known;
		const id = this.post(file, size, mediaPath);
		this.ids.set(key, id);
		// A failed upload is tried again for the next item.
		id.catch(() => this.ids.delete(key));
		return await id;
	}

	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#upload-media */
	private async post(file: BinaryFile, size: number, mediaPath: string): Promise<string> {
		const { body } = await this.send({
			method: 'POST',
			path: mediaPath,
			repeatable: true,
			form: {
				messaging_product: 'whatsapp',
				type: file.mimeType,
				file: {
					fileName: file.data.fileName ?? 'file',
					mimeType: file.mimeType,
					size,
					content: await this.content(file.data),
				},
			},
		});
		return String(body.id);
	}

	private async size({ id, data }: IBinaryData): Promise<number> {
		return id
			? (await this.helpers.getBinaryMetadata(id)).fileSize
			: Buffer.byteLength(data, 'base64');
	}

	private async content({ id, data }: IBinaryData): Promise<Readable | Buffer> {
		return id ? await this.helpers.getBinaryStream(id) : Buffer.from(data, 'base64');
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
		const content = await this.content(data);
		if (Buffer.isBuffer(content)) return hash.update(content).digest('hex');
		for await (const chunk of content) hash.update(chunk as Buffer);
		return hash.digest('hex');
	}
}
