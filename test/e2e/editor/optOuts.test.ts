import { actionWorkflow, startName } from '../../../scripts/workflows';
import { exampleWorkflow } from '../../../scripts/exampleWorkflow';
import { business } from '../../../simulator';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { world } from '../support/world';

const [customer] = business.customers;

describe('Pauses and opt-outs in the editor', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.logIn(page(), world.n8n);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	test('the options of the trigger come with their defaults', async () => {
		const { nodes, ...definition } = exampleWorkflow('menu-bot', world.credential);
		const named = nodes.map((node) => ({ ...node, id: node.name }));
		const { id } = await world.n8n.createWorkflow({ ...definition, nodes: named });
		await editor.open(id, 'Customer Writes');
		for (const name of ['Pause While a Person Replies', 'While Paused', 'Note Opt-Outs']) {
			await editor.addOption(name);
		}
		const value = (parameter: string) =>
			page().locator(`[data-test-id="parameter-input-${parameter}"] input`).first().inputValue();
		expect(await value('pauseWhilePersonReplies')).toBe('60');
		expect(await value('noteOptOuts')).toMatch(/^STOP, /);
		expect(await value('whilePaused')).toBe('Start Nothing');
	});

	test('a template that was skipped says why', async () => {
		const optOut = actionWorkflow('Opt out', world.credential, {
			parameters: { resource: 'conversation', operation: 'optOut', customer: customer.waId },
			items: [{ json: {} }],
		});
		await world.n8n.runWorkflow(await world.n8n.createWorkflow(optOut), startName);
		const { id } = await world.n8n.createWorkflow(
			actionWorkflow('Newsletter', world.credential, {
				parameters: {
					...{ resource: 'message', operation: 'sendTemplate', to: customer.waId },
					...{ template: { __rl: true, mode: 'list', value: 'newsletter|en_US' } },
					...{ specifyValues: 'fields', bodyVariables: { variable: [{ text: 'Roses.' }] } },
				},
				items: [{ json: {} }],
			}),
		);
		await editor.open(id);
		const output = await editor.execute();
		await output.getByText('The person has opted out of marketing messages').first().waitFor();
		expect(world.simulator.messages()).toEqual([]);
	});
});
