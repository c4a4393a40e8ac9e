import type { IBinaryData } from 'n8n-workflow';

import { BinaryFile } from '../../../nodes/WhatsAppBusiness/files/binaryFile';
import { MediaId } from '../../../nodes/WhatsAppBusiness/files/placeholders';
import { InputError } from '../../../nodes/shared/inputError';
import { Parameters } from '../../../nodes/WhatsAppBusiness/parameters/parameters';
import { mediaFields, readMedia } from '../../../nodes/WhatsAppBusiness/fields/media';
import { mediaRules } from '../../../nodes/shared/mediaRules';
import type { MediaKind } from '../../../nodes/shared/mediaRules';
import { files } from '../../support/files';

const field = 'Input Binary Field';
const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

function binaryFile(kind: MediaKind, data: IBinaryData): BinaryFile {
	return new BinaryFile('data', field, data, mediaRules[kind]);
}

function ofType(mimeType: string): IBinaryData {
	return { ...files.pdf, mimeType };
}

function media(kind: MediaKind, values: Record<string, unknown>, binary?: IBinaryData) {
	return readMedia(
		new Parameters(mediaFields(), {
			value: (name) => values[name],
			binary: (name) => (name === 'data' ? binary : undefined),
			timezone: 'UTC',
		}),
		kind,
	);
}

describe('the type of a file', () => {
	it.each<[MediaKind, IBinaryData]>([
		['image', files.png],
		['image', files.jpeg],
		['video', files.mp4],
		['audio', files.ogg],
		['document', files.pdf],
		['sticker', files.webp],
		['image', ofType('IMAGE/PNG')],
		['document', ofType(' text/plain ; charset=utf-8')],
		// Not known before the file is read.
		['image', ofType('')],
		['image', ofType('application/octet-stream')],
	])('is accepted as %s: $mimeType', (kind, data) => {
		expect(binaryFile(kind, data).data).toBe(data);
	});

	it.each<[MediaKind, string]>([
		['image', 'image/webp'],
		['image', 'image/gif'],
		['video', 'video/quicktime'],
		['audio', 'audio/wav'],
		['document', 'application/zip'],
		['sticker', 'image/png'],
	])('is refused as %s: %s', (kind, mimeType) => {
		expect(() => binaryFile(kind, ofType(mimeType))).toThrow(
			`'${field}' contains a file of the type ${mimeType}`,
		);
	});

	it('is refused with a list of the types that can be sent', () => {
		const refused = () => binaryFile('video', ofType('video/quicktime'));
		expect(refused).toThrow(InputError);
		expect(todoOf(refused)).toContain('for a video: .mp4, .3gp.');
	});

	it.each<[MediaKind, string, string]>([
		[
			'document',
			'text/csv',
			"Send the data as a spreadsheet or as a text file: n8n's 'Convert to File' makes an .xlsx or a .txt of it. WhatsApp takes these files for a document: .txt, .pdf, .doc, .docx, .xls, .xlsx, .ppt, .pptx.",
		],
		[
			'image',
			'application/pdf',
			'WhatsApp takes it as a document: send it as one, or convert it first. WhatsApp takes these files for an image: .jpg, .png.',
		],
		['image', 'image/webp', 'WhatsApp takes it as a sticker: send it as one, or convert it first.'],
		['profilePicture', 'application/pdf', 'WhatsApp takes these files for a profile picture:'],
		['video', 'video/quicktime', 'Convert it to MP4'],
	])('is refused as %s with what to do instead: %s', (kind, mimeType, todo) => {
		expect(todoOf(() => binaryFile(kind, ofType(mimeType)))).toContain(todo);
	});
});

describe('the size of a file', () => {
	it.each<[MediaKind, IBinaryData, number, RegExp]>([
		['image', files.png, 5 * megabyte, /contains a file of 5\.1 MB/],
		['video', files.mp4, 16 * megabyte, /contains a file of 16\.1 MB/],
		['audio', files.ogg, 16 * megabyte, /contains a file of 16\.1 MB/],
		['document', files.pdf, 100 * megabyte, /contains a file of 100\.1 MB/],
		['sticker', files.webp, 500 * kilobyte, /contains a file of 501 KB/],
	])('of %s may reach the limit but not exceed it', (kind, data, limit, message) => {
		const file = binaryFile(kind, data);
		expect(() => file.checkSize(1)).not.toThrow();
		expect(() => file.checkSize(limit)).not.toThrow();
		expect(() => file.checkSize(limit + 1)).toThrow(message);
	});

	it('cannot be zero', () => {
		expect(() => binaryFile('image', files.png).checkSize(0)).toThrow(/contains an empty file/);
	});
});

describe('readMedia', () => {
	it('returns the file instead of its ID', () => {
		const read = media('image', { mediaSource: 'binary', binaryPropertyName: 'data' }, files.png);
		expect(read).toEqual({ id: expect.any(MediaId) as MediaId });
		expect(JSON.stringify(read)).toBe(`{"id":"<ID of the uploaded binary 'data'>"}`);
	});

	it('takes a URL and trims it', () => {
		expect(media('image', { mediaSource: 'url', mediaUrl: ' HTTPS://example.com/a.png ' })).toEqual(
			{ link: 'HTTPS://example.com/a.png' },
		);
	});

	it('takes an ID, also as a number', () => {
		expect(media('image', { mediaSource: 'id', mediaId: 1037543291543636 })).toEqual({
			id: '1037543291543636',
		});
	});

	it.each([
		['no file', { mediaSource: 'binary', binaryPropertyName: 'data' }, /has no binary data/],
		['no name', { mediaSource: 'binary', binaryPropertyName: '' }, /'Input Binary Field' is empty/],
		['no URL', { mediaSource: 'url', mediaUrl: '' }, /'Media URL' is empty/],
		['half a URL', { mediaSource: 'url', mediaUrl: 'https://' }, /'Media URL' is not a valid URL/],
		['a data URL', { mediaSource: 'url', mediaUrl: 'data:,a' }, /'Media URL' is not a valid URL/],
		['no ID', { mediaSource: 'id', mediaId: '' }, /'Media ID' is empty/],
		['another source', { mediaSource: 'disk' }, /'Media Source' has a value that does not exist/],
	])('refuses %s', (_name, values, message) => {
		expect(() => media('image', values)).toThrow(message);
	});
});

function todoOf(call: () => unknown): string {
	try {
		call();
	} catch (error) {
		if (error instanceof InputError) return error.todo;
	}
	return '';
}
