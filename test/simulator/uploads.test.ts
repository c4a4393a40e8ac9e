import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { business, type Simulator } from '../../simulator';
import { call, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());

const uploads = `/v26.0/${business.app.id}/uploads`;
const about = (changes: Record<string, string> = {}) =>
	`${uploads}?${new URLSearchParams({ file_length: '10', file_type: 'image/png', file_name: 'a.png', ...changes }).toString()}`;

async function newSession(length: number): Promise<string> {
	const path = about({ file_length: String(length) });
	return (await call<{ id: string }>(simulator, 'POST', path)).body.id;
}

async function session(
	id: string,
	content?: Buffer,
	headers: Record<string, string> = { file_offset: '0' },
) {
	const response = await fetch(`${simulator.url}/v26.0/${id}`, {
		method: content ? 'POST' : 'GET',
		headers: {
			authorization: `OAuth ${business.accessToken}`,
			...(content && { 'content-type': 'image/png' }),
			...headers,
		},
		body: content && new Uint8Array(content),
	});
	return {
		status: response.status,
		body: (await response.json()) as {
			h?: string;
			id?: string;
			file_offset?: number;
			error?: { message: string; code: number };
		},
	};
}

describe('uploads to the app of the simulator', () => {
	it('return the handle of a complete file', async () => {
		const content = randomBytes(1000);
		const id = await newSession(content.length);
		expect(id).toMatch(/^upload:[\w=]+\?sig=ARZ[\w-]+$/);
		expect((await session(id)).body).toEqual({ id, file_offset: 0 });
		const { body } = await session(id, content);
		expect(body).toEqual({ h: expect.stringMatching(/^4:YS5wbmc=:aW1hZ2UvcG5n:AR/) as string });
		expect(simulator.state.uploadedFiles.get(body.h ?? '')).toEqual({
			mimeType: 'image/png',
			size: content.length,
			sha256: createHash('sha256').update(content).digest('hex'),
		});
	});

	it('resume after the connection was cut', async () => {
		const content = randomBytes(100_000);
		const id = await newSession(content.length);
		const cut = httpRequest(`${simulator.url}/v26.0/${id}`, {
			method: 'POST',
			headers: {
				authorization: `OAuth ${business.accessToken}`,
				'content-type': 'image/png',
				'content-length': content.length,
				file_offset: '0',
			},
		});
		cut.on('error', () => undefined);
		cut.write(content.subarray(0, 40_000));
		let stored = 0;
		while (stored < 40_000) stored = (await session(id)).body.file_offset ?? 0;
		const closed = new Promise((resolve) => cut.once('close', resolve));
		cut.destroy();
		await closed;
		expect(stored).toBe(40_000);
		const wrong = await session(id, content, { file_offset: '0' });
		expect(wrong.body.error?.message).toContain('file_offset must be 40000');
		const { body } = await session(id, content.subarray(40_000), { file_offset: '40000' });
		expect(simulator.state.uploadedFiles.get(body.h ?? '')?.sha256).toBe(
			createHash('sha256').update(content).digest('hex'),
		);
	});

	it.each<[string, string, string]>([
		[
			'no length',
			`${uploads}?file_type=image/png`,
			'(#100) The parameter file_length is required.',
		],
		['a length of 0', about({ file_length: '0' }), 'Param file_length'],
		['no type', `${uploads}?file_length=1`, '(#100) The parameter file_type is required.'],
		['an unsupported type', about({ file_type: 'image/webp' }), 'Param file_type must be one of'],
	])('cannot start with %s', async (_name, path, text) => {
		const { status, error } = await call(simulator, 'POST', path);
		expect({ status, code: error.code }).toEqual({ status: 400, code: 100 });
		expect(error.message).toContain(text);
	});

	it('reject a wrong signature, another token scheme and too much content', async () => {
		const id = await newSession(3);
		expect((await session(id.replace(/sig=.*/, 'sig=x'))).body.error?.code).toBe(100);
		const bearer = { authorization: `Bearer ${business.accessToken}` };
		expect(await session(id, undefined, bearer)).toMatchObject({
			status: 401,
			body: { error: { code: 104 } },
		});
		expect((await session(id, Buffer.from('abcd'))).body.error?.message).toContain(
			'more than the 3',
		);
	});
});
