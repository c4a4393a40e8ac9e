import type { FilePart } from '../../graphApi/types';
import type { UploadFile } from './uploadFile';

/** Stands in a request where something about a file goes that is known only once the file is open. */
export class FileFact {
	constructor(
		readonly file: UploadFile,
		private readonly fact: 'mimeType' | 'size',
	) {}

	/** The fact, of the opened file. */
	of(opened: Pick<FilePart, 'mimeType' | 'size'>): string | number | undefined {
		return opened[this.fact];
	}

	/** What is printed in its place. */
	toJSON(): string | number {
		return this.file[this.fact] ?? this.file.describe(this.fact === 'size' ? 'size' : 'MIME type');
	}
}
