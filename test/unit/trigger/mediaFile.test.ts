import { buffer } from 'node:stream/consumers';

import type { IBinaryData } from 'n8n-workflow';

import { graphApi } from '../../../nodes/graphApi/graphApi';
import { defaultSendingRules } from '../../../nodes/graphApi/sendingRules';
import { mediaFile } from '../../../nodes/WhatsAppBusinessTrigger/emit/mediaFile';
import { credentialFor } from '../../support/credential';
import { respondJson, startServer } from '../../support/server';
import type { TestServer } from '../../support/server';

const media = {
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
		// Without a Content-Length.
		for (let index = 0; index < chunks; index++) response.write(Buffer.alloc(megabyte / 4, 1));
		response.end();
	});
	fileInfo = { url: `${server.url}/file`, file_size: 10 };
	chunks = 2;
});
afterEach(() => server.stop());

async function download() {
	const stored: Array<{ size: number; mimeType?: string }> = [];
	const result = await mediaFile(
		media,
		graphApi(credentialFor(server.url), { rules: defaultSendingRules }),
		megabyte,
		async (content, _name, mimeType) => {
			stored.push({ size: (await buffer(content)).length, mimeType });
			return { data: '', mimeType: mimeType ?? '' } satisfies IBinaryData;
		},
	);
	return { result, stored };
}

describe('mediaFile', () => {
	it('stores a file of unknown size', async () => {
		const { result, stored } = await download();
		expect(result).toHaveProperty('file');
		expect(stored).toEqual([{ size: megabyte / 2, mimeType: 'audio/ogg' }]);
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
