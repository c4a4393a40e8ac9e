import { Readable } from 'node:stream';

import type { IBinaryData } from 'n8n-workflow';

import { BinaryFile } from '../../nodes/WhatsAppBusiness/files/binaryFile';
import { detectMimeType, isAnimatedWebp, nameForType } from '../../nodes/shared/fileTypes';
import { openFile, openUrlFile } from '../../nodes/WhatsAppBusiness/files/openFile';
import type { BinaryHelpers } from '../../nodes/WhatsAppBusiness/files/openFile';
import { peek } from '../../nodes/WhatsAppBusiness/files/peek';
import { mediaRules } from '../../nodes/shared/mediaRules';
import type { MediaKind } from '../../nodes/shared/mediaRules';
import { UrlFile } from '../../nodes/WhatsAppBusiness/files/urlFile';
import { withExtension } from '../../nodes/shared/storeFile';
import { fileContent, files } from '../support/files';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const oldOffice = latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0');
const webp = (flags: number, bytes: number) => {
	const head = latin1(`RIFF\0\0\0\0WEBPVP8X\n\0\0\0${String.fromCharCode(flags)}\0\0\0`);
	return Buffer.concat([head, Buffer.alloc(bytes - head.length)]);
};
const zipEntry = (name: string) => latin1(`PK\x03\x04\x14\0\x06\0[Content_Types].xml\0\x9c${name}`);
const ooxml = 'application/vnd.openxmlformats-officedocument';

describe('detectMimeType', () => {
	const cases: Array<[string | undefined, Buffer, string?]> = [
		['image/png', fileContent(files.png)],
		['image/jpeg', fileContent(files.jpeg)],
		['image/webp', fileContent(files.webp)],
		['video/mp4', fileContent(files.mp4)],
		['video/3gpp', latin1('\0\0\0\x14ftyp3gp4\0\0\0\0')],
		['audio/mp4', latin1('\0\0\0\x1cftypM4A \0\0\0\0')],
		['audio/ogg', fileContent(files.ogg)],
		['audio/amr', latin1('#!AMR\n\x3c')],
		['audio/aac', latin1('\xff\xf1\x50\x80')],
		['audio/mpeg', latin1('\xff\xfb\x90\x64')],
		['audio/mpeg', latin1('ID3\x04\0')],
		['application/pdf', fileContent(files.pdf)],
		[`${ooxml}.wordprocessingml.document`, zipEntry('word/document.xml')],
		[`${ooxml}.spreadsheetml.sheet`, zipEntry('xl/workbook.xml')],
		[`${ooxml}.presentationml.presentation`, zipEntry('ppt/presentation.xml')],
		['application/msword', oldOffice, 'Letter.DOC'],
		['application/vnd.ms-excel', oldOffice, 'a.xls'],
		['application/vnd.ms-powerpoint', oldOffice, 'a.ppt'],
		['text/plain', Buffer.from('Grüße,\r\n\tAda')],
		[undefined, oldOffice, 'a.msi'],
		[undefined, zipEntry('META-INF/MANIFEST.MF')],
		['video/quicktime', latin1('\0\0\0\x14ftypqt  \0\0')],
		['image/gif', latin1('GIF89a\x01\0')],
		['image/heic', latin1('\0\0\0\x18ftypheic')],
		['audio/wav', latin1('RIFF\x24\0\0\0WAVEfmt ')],
		['audio/flac', latin1('fLaC\0')],
		['audio/vorbis', latin1(`OggS${'\0'.repeat(24)}\x01vorbis`)],
		['video/webm', fileContent(files.webm)],
		[undefined, Buffer.alloc(0)],
	];
	it.each(cases.map(([mimeType, head, fileName = '']) => [mimeType, head, fileName] as const))(
		'is %s',
		(mimeType, head, fileName) => {
			expect(detectMimeType(head, fileName)).toBe(mimeType);
		},
	);

	it('distinguishes an animated WebP from a static one', () => {
		expect(isAnimatedWebp(webp(0b10, 64))).toBe(true);
		expect(isAnimatedWebp(webp(0b10000, 64))).toBe(false);
		expect(isAnimatedWebp(fileContent(files.webp))).toBe(false);
	});
});

// n8n's filesystem mode: content under an ID, handed out as a stream.
function stored(content: Buffer, mimeType: string, fileName?: string) {
	const data: IBinaryData = { id: 'filesystem:1', data: 'filesystem', mimeType, fileName };
	const opened: Readable[] = [];
	const helpers = {
		getBinaryMetadata: () => Promise.resolve({ fileSize: content.length }),
		getBinaryStream: () => {
			const stream = Readable.from([content.subarray(0, 3), content.subarray(3)]);
			opened.push(stream);
			return Promise.resolve(stream);
		},
	} as unknown as BinaryHelpers;
	return { data, helpers, opened };
}

const binaryFile = (kind: MediaKind, data: IBinaryData) =>
	new BinaryFile('data', 'File', data, mediaRules[kind]);

async function read(content: Readable | Buffer): Promise<Buffer> {
	return Buffer.isBuffer(content) ? content : Buffer.concat(await content.toArray());
}

describe.each(['', 'application/octet-stream'])('a binary file of the type "%s"', (mimeType) => {
	it.each(['memory', 'filesystem'])('is sent as what its content is (%s)', async (mode) => {
		const content = fileContent(files.png);
		const { data, helpers, opened } = stored(content, mimeType);
		const inMemory = { data: files.png.data, mimeType };
		const file = binaryFile('image', mode === 'memory' ? inMemory : data);
		const sent = await openFile(file, helpers);
		expect(sent).toMatchObject({
			mimeType: 'image/png',
			fileName: 'file.png',
			size: content.length,
		});
		expect(await read(sent.content)).toEqual(content);
		expect(opened.every(({ destroyed }) => destroyed)).toBe(true);
	});

	it('is a .docx even when the first entry of its ZIP is larger than 4 kB', async () => {
		const document = Buffer.concat([
			latin1('PK\x03\x04\x14\0\0\0[Content_Types].xml'),
			Buffer.alloc(20_000),
			latin1('PK\x03\x04\x14\0\0\0word/document.xml'),
			Buffer.alloc(100_000),
		]);
		const { data, helpers } = stored(document, mimeType);
		const sent = await openFile(binaryFile('document', data), helpers);
		expect(sent.mimeType).toBe(`${ooxml}.wordprocessingml.document`);
	});

	it('is refused when it is empty', async () => {
		const { data, helpers } = stored(Buffer.alloc(0), mimeType);
		await expect(openFile(binaryFile('image', data), helpers)).rejects.toThrow(
			"'File' contains an empty file",
		);
	});

	it('is refused when its content is of another kind', async () => {
		const { data, helpers } = stored(fileContent(files.pdf), mimeType);
		await expect(openFile(binaryFile('image', data), helpers)).rejects.toThrow(
			"'File' contains a file of the type application/pdf",
		);
	});

	it('is refused when WhatsApp does not accept its content', async () => {
		const { data, helpers } = stored(Buffer.from([0, 1, 2, 3]), mimeType);
		await expect(openFile(binaryFile('image', data), helpers)).rejects.toThrow(
			"'File' contains a file of the type unknown",
		);
	});
});

describe('a sticker', () => {
	const kilobyte = 1024;
	it.each([
		['static', 0, 100, 'a sticker that does not move.'],
		['animated', 0b10, 500, 'a sticker.'],
	])('that is %s has a separate limit', async (_name, flags, limit, what) => {
		const open = (bytes: number) => {
			const { data, helpers } = stored(webp(flags, bytes), 'image/webp');
			return openFile(binaryFile('sticker', data), helpers);
		};
		await expect(open(limit * kilobyte)).resolves.toMatchObject({ size: limit * kilobyte });
		await expect(open(limit * kilobyte + 1)).rejects.toMatchObject({
			message: `'File' contains a file of ${limit + 1} KB`,
			todo: expect.stringContaining(`at most ${limit} KB for ${what}`),
		});
	});
});

describe('a file at a URL', () => {
	const open = (content: Buffer[], about: { mimeType?: string; size?: number } = {}) => {
		const body = Readable.from(content);
		const file = new UrlFile('https://example.com/a', 'URL', [mediaRules.image]);
		const opened = openUrlFile(file, () => Promise.resolve({ content: body, ...about }));
		return { body, opened };
	};
	const png = fileContent(files.png);

	it.each([undefined, 'application/octet-stream', 'binary/octet-stream', 'image/png'])(
		'is known by its content when the server says %s',
		async (mimeType) => {
			const { opened } = open([png], { mimeType, size: png.length });
			const file = await opened;
			expect(file).toMatchObject({ mimeType: 'image/png', size: png.length });
			expect(await read(file.content)).toEqual(png);
		},
	);

	it.each<[string, Buffer[], { mimeType?: string; size?: number }, string]>([
		['of another type', [png], { mimeType: 'text/html' }, 'leads to a file of the type text/html'],
		['that is empty', [], {}, 'leads to an empty file'],
		['that is too large', [png], { size: 6 * 1024 * 1024 }, 'leads to a file of 6 MB'],
	])('%s is refused, and its body is destroyed', async (_name, content, about, message) => {
		const { body, opened } = open(content, about);
		await expect(opened).rejects.toThrow(`'URL' ${message}`);
		expect(body.destroyed).toBe(true);
	});

	it('may be as large as the limit, even if the server does not announce its size', async () => {
		const largest = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024 - png.length)]);
		const { content } = await open([largest]).opened;
		expect((await read(content)).length).toBe(largest.length);
	});

	it('stops while reading a file that is too large', async () => {
		const megabyte = Buffer.alloc(1024 * 1024);
		const { body, opened } = open([png, ...Array.from({ length: 6 }, () => megabyte)]);
		const { content, size } = await opened;
		expect(size).toBeUndefined();
		await expect(read(content)).rejects.toThrow("'URL' leads to a file of more than 5 MB");
		expect(body.destroyed).toBe(true);
	});
});

describe('peek', () => {
	it('reads no more than needed and loses nothing', async () => {
		let produced = 0;
		const source = Readable.from(
			(function* () {
				for (; produced < 100; produced++) yield Buffer.alloc(1000, produced);
			})(),
			{ highWaterMark: 1 },
		);
		const { head, content } = await peek(source, 1500);
		expect(head.length).toBe(1500);
		expect(produced).toBeLessThan(10);
		const all = await read(content);
		expect(all.length).toBe(100_000);
		expect([all[0], all[1000], all[99_999]]).toEqual([0, 1, 99]);
	});

	it('destroys the source when the content is not read', async () => {
		const source = Readable.from([Buffer.from('abc'), Buffer.from('def')]);
		const { content } = await peek(source, 2);
		content.destroy();
		await new Promise((resolve) => source.once('close', resolve));
		expect(source.destroyed).toBe(true);
	});
});

describe('nameForType', () => {
	it.each([
		// The name, the type, and the name with the right extension.
		['1003383421387256', 'audio/ogg', '1003383421387256.ogg'],
		['voice.oga', 'audio/ogg', 'voice.ogg'],
		['PTT-20260904.OPUS', 'audio/ogg', 'PTT-20260904.ogg'],
		['voice.mp4', 'audio/ogg', 'voice.ogg'],
		['voice.ogg', 'audio/ogg', 'voice.ogg'],
		['PHOTO.JPG', 'image/jpeg', 'PHOTO.JPG'],
		['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
		['photo.jfif', 'image/jpeg', 'photo.jfif.jpg'],
		['Bill 2026.12', 'application/pdf', 'Bill 2026.12.pdf'],
		['bill.txt', 'application/pdf', 'bill.pdf'],
		['pdf', 'application/pdf', 'pdf.pdf'],
		['.pdf', 'application/pdf', '.pdf.pdf'],
		['notes.md', 'text/plain', 'notes.md'],
		['data.csv', 'text/plain', 'data.csv'],
		['Notes 1.2', 'text/plain', 'Notes 1.2.txt'],
		['data.csv', 'text/csv', 'data.csv'],
		['model', 'model/stl', 'model'],
		['x', undefined, 'x'],
		['x'.repeat(255), 'image/png', `${'x'.repeat(251)}.png`],
	])('%s of the type %s', (name, mimeType, expected) => {
		expect(nameForType(name, mimeType)).toBe(expected);
	});
});

describe('withExtension', () => {
	const stored = { data: '', mimeType: 'text/csv' };
	it.each([
		[{ fileName: '4711', fileExtension: 'csv' }, '4711.csv'],
		[{ fileName: 'a.b', fileExtension: 'b' }, 'a.b'],
		[{ fileName: '4711' }, '4711'],
	])('%j', (file, fileName) => {
		expect(withExtension({ ...stored, ...file }).fileName).toBe(fileName);
	});
});
