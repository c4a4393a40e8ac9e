import type { Download } from '../../graphApi/download';
import type { Path } from '../../graphApi/path';
import type { FilePart } from '../../graphApi/types';
import { Placeholder } from '../placeholder';
import { BinaryFile } from './binaryFile';
import type { MediaUploads } from './mediaUploads';
import { inspectFile, openFile, openUrlFile } from './openFile';
import type { BinaryHelpers } from './openFile';
import type { UploadFile } from './uploadFile';
import type { UrlFile } from './urlFile';

/** Values for the placeholders of one request. */
export interface FileTools {
	helpers: BinaryHelpers;
	uploads: MediaUploads;
	download: Download;
	/** Where media is uploaded, e.g. `/106540352242922/media`. */
	mediaPath?: Path;
	/** Files that this request has opened. */
	opened: Map<UploadFile, Promise<FilePart>>;
}

/** The media ID of a file, which is uploaded just before the request is sent. */
export class MediaId extends Placeholder<FileTools, string> {
	constructor(readonly file: BinaryFile) {
		super();
	}

	async resolve({ uploads, mediaPath }: FileTools): Promise<string> {
		if (mediaPath === undefined)
			throw new Error('A request with media in its body needs a mediaPath');
		return await uploads.mediaId(this.file, mediaPath);
	}

	toJSON(): string {
		return this.file.toJSON();
	}
}

/**
 * The handle of a file, which is uploaded to the app just before the request is sent: of a profile picture or of the
 * sample in a template's header.
 */
export class FileHandle extends Placeholder<FileTools, string> {
	constructor(
		readonly file: BinaryFile,
		/** The app to upload to. */
		readonly appId: string,
		private readonly uploadedFor?: 'profilePicture',
	) {
		super();
	}

	async resolve({ uploads }: FileTools): Promise<string> {
		return await uploads.handle(this.file, this.appId, this.uploadedFor);
	}

	toJSON(): string {
		return this.file.describe('handle');
	}
}

/** A file in a form, opened when the request is sent. */
export class FileContent extends Placeholder<FileTools, FilePart> {
	constructor(private readonly file: BinaryFile | UrlFile) {
		super();
	}

	async resolve(tools: FileTools): Promise<FilePart> {
		return await openOnce(this.file, tools);
	}

	toJSON(): string {
		return this.file.toJSON();
	}
}

type Facts = Pick<FilePart, 'mimeType' | 'size'>;

/** The type or size of a file, known only when the file is read. */
export class FileFact<Fact extends keyof Facts> extends Placeholder<FileTools, Facts[Fact]> {
	constructor(
		private readonly file: BinaryFile | UrlFile,
		private readonly fact: Fact,
	) {
		super();
	}

	async resolve(tools: FileTools): Promise<Facts[Fact]> {
		const { file } = this;
		const facts: Facts =
			file instanceof BinaryFile
				? await inspectFile(file, tools.helpers)
				: await openOnce(file, tools);
		return facts[this.fact];
	}

	toJSON(): number | string {
		return this.file[this.fact] ?? this.file.describe(this.fact === 'size' ? 'size' : 'MIME type');
	}
}

/** A file on the web is fetched once per request, whether its content or its type is needed first. */
async function openOnce(
	file: BinaryFile | UrlFile,
	{ helpers, download, opened }: FileTools,
): Promise<FilePart> {
	const known = opened.get(file);
	if (known) return await known;
	const part = file instanceof BinaryFile ? openFile(file, helpers) : openUrlFile(file, download);
	opened.set(file, part);
	return await part;
}
