import { business, type Simulator } from '../../simulator';
import { call, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const waba = `/v26.0/${business.waba.id}`;
const find = (name: string) => simulator.state.templates.filter((entry) => entry.name === name);
const idOf = (name: string) => find(name)[0]?.id ?? '';

describe('deleting several templates in the simulator', () => {
	const remove = (query: string) => call(simulator, 'DELETE', `${waba}/message_templates?${query}`);

	it('deletes those with the IDs', async () => {
		const ids = [idOf('hello_world'), idOf('call_us')];
		expect(await remove(`hsm_ids=[${ids.join(',')}]`)).toMatchObject({
			status: 200,
			body: { success: true },
		});
		expect([...find('hello_world'), ...find('call_us')]).toEqual([]);
	});

	it('deletes none if one does not exist', async () => {
		const { error } = await remove(`hsm_ids=[${idOf('hello_world')},1]`);
		expect(error).toMatchObject({ code: 100, error_subcode: 2593002 });
		expect(find('hello_world')).toHaveLength(1);
	});

	it.each([
		['a name beside them', 'hsm_ids=[1]&name=hello_world'],
		['no ID', 'hsm_ids=[]'],
		['more than 100', `hsm_ids=[${Array.from({ length: 101 }, (_, id) => id).join(',')}]`],
	])('rejects %s', async (_name, query) => {
		expect((await remove(query)).error.code).toBe(100);
	});
});

describe('authentication templates in several languages', () => {
	const components = (button: object = {}) => [
		{ type: 'BODY', add_security_recommendation: true },
		{ type: 'FOOTER', code_expiration_minutes: 10 },
		{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', ...button }] },
	];
	const upsert = (changes: object = {}) =>
		call<{ data: Array<{ id: string }> }>(simulator, 'POST', `${waba}/upsert_message_templates`, {
			name: 'login_code',
			languages: ['en_US', 'fr'],
			category: 'AUTHENTICATION',
			components: components(),
			...changes,
		});

	it('are created and approved', async () => {
		expect((await upsert()).body.data).toEqual([
			{ id: find('login_code')[0]?.id, status: 'APPROVED', language: 'en_US' },
			{ id: find('login_code')[1]?.id, status: 'APPROVED', language: 'fr' },
		]);
	});

	it('are updated where they exist', async () => {
		const { body: first } = await upsert({ languages: ['fr'] });
		const { body: second } = await upsert();
		expect(second.data[1]?.id).toBe(first.data[0]?.id);
		expect(find('login_code')).toHaveLength(2);
	});

	it.each([
		['another category', { category: 'UTILITY' }],
		['no language', { languages: [] }],
		['one language', { language: 'en_US' }],
		['an invalid language', { languages: ['English'] }],
		['a label of the button', { components: components({ text: 'Copy' }) }],
		['a label for autofill', { components: components({ autofill_text: 'Fill' }) }],
		['no button', { components: components().slice(0, 2) }],
	])('reject %s', async (_name, changes) => {
		expect((await upsert(changes)).error.code).toBe(100);
		expect(find('login_code')).toEqual([]);
	});

	// https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates#template-previews
	it('have previews', async () => {
		const query =
			'category=AUTHENTICATION&languages=en_US,es_ES&add_security_recommendation=true&code_expiration_minutes=10&button_types=OTP';
		const { body } = await call(simulator, 'GET', `${waba}/message_template_previews?${query}`);
		expect(body).toEqual({
			data: [
				{
					body: '*{{1}}* is your verification code. For your security, do not share this code.',
					buttons: [{ autofill_text: 'Autofill', text: 'Copy code' }],
					footer: 'This code expires in 10 minutes.',
					language: 'en_US',
				},
				{
					body: 'Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.',
					buttons: [{ autofill_text: 'Autocompletar', text: 'Copiar código' }],
					footer: 'Este código caduca en 10 minutos.',
					language: 'es_ES',
				},
			],
		});
	});

	it.each(['category=UTILITY&button_types=OTP', 'category=AUTHENTICATION'])(
		'have no preview for %s',
		async (query) => {
			const { error } = await call(simulator, 'GET', `${waba}/message_template_previews?${query}`);
			expect(error.code).toBe(100);
		},
	);
});

describe('copying templates from another account', () => {
	const migrate = (body: object) =>
		call(simulator, 'POST', `${waba}/migrate_message_templates`, {
			source_waba_id: business.sourceWaba.id,
			...body,
		});

	it('copies the approved ones of good or unknown quality, and names those that fail', async () => {
		const result = {
			migrated_templates: ['1473688840035974', '6162904357082268'],
			failed_templates: { '1019496902803242': 'Incorrect category' },
		};
		expect((await migrate({})).body).toEqual(result);
		expect(find('event_reminder')).toHaveLength(1);
	});

	it('copies only those that are asked for, and none twice', async () => {
		const only = { template_ids: ['1473688840035974'] };
		expect((await migrate(only)).body).toMatchObject({ migrated_templates: only.template_ids });
		expect((await migrate(only)).body).toEqual({
			migrated_templates: [],
			failed_templates: { '1473688840035974': 'Template name already exists' },
		});
	});

	it('copies page by page', async () => {
		expect((await migrate({ count: 1 })).body).toMatchObject({
			migrated_templates: ['1473688840035974'],
		});
		expect((await migrate({ page_number: 1 })).body).toMatchObject({ migrated_templates: [] });
	});

	it.each([
		['an unknown account', { source_waba_id: '1' }],
		['a page of more than 500', { count: 501 }],
	])('rejects %s', async (_name, changes) => {
		expect((await migrate(changes)).error.code).toBe(100);
	});
});
