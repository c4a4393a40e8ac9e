import { actionWorkflow } from '../../../scripts/workflows';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { world } from '../support/world';

/** How a builder finds the nodes, and knows them on the canvas. One story: each step needs the one before. */
describe('Nodes panel', () => {
	const page = usePage();
	const panel = () => page().locator('[data-test-id="node-creator"]');
	const ours = () =>
		panel().locator(
			'[data-keyboard-nav-id^="n8n-nodes-whatsapp-business.whatsAppBusiness"][data-keyboard-nav-type="node"]',
		);

	beforeAll(async () => {
		const run = {
			parameters: { resource: 'message', operation: 'sendText' },
			items: [{ json: {} }],
		};
		const definition = actionWorkflow('Nodes panel', world.credential, run);
		const { id } = await world.n8n.createWorkflow(definition);
		await Editor.logIn(page(), world.n8n);
		await page().goto(`${world.n8n.url}/workflow/${id}`);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	test('the canvas names the operation as its field does', async () => {
		await page().getByText('Send Text', { exact: true }).first().waitFor();
	});

	test.each([
		...['whats app', 'text message', 'send message', 'bulk', 'marketing', 'customer service'],
		...['order', 'alert', 'approval', 'human', 'wait', 'form', 'hitl', 'receive', 'chatbot'],
	])('%s finds the nodes', async (words) => {
		if (!(await panel().isVisible())) {
			await page().locator('[data-test-id="node-creator-plus-button"]').first().click();
		}
		await panel().locator('[data-test-id="node-creator-search-bar"]').fill(words);
		await ours().first().waitFor();
	});

	test('what most people need comes first among the actions', async () => {
		await ours().first().click();
		const first = [
			'Send a text message within the 24-hour window',
			'Send a template message at any time',
			'Send a media message within the 24-hour window',
		];
		const actions = [...first, 'Create a template'];
		// n8n renders a long list bit by bit.
		for (const action of actions) await panel().getByText(action).first().waitFor();
		const listed = await panel().innerText();
		const places = actions.map((action) => listed.indexOf(action));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(places).not.toContain(-1);
	});

	// A node of the one category leaves the other, unless it is in the subcategory '*', too.
	test.each([/^Human (in the loop|review)$/i, /^Action in an app$/i])(
		'the node is listed under %s',
		async (category) => {
			await page().reload();
			await page().locator('[data-test-id="node-creator-plus-button"]').first().click();
			await panel().getByText(category).click();
			await panel()
				.getByText(/^\s*WhatsApp Business\s*$/)
				.first()
				.waitFor();
		},
	);
});
