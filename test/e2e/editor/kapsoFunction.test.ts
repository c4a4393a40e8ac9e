import type { INodeParameters } from 'n8n-workflow';

import { actionName, actionWorkflow } from '../../../scripts/workflows';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { world } from '../support/world';

/** Code has an editor of its own, as a field and as a field to change. */
describe('The code of a function at Kapso', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.logIn(page(), world.n8n);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	const pasted = 'async function handler() { return 1; }';

	test.each<[string, INodeParameters, string | undefined]>([
		[
			'is entered in an editor of code',
			{ operation: 'create', functionName: 'Shipping' },
			undefined,
		],
		['is a field to change', { operation: 'update' }, 'Code'],
	])('%s, and stored', async (_name, parameters, option) => {
		const definition = actionWorkflow('Function', world.credential, {
			parameters: { resource: 'kapsoFunction', ...parameters },
			items: [{ json: {} }],
		});
		const nodes = definition.nodes.map((node) => ({ ...node, id: node.name }));
		const { id } = await world.n8n.createWorkflow({ ...definition, nodes });
		await editor.open(id, actionName);
		if (option !== undefined) await editor.addOption(option, 'Add Field');
		const code = page().locator('.cm-content').first();
		await code.click();
		// At once, as code is pasted: the editor of n8n 2.0 loses what is typed faster than it stores.
		await page().keyboard.insertText(pasted);
		await editor.save();
		await page().reload();
		await editor.open(id, actionName);
		expect(await code.innerText()).toContain(pasted);
	});
});
