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
});
