import { business, type Simulator } from '../../simulator';
import { call, firstNumber, secondNumber, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());

const path = `/v26.0/${firstNumber.id}/whatsapp_business_profile`;
const update = (changes: Record<string, unknown>) =>
	call(simulator, 'POST', path, { messaging_product: 'whatsapp', ...changes });
const get = async (fields: string, number: string = firstNumber.id) =>
	(
		await call<{ data: unknown[] }>(
			simulator,
			'GET',
			`/v26.0/${number}/whatsapp_business_profile?fields=${fields}`,
		)
	).body.data[0];

describe('business profile of the simulator', () => {
	it('changes only the given fields of one number', async () => {
		expect((await update({ about: 'Plants', email: '', websites: [] })).body).toEqual({
			success: true,
		});
		const fields = 'about,email,websites,vertical';
		expect(await get(fields)).toEqual({
			messaging_product: 'whatsapp',
			about: 'Plants',
			vertical: 'RETAIL',
		});
		expect(await get(fields, secondNumber.id)).toMatchObject({ email: 'lucky@example.com' });
	});

	it('returns only messaging_product without `fields`', async () => {
		expect((await call(simulator, 'GET', path)).body).toEqual({
			data: [{ messaging_product: 'whatsapp' }],
		});
	});

	it('accepts a picture that was uploaded to the app', async () => {
		const session = await call<{ id: string }>(
			simulator,
			'POST',
			`/v26.0/${business.app.id}/uploads?file_length=3&file_type=image/png`,
		);
		const uploaded = await fetch(`${simulator.url}/v26.0/${session.body.id}`, {
			method: 'POST',
			headers: {
				authorization: `OAuth ${business.accessToken}`,
				'content-type': 'image/png',
				file_offset: '0',
			},
			body: 'abc',
		});
		const { h } = (await uploaded.json()) as { h: string };
		expect((await update({ profile_picture_handle: h })).status).toBe(200);
		expect(await get('profile_picture_url')).toEqual({
			messaging_product: 'whatsapp',
			profile_picture_url: expect.stringMatching(/^https:\/\/pps\.whatsapp\.net\//) as string,
		});
	});

	it.each<[string, Record<string, unknown>, string]>([
		[
			'no messaging_product',
			{ messaging_product: undefined },
			'The parameter messaging_product is required',
		],
		['an empty about', { about: '' }, 'The parameter about is required'],
		['an about of 140 characters', { about: 'x'.repeat(140) }, 'Param about must be at most 139'],
		[
			'a description of 513 characters',
			{ description: 'x'.repeat(513) },
			'Param description must be at most 512',
		],
		['an invalid email', { email: 'plants' }, 'Param email is not valid'],
		[
			'three websites',
			{ websites: Array(3).fill('https://a.example') },
			'websites must be at most 2',
		],
		['a website without a scheme', { websites: ['a.example'] }, 'begin with http'],
		['an unknown vertical', { vertical: 'PLANTS' }, 'Param vertical must be one of'],
		['an unknown handle', { profile_picture_handle: '4:x' }, 'not a valid file handle'],
	])('rejects an update with %s', async (_name, changes, text) => {
		const { status, error } = await update(changes);
		expect({ status, code: error.code }).toEqual({ status: 400, code: 100 });
		expect(error.message).toContain(text);
	});

	it('rejects an unknown field', async () => {
		const { error } = await call(simulator, 'GET', `${path}?fields=hours`);
		expect(error.message).toContain('nonexisting field (hours)');
	});
});
