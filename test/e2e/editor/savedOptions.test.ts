import { actionName, actionWorkflow } from '../../../scripts/workflows';
import type { WorkflowDefinition } from '../../../scripts/n8n/client';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { world } from '../support/world';

/** The editor stores no value that is a default. An option must be stored all the same. */
describe('An option that is added, left as it is and saved', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.logIn(page(), world.n8n);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	const ask = { operation: 'sendAndWait', to: '+1 650 555 1234', message: 'Shall we?' };

	test.each([
		[
			'Collect Messages',
			'Mark as Read',
			'silence',
			triggerWorkflow('Collect', { events: ['messages'] }),
			triggerName,
		],
		[
			'Limit Wait Time',
			'Footer',
			'resumeAmount',
			actionWorkflow('Ask', world.credential, { parameters: ask, items: [{ json: {} }] }),
			actionName,
		],
	])('is still there: %s', async (option, another, field, definition, node) => {
		const { id } = await world.n8n.createWorkflow(withNamesAsIds(definition));
		await editor.open(id, node);
		await editor.addOption(option);
		const inside = page().locator(`[data-test-id="parameter-input-${field}"]`);
		await inside.waitFor();
		await editor.addOption(another);
		await editor.save();
		await page().reload();
		await editor.open(id, node);
		await page().getByText(another, { exact: true }).first().waitFor();
		await inside.waitFor();
	});
});

/** The editor opens a node by its ID. */
function withNamesAsIds(definition: WorkflowDefinition): WorkflowDefinition {
	const nodes = definition.nodes.map((node) => ({ ...node, id: node.name }));
	return { ...definition, nodes };
}
