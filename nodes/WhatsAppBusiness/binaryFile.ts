import type { IBinaryData } from 'n8n-workflow';

import { InputError } from './inputError';
import type { MediaRule } from './sharedFields/mediaRules';

/**
 * Stands in a request body where the ID of an uploaded file goes. The file is uploaded, and its ID put
 * in, just before the request is sent.
 */
export class BinaryFile {
	constructor(
		/** The name of the item's binary data. */
		readonly property: string,
		/** The field that named it, as the editor shows it. */
		readonly field: string,
		readonly data: IBinaryData,
		readonly rule: MediaRule,
	) {
		if (!rule.mimeTypes.includes(this.mimeType)) {
			throw new InputError(
				field,
				`holds a file of the type ${this.mimeType || 'unknown'}`,
				`WhatsApp takes these types for ${rule.what}: ${rule.mimeTypes.join(', ')}. Convert the file first.`,
			);
		}
	}

	/** Without parameters such as `; codecs=opus`. */
	get mimeType(): string {
		return (this.data.mimeType.split(';')[0] ?? '').trim().toLowerCase();
	}

	/** @throws InputError when the file has more bytes than WhatsApp takes, or none. */
	checkSize(bytes: number): void {
		if (bytes === 0) {
			throw new InputError(this.field, 'holds an empty file', 'Check the node that made the file.');
		}
		if (bytes > this.rule.maxBytes) {
			throw new InputError(
				this.field,
				`holds a file of ${megabytes(bytes)}`,
				`WhatsApp takes at most ${megabytes(this.rule.maxBytes)} for ${this.rule.what}. Make the file smaller.`,
			);
		}
	}

	/** What is printed in place of the ID before there is one. */
	toJSON(): string {
		return `<ID of the uploaded binary '${this.property}'>`;
	}
}

function megabytes(bytes: number): string {
	const kilobytes = bytes / 1024;
	return kilobytes < 1024
		? `${Math.ceil(kilobytes)} KB`
		: `${(Math.ceil((kilobytes / 1024) * 10) / 10).toString()} MB`;
}
