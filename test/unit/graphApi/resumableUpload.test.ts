import { Readable } from 'node:stream';

import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import { sendToSession } from '../../../nodes/graphApi/resumableUpload';
import type { GraphRequest, JsonValue, Send } from '../../../nodes/graphApi/types';

const content = Buffer.from('0123456789');
const cut = new ApiError({ what: '', todo: '', outcome: 'notAccepted', retryable: true });

/** Uploads a file whose connection is cut once, after which Meta reports how much has arrived. */
async function resumed(stored: JsonValue | undefined, open: () => Readable | Buffer) {
	const posts: Array<Pick<NonNullable<GraphRequest['stream']>, 'size' | 'headers'>> = [];
	let arrived = '';
	const send: Send = async ({ method, stream }) => {
		if (method === 'GET') return { body: { id: 'upload:1', file_offset: stored } };
		if (stream) posts.push({ size: stream.size, headers: stream.headers });
		if (posts.length === 1) throw cut;
		arrived = Buffer.concat((await stream?.content.toArray()) ?? []).toString();
		return { body: { h: '4:handle' } };
	};
	const file = { fileName: 'a', mimeType: 'image/png', size: content.length };
	const handle = await sendToSession(
		'upload:1?sig=2',
		() => Promise.resolve({ ...file, content: open() }),
		{ send, retry: (attempt) => attempt().catch(() => attempt()) },
	);
	return { handle, arrived, last: posts.at(-1) };
}

describe('A resumable upload', () => {
	describe.each<[string, () => Readable | Buffer]>([
		['in memory', () => content],
		['on disk', () => Readable.from([content.subarray(0, 3), content.subarray(3)])],
	])('of a file %s', (_where, open) => {
		it.each<[JsonValue | undefined, string]>([
			[0, '0123456789'],
			[2, '23456789'],
			['7', '789'],
			[undefined, '0123456789'],
			['x', '0123456789'],
			[10, ''],
			[11, ''],
		])('continues after %j bytes have arrived', async (stored, rest) => {
			expect(await resumed(stored, open)).toEqual({
				handle: '4:handle',
				arrived: rest,
				last: {
					size: rest.length,
					headers: { 'content-type': 'image/png', file_offset: String(10 - rest.length) },
				},
			});
		});
	});

	it.each([{ handle: 'x' }, undefined, ''])(
		'rejects the handle %j, which is not a text',
		async (h) => {
			const file = { fileName: 'a', mimeType: 'image/png', size: content.length, content };
			const send: Send = () => Promise.resolve({ body: { h } });
			const sent = sendToSession('upload:1', () => Promise.resolve(file), {
				send,
				retry: (attempt) => attempt(),
			});
			await expect(sent).rejects.toBeInstanceOf(ApiError);
		},
	);
});
