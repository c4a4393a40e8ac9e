import type { BinaryFile } from './binaryFile';

/**
 * Stands in a request body where the handle of a file goes that was uploaded to the app: of a profile
 * picture or of the sample in a template's header. The file is uploaded just before the request is sent.
 */
export class FileHandle {
	constructor(
		readonly file: BinaryFile,
		/** The app to upload to. */
		readonly appId: string,
	) {}

	/** What is printed in its place. */
	toJSON(): string {
		return this.file.describe('handle');
	}
}
