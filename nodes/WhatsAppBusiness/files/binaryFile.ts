import type { IBinaryData } from 'n8n-workflow';

import type { MediaRule } from '../../shared/mediaRules';
import { UploadFile } from './uploadFile';

/** A file of an item's binary data. */
export class BinaryFile extends UploadFile {
	/**
	 * @param property the name of the item's binary data.
	 * @param field the field that named it, as the editor shows it.
	 * @param rules what it may be: one kind of media, or several.
	 * @throws InputError when the file is of another type.
	 */
	constructor(
		readonly property: string,
		field: string,
		readonly data: IBinaryData,
		rules: MediaRule | readonly MediaRule[],
	) {
		super(field, [rules].flat(), data.mimeType);
	}

	override get size(): number | undefined {
		const { id, data } = this.data;
		return id === undefined ? Buffer.byteLength(data, 'base64') : undefined;
	}

	protected get verb(): string {
		return 'contains';
	}

	toJSON(): string {
		return `<ID of the uploaded binary '${this.property}'>`;
	}

	describe(fact: string): string {
		return `<${fact} of the binary '${this.property}'>`;
	}
}
