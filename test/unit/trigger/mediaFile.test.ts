import { buffer } from 'node:stream/consumers';

import type { IBinaryData } from 'n8n-workflow';

import { graphApi } from '../../../nodes/graphApi/graphApi';
import { defaultSendingRules } from '../../../nodes/graphApi/sendingRules';
import type { Media } from '../../../nodes/shared/items/messageContent';
import { mediaFile } from '../../../nodes/WhatsAppBusinessTrigger/emit/mediaFile';
import { credentialFor } from '../../support/credential';
import { respondJson, startServer } from '../../support/server';
import type { TestServer } from '../../support/server';

const media: Media = {
	id: '1003383421387256',
	mimeType: 'audio/ogg; codecs=opus',
	sha256: null,
	fileName: null,
	url: null,
	voice: true,
	animated: false,
	error: null,
};
const megabyte = 1024 * 1024;
let server: TestServer;
let fileInfo: object;
let chunks: number;
/** Of the media host. */
let contentType: string;
/** Responses of a gateway before the real ones. */
let broken: number;

beforeEach(async () => {
	broken = 0;
	server = await startServer(({ url }, response) => {
		if (broken > 0) {
			broken--;
			response.writeHead(502).end('<html>');
			return;
		}
		if (!url.startsWith('/file')) {
			respondJson(response, 200, fileInfo);
			return;
		}
		response.setHeader('content-type', contentType);
		// Without a Content-Length.
		for (let index = 0; index < chunks; index++) response.write(Buffer.alloc(megabyte / 4, 1));
		response.end();
	});
	fileInfo = { url: `${server.url}/file`, file_size: 10 };
	chunks = 2;
	contentType = 'application/octet-stream';
});
afterEach(() => server.stop());

async function download(of: Media = media) {
	const stored: Array<{ size: number; name?: string; mimeType?: string }> = [];
	const result = await mediaFile(
		of,
		null,
		graphApi(credentialFor(server.url), { rules: defaultSendingRules }),
		megabyte,
		async (content, name, mimeType) => {
			stored.push({ size: (await buffer(content)).length, name, mimeType });
			return { data: '', mimeType: mimeType ?? '' } satisfies IBinaryData;
		},
	);
	return { result, stored };
}

describe('mediaFile', () => {
	it('stores a file of unknown size', async () => {
		const { result, stored } = await download();
		expect(result).toHaveProperty('file');
		expect(stored).toEqual([
			{ size: megabyte / 2, name: '1003383421387256.ogg', mimeType: 'audio/ogg' },
		]);
	});

	// n8n offers no download of a file without a name, and OpenAI tells the format from the name.
	it.each([
		['a voice message', {}, '1003383421387256.ogg'],
		['a voice message with another label', { mimeType: 'audio/opus' }, '1003383421387256.ogg'],
		['an image', { mimeType: 'image/jpeg' }, '1003383421387256.jpg'],
		['a video', { mimeType: 'video/mp4' }, '1003383421387256.mp4'],
		['a sticker', { mimeType: 'image/webp' }, '1003383421387256.webp'],
		['a file of another type', { mimeType: 'model/stl' }, '1003383421387256'],
		[
			'a document',
			{ mimeType: 'application/pdf', fileName: 'order-abc123.pdf' },
			'order-abc123.pdf',
		],
		[
			'a document whose name comes with a folder and hidden characters',
			{ mimeType: 'application/pdf', fileName: '../../bill\u202e' },
			'bill.pdf',
		],
		[
			'a document without a name that is left',
			{ mimeType: 'text/plain', fileName: ' ..' },
			'1003383421387256.txt',
		],
		['a song that was sent as a document', { fileName: 'song.oga' }, 'song.ogg'],
	])('gives %s a file name', async (_, parts, name) => {
		const { stored } = await download({ ...media, ...parts });
		expect(stored).toEqual([expect.objectContaining({ name })]);
	});

	it('names a file by what its host says where the message does not', async () => {
		contentType = 'audio/opus';
		const { stored } = await download({ ...media, mimeType: null });
		expect(stored).toEqual([
			{ size: megabyte / 2, name: '1003383421387256.ogg', mimeType: 'audio/ogg' },
		]);
	});

	it('retries after a temporary failure', async () => {
		broken = 2;
		const { result, stored } = await download();
		expect(result).toHaveProperty('file');
		expect(stored).toHaveLength(1);
	});

	it.each<[string, () => void, RegExp]>([
		['is larger than announced', () => (chunks = 5), /larger than 'Maximum File Size' \(1 MB\)/],
		[
			'is announced as too large',
			() => (fileInfo = { ...fileInfo, file_size: megabyte + 1 }),
			/1 MB/,
		],
		['has no URL', () => (fileInfo = {}), /did not return a URL/],
		['has an invalid URL', () => (fileInfo = { url: 'nowhere' }), /./],
	])('stores nothing of a file that %s and returns the reason', async (_, prepare, reason) => {
		prepare();
		const { result, stored } = await download();
		expect(result).toEqual({ error: expect.stringMatching(reason) });
		expect(stored).toEqual([]);
	});
});
