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

	test('a delivery has the fields of the message, and those of the wait', async () => {
		await openWith({ responseType: 'delivery', deliveryMessage: 'sendTemplate' });
		const shown = (parameter: string) =>
			page().locator(`[data-test-id="parameter-input-${parameter}"]`).count();
		await editor.choose('template', 'sample_issue_resolution');
		await editor.mappedField('Body {{1}}').fill('Pablo');
		expect([await shown('message'), await shown('answerIn'), await shown('text')]).toEqual([
			0, 0, 0,
		]);
		expect([await shown('to'), await shown('awaitedStatus'), await shown('timeLimit')]).toEqual([
			1, 1, 1,
		]);
		await editor.addOption('Keep Input Fields');
	});

	test('a delivery in a test run shows what has become of the message', async () => {
		await openWith({ responseType: 'delivery', text: 'Your code is 4711' });
		await page().locator('[data-test-id="node-execute-button"]').first().click();
		await page().locator('[data-test-id="output-panel"]').getByText('131047').first().waitFor();
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
