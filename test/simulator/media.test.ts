import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { business, type Simulator } from '../../simulator';
import { call, firstNumber, pablo, secondNumber, send, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());

const mediaPath = `/v26.0/${firstNumber.id}/media`;

function form(
	content: string | Buffer,
	type: string,
	fields: Record<string, string> = {},
	fileName = 'file.bin',
): FormData {
	const data = new FormData();
	const all = { messaging_product: 'whatsapp', type, ...fields };
	for (const [name, value] of Object.entries(all)) if (value) data.append(name, value);
	data.append('file', new Blob([new Uint8Array(Buffer.from(content))], { type }), fileName);
	return data;
}

/** A WebP with an extended header and the animation bit set. */
function animated(bytes: number): Buffer {
	const head = Buffer.from('RIFF\0\0\0\0WEBPVP8X\n\0\0\0\x02\0\0\0', 'latin1');
	return Buffer.concat([head, Buffer.alloc(bytes - head.length)]);
}

async function upload(content: string | Buffer, type: string): Promise<string> {
	return (await call<{ id: string }>(simulator, 'POST', mediaPath, form(content, type))).body.id;
}

async function download(url: string, token: string = business.accessToken): Promise<Response> {
	return fetch(url, { headers: { authorization: `Bearer ${token}` } });
}

describe('media of the simulator', () => {
	it('is uploaded, described, downloaded, sent and deleted', async () => {
		const content = 'a picture';
		const id = await upload(content, 'image/png');
		expect(id).toMatch(/^\d+$/);
		const described = await call<{ url: string }>(
			simulator,
			'GET',
			`/v26.0/${id}?phone_number_id=${firstNumber.id}`,
		);
		expect(described.body).toEqual({
			messaging_product: 'whatsapp',
			url: expect.stringContaining(`${simulator.url}/media-host/`),
			mime_type: 'image/png',
			sha256: createHash('sha256').update(content).digest('hex'),
			file_size: content.length,
			id,
		});
		const file = await download(described.body.url);
		expect(file.headers.get('content-type')).toBe('image/png');
		expect(await file.text()).toBe(content);
		expect((await download(described.body.url, 'wrong')).status).toBe(401);
		expect((await send(simulator, { type: 'image', image: { id } })).status).toBe(200);
		const { path } = simulator.state.media.get(id) ?? { path: '' };
		expect(existsSync(path)).toBe(true);
		expect((await call(simulator, 'DELETE', `/v26.0/${id}`)).body).toEqual({ success: true });
		expect(existsSync(path)).toBe(false);
		expect((await call(simulator, 'GET', `/v26.0/${id}`)).error.error_subcode).toBe(33);
		expect((await send(simulator, { type: 'image', image: { id } })).error.code).toBe(100);
		expect((await download(described.body.url)).status).toBe(404);
	});

	it.each([
		['59', 400],
		['60', 200],
		['43200', 200],
		['43201', 400],
		['an hour', 400],
	])('is kept for %s minutes, or refused', async (ttl_minutes, status) => {
		const body = form('a picture', 'image/png', { ttl_minutes });
		expect((await call(simulator, 'POST', mediaPath, body)).status).toBe(status);
	});

	it('has a URL that expires', async () => {
		const id = await upload('x', 'image/png');
		simulator.updateSettings({ mediaUrlLifetimeMs: 0 });
		const { body } = await call<{ url: string }>(simulator, 'GET', `/v26.0/${id}`);
		expect((await download(body.url)).status).toBe(404);
		simulator.updateSettings({ mediaUrlLifetimeMs: 300_000 });
		const { body: again } = await call<{ url: string }>(simulator, 'GET', `/v26.0/${id}`);
		expect((await download(again.url)).status).toBe(200);
	});

	it('is not found with the ID of another number', async () => {
		const id = await upload('x', 'image/png');
		const response = await call(
			simulator,
			'GET',
			`/v26.0/${id}?phone_number_id=${secondNumber.id}`,
		);
		expect(response.error).toMatchObject({ code: 100, error_subcode: 33 });
	});

	it.each<[string, () => unknown, number, string]>([
		[
			'no messaging_product',
			() => form('x', 'image/png', { messaging_product: '' }),
			100,
			'(#100) The parameter messaging_product is required.',
		],
		[
			'no type',
			() => form('x', 'image/png', { type: '' }),
			100,
			'(#100) The parameter type is required.',
		],
		[
			'JSON instead of a form',
			() => ({ messaging_product: 'whatsapp' }),
			100,
			'(#100) The parameter file is required.',
		],
		[
			'an unknown type',
			() => form('x', 'application/zip'),
			100,
			"Received file of type 'application/zip'",
		],
		[
			'an image over 5 MB',
			() => form(Buffer.alloc(5 * 1024 * 1024 + 1), 'image/jpeg'),
			131053,
			'5242880 bytes',
		],
		[
			'a static sticker over 100 kB',
			() => form(Buffer.alloc(100 * 1024 + 1), 'image/webp'),
			131053,
			'102400 bytes',
		],
		[
			'an animated sticker over 500 kB',
			() => form(animated(500 * 1024 + 1), 'image/webp'),
			131053,
			'512000 bytes',
		],
	])('rejects an upload with %s', async (_name, body, code, text) => {
		const before = simulator.state.media.size;
		const { status, error } = await call(simulator, 'POST', mediaPath, body());
		expect({ status, code: error.code }).toEqual({ status: 400, code });
		expect(`${error.message} ${error.error_data?.details}`).toContain(text);
		expect(simulator.state.media.size).toBe(before);
	});

	it('accepts an animated sticker of 500 kB', async () => {
		expect(await upload(animated(500 * 1024), 'image/webp')).toMatch(/^\d+$/);
	});

	it('fails by webhook if its type does not match the message (131053)', async () => {
		const id = await upload('x', 'image/webp');
		expect((await send(simulator, { type: 'image', image: { id } })).status).toBe(200);
		await simulator.settled();
		expect(simulator.messages({ to: pablo.waId }).at(-1)?.statuses).toMatchObject([
			{ status: 'failed', errors: [{ code: 131053 }] },
		]);
	});

	const opus = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')]);
	const vorbis = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('\x01vorbis')]);

	it.each([
		['an OGG file', opus, 'audio/ogg', 'voice.ogg', false],
		['an OGG file under the name of an MP4 file', opus, 'audio/ogg', 'voice.mp4', true],
		['an OGG file with the label of another', opus, 'audio/mpeg', 'voice.ogg', true],
		['an OGG file with another codec', vorbis, 'audio/ogg', 'voice.ogg', true],
		['an MP3 file under the name of an OGG file', Buffer.from('ID3'), 'audio/mpeg', 'a.ogg', true],
		['an MP3 file', Buffer.from('ID3'), 'audio/mpeg', 'a.mp3', false],
	])('tells %s by its name, too', async (_name, content, type, fileName, fails) => {
		const body = form(content, type, {}, fileName);
		const { id } = (await call<{ id: string }>(simulator, 'POST', mediaPath, body)).body;
		expect((await send(simulator, { type: 'audio', audio: { id } })).status).toBe(200);
		await simulator.settled();
		const [last] = simulator.messages({ to: pablo.waId }).slice(-1);
		const failed = last?.statuses.filter(({ status }) => status === 'failed') ?? [];
		expect(failed).toMatchObject(fails ? [{ errors: [{ code: 131053 }] }] : []);
	});
});
