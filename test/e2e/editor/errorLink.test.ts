import { docsUrl } from '../../../nodes/shared/docsUrl';
import { actionWorkflow } from '../../../scripts/workflows';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { world } from '../support/world';

describe('An error in the editor', () => {
	const page = usePage();

	test('leads to its page of the documentation', async () => {
		const { id } = await world.n8n.createWorkflow(
			actionWorkflow('Error', world.credential, {
				parameters: {
					resource: 'message',
					operation: 'sendText',
					to: 'not a number',
					text: 'Hello',
				},
				items: [{ json: {} }],
			}),
		);
		const editor = await Editor.logIn(page(), world.n8n);
		await editor.open(id);
		await page().locator('[data-test-id="node-execute-button"]').first().click();
		const output = page().locator('[data-test-id="output-panel"]');
		const link = output.getByRole('link', { name: 'documentation' }).first();
		await link.waitFor();
		await picture(page(), 'error-link');
		expect(await link.getAttribute('href')).toBe(docsUrl('errors'));
	});

	test('names a value of a template as its field does', async () => {
		const { id } = await world.n8n.createWorkflow(
			actionWorkflow('Error in a value', world.credential, {
				parameters: {
					resource: 'message',
					operation: 'sendTemplate',
					to: '+16505551234',
					template: { __rl: true, mode: 'list', value: 'order_confirmation|en_US' },
					templateValues: {
						mappingMode: 'defineBelow',
						value: { 'body.1': '={{ $json.text }}', 'body.2': '860198', 'body.3': '99.99' },
						matchingColumns: [],
						schema: [],
					},
				},
				items: [{ json: { text: 'First line\nsecond line' } }],
			}),
		);
		const editor = new Editor(page(), world.n8n.url);
		await editor.open(id);
		await page().locator('[data-test-id="node-execute-button"]').first().click();
		const output = page().locator('[data-test-id="output-panel"]');
		await output.getByText("'Body {{1}}' has a line break").first().waitFor();
		await output.getByText("turn on 'Flatten Line Breaks'").first().waitFor();
		await picture(page(), 'error-template-value');
		await editor.mappedFields.locator('label', { hasText: 'Body {{1}}' }).first().waitFor();
	});
});
