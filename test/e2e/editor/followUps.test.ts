import { exampleWorkflow } from '../../../scripts/exampleWorkflow';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { world } from '../support/world';

describe('Follow-ups in the editor', () => {
	const page = usePage();
	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	test('the events ask for their minutes, and say what starts nothing', async () => {
		const editor = await Editor.logIn(page(), world.n8n);
		const name = 'follow-up-without-a-reply';
		const { nodes, ...definition } = exampleWorkflow(name, world.credential);
		const named = nodes.map((node) => ({ ...node, id: node.name }));
		const { id } = await world.n8n.createWorkflow({ ...definition, nodes: named });
		await editor.open(id, 'Customer Is Silent');
		const value = (parameter: string) =>
			page().locator(`[data-test-id="parameter-input-${parameter}"] input`).first().inputValue();
		expect(await value('inactiveWhen')).toBe('Customer Does Not Reply');
		expect(await value('inactiveAfter')).toBe('180');
		expect(await value('closesIn')).toBe('60');
		await page().getByText('Starts at most once until the customer writes again').waitFor();
	});
});
