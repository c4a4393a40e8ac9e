import { business, type Simulator } from '../../simulator';
import { call, Receiver, start, subscribeToFields } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const idOf = (name: string) =>
	simulator.state.templates.find((template) => template.name === name)?.id ?? '';
const statusOf = (name: string) =>
	simulator.state.templates.find((template) => template.name === name)?.status;
const path = (edge: string) => `/${business.waba.id}/message_templates/${edge}`;
const post = (edge: string, ...hsm_ids: string[]) =>
	call(simulator, 'POST', path(edge), { hsm_ids });

describe('archiving templates in the simulator', () => {
	it('archives approved and rejected templates, and names the others with the reason', async () => {
		const [approved, rejected, pending] = [
			idOf('hello_world'),
			idOf('rejected_promotion'),
			idOf('pending_promotion'),
		];
		expect(await post('archive', approved, rejected, pending, '1')).toMatchObject({
			status: 200,
			body: {
				archived_templates: [approved, rejected],
				failed_templates: {
					[pending]: 'Only approved or rejected templates can be archived',
					'1': 'Template not found',
				},
			},
		});
		expect(statusOf('hello_world')).toBe('ARCHIVED');
	});

	it('restores the status that a template had, and APPROVED if none is known', async () => {
		await post('archive', idOf('rejected_promotion'));
		const ids = ['rejected_promotion', 'archived_promotion', 'hello_world'].map(idOf);
		expect((await post('unarchive', ...ids)).body).toEqual({
			unarchived_templates: ids.slice(0, 2),
			failed_templates: { [idOf('hello_world')]: 'Template is not archived' },
		});
		expect(statusOf('rejected_promotion')).toBe('REJECTED');
		expect(statusOf('archived_promotion')).toBe('APPROVED');
	});

	it('sends a webhook for each template', async () => {
		const receiver = await new Receiver().start();
		await call(simulator, 'POST', `/${business.waba.id}/subscribed_apps`);
		await subscribeToFields(simulator, receiver, ['message_template_status_update']);
		await post('archive', idOf('hello_world'));
		await post('unarchive', idOf('hello_world'));
		await simulator.settled();
		await receiver.stop();
		const values = receiver.webhooks.map(({ body }) => body.entry[0]?.changes[0]?.value);
		expect(values).toMatchObject([{ event: 'ARCHIVED' }, { event: 'UNARCHIVED' }]);
	});

	it.each([
		['no ID', []],
		['more than 100', Array.from({ length: 101 }, (_, index) => `${index}`)],
	])('rejects %s', async (_name, ids) => {
		expect((await post('archive', ...ids)).error.code).toBe(100);
	});

	it('is unknown to the Graph API, which has versions', async () => {
		const response = await call(simulator, 'POST', `/v26.0${path('archive')}`, { hsm_ids: ['1'] });
		expect(response.error.code).toBe(2500);
	});
});
