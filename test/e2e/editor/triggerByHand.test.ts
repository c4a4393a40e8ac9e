import { webhooksOf } from '../../../nodes/graphApi/hosts';
import { credentialOf, credentialType } from '../../../scripts/workflows';
import { otherHosts } from '../../support/otherHosts';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { world } from '../support/world';

describe('Panel of a trigger whose URL is registered by hand', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.logIn(page(), world.n8n);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	test.each(otherHosts.filter(({ title }) => title !== 'Turn.io'))(
		'shows the whole secret for $title, so that it can be copied',
		async ({ title, credential }) => {
			const data = credential(world.simulator.url);
			const saved = await world.n8n.createCredential(title, credentialType, { ...data });
			const definition = triggerWorkflow(`By hand: ${title}`, { registration: 'byHand' });
			for (const node of definition.nodes)
				if (node.credentials) node.credentials = credentialOf(saved);
			await editor.open((await world.n8n.createWorkflow(definition)).id, triggerName);
			const { text = '' } = webhooksOf(data).byHand ?? {};
			const shown = page().getByText(text);
			await shown.waitFor();
			const { height = 0 } = (await shown.boundingBox()) ?? {};
			await shown.click({ clickCount: 3, position: { x: 10, y: height - 5 } });
			expect(await page().evaluate('String(getSelection())')).toContain(text);
		},
	);
});
