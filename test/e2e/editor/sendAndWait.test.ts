import { actionWorkflow } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { removeWorkflows, world } from '../support/world';

const [customer] = business.customers;

describe('Panel of Send and Wait for Response', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		await publish(triggerWorkflow('Listen for replies', { events: ['messages'] }));
		world.simulator.closeWindow(customer.waId);
		editor = await Editor.logIn(page(), world.n8n);
	});
	afterAll(removeWorkflows);

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	async function openWith(parameters: Record<string, string>): Promise<void> {
		const run = {
			parameters: { operation: 'sendAndWait', to: `+${customer.waId}`, ...parameters },
			items: [{ json: { order: 4711 } }],
		};
		const definition = actionWorkflow('Ask', world.credential, run);
		const { id } = await world.n8n.createWorkflow(definition);
		await editor.open(id);
	}

	test('a question that is a template has the fields of Send Template', async () => {
		await openWith({ responseType: 'template' });
		await editor.choose('template', 'sample_issue_resolution');
		await editor.mappedField('Body {{1}}').fill('Pablo');
		await editor.addOption('Flatten Line Breaks');
		const shown = (parameter: string) =>
			page().locator(`[data-test-id="parameter-input-${parameter}"]`).count();
		expect([await shown('message'), await shown('answerIn')]).toEqual([0, 0]);
	});

	test('a question that is not delivered shows the error', async () => {
		await openWith({ message: 'Shall we deliver order 4711 tomorrow?' });
		await page().locator('[data-test-id="node-execute-button"]').first().click();
		await page()
			.locator('[data-test-id="output-panel"]')
			.getByText('More than 24 hours have passed since this person last wrote to you.')
			.first()
			.waitFor();
	});
});
