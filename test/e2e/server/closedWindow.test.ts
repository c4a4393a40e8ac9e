import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator/business';
import { closeWindow, lateCustomer } from '../support/closedWindow';
import { expectSuccess } from '../support/executions';
import { world } from '../support/world';

const recent = `+${business.customers[1].waId}`;
const template = { __rl: true, mode: 'list', value: 'hello_world|en_US' };

/** What the trigger of one workflow received decides what the node of another one sends. */
describe('If the Window Is Closed in n8n', () => {
	beforeAll(() => closeWindow());

	test.each([
		[
			'a template goes out instead',
			{ ifWindowClosed: 'template', template },
			'template',
			[[{ sentTemplateInstead: false }, { sentTemplateInstead: true }], []],
		],
		[
			'nothing is sent',
			{ ifWindowClosed: 'fail' },
			undefined,
			[[{ text: 'Hello' }], [{ to: lateCustomer, error: { code: 131047, windowClosed: true } }]],
		],
	])('%s', async (_what, chosen, type, outputs) => {
		const { n8n, simulator } = world;
		const before = simulator.messages().length;
		const workflow = await n8n.createWorkflow(
			actionWorkflow('Late reply', world.credential, {
				parameters: {
					resource: 'message',
					operation: 'sendText',
					to: '={{ $json.to }}',
					text: 'Hello',
					...chosen,
				},
				items: [recent, lateCustomer].map((to) => ({ json: { to } })),
				nodeSettings: { onError: 'continueErrorOutput' },
			}),
		);
		const execution = await n8n.runWorkflow(workflow, startName);
		expectSuccess(execution);
		const sent = simulator.messages().slice(before);
		expect(sent.find(({ body }) => body.to === recent)?.body.type).toBe('text');
		expect(sent.find(({ body }) => body.to === lateCustomer)?.body.type).toBe(type);
		const [run] = execution.run.resultData.runData[actionName] ?? [];
		expect(run?.data?.main?.map((items) => items?.map(({ json }) => json))).toMatchObject(outputs);
	});
});
