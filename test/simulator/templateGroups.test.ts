import { business, type Simulator } from '../../simulator';
import { call, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const groups = `/v26.0/${business.waba.id}/template_groups`;
const seeded = `/v26.0/${business.templateGroup.id}`;
const idOf = (name: string) =>
	Number(simulator.state.templates.find((template) => template.name === name)?.id);
const create = (changes: object = {}) =>
	call(simulator, 'POST', groups, {
		name: 'Greetings',
		whatsapp_business_templates: [idOf('hello_world')],
		...changes,
	});

describe('template groups of the simulator', () => {
	it('come with the details of their templates', async () => {
		expect((await call(simulator, 'GET', seeded)).body).toMatchObject({
			name: 'Black Friday 2026',
			creation_time: '2026-01-06T23:05:12+0000',
			whatsapp_business_account: { id: business.waba.id },
			whatsapp_business_templates: {
				data: [{ name: 'seasonal_promotion' }, { name: 'new_arrivals_image' }],
			},
			id: business.templateGroup.id,
		});
	});

	it('are created and listed', async () => {
		const { body } = await create({ description: 'First messages' });
		expect((await call(simulator, 'GET', `${groups}?fields=name,description`)).body).toMatchObject({
			data: [
				{ id: business.templateGroup.id },
				{ id: body.id, name: 'Greetings', description: 'First messages' },
			],
		});
	});

	it('are changed', async () => {
		const changes = {
			name: 'Sale',
			add_templates: [idOf('hello_world')],
			remove_templates: [idOf('seasonal_promotion')],
		};
		expect((await call(simulator, 'POST', seeded, changes)).body).toEqual({ success: true });
		expect((await call(simulator, 'GET', seeded)).body).toMatchObject({
			name: 'Sale',
			whatsapp_business_templates: {
				data: [{ name: 'hello_world' }, { name: 'new_arrivals_image' }],
			},
		});
	});

	it('are deleted without their templates', async () => {
		expect((await call(simulator, 'DELETE', seeded)).body).toEqual({ success: true });
		expect((await call(simulator, 'GET', seeded)).error.error_subcode).toBe(33);
		expect(idOf('seasonal_promotion')).not.toBeNaN();
	});

	it.each([
		['no template', () => ({ whatsapp_business_templates: [] })],
		['an unknown template', () => ({ whatsapp_business_templates: [1] })],
		[
			'a template of another group',
			() => ({ whatsapp_business_templates: [idOf('seasonal_promotion')] }),
		],
		['the name of another group', () => ({ name: business.templateGroup.name })],
		['a name that is too long', () => ({ name: 'x'.repeat(257) })],
		['a description that is too long', () => ({ description: 'x'.repeat(513) })],
	])('are not created with %s', async (_name, changes) => {
		expect((await create(changes())).error.code).toBe(100);
	});
});
