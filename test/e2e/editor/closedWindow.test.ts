import { actionWorkflow } from '../../../scripts/workflows';
import { picture, usePage } from '../support/browser';
import { closeWindow, lateCustomer } from '../support/closedWindow';
import { Editor } from '../support/editor';
import { world } from '../support/world';

/** One story: each step needs the one before. */
describe('Panel of Send Text, with a template for a closed window', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		await closeWindow();
		editor = await Editor.logIn(page(), world.n8n);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	test('the template that goes instead is chosen below', async () => {
		const parameters = { operation: 'sendText', to: lateCustomer, text: 'Is 3 pm fine?' };
		const run = { parameters, items: [{ json: { name: 'Ada' } }] };
		const { id } = await world.n8n.createWorkflow(
			actionWorkflow('Late reply', world.credential, run),
		);
		await editor.open(id);
		await editor.select('ifWindowClosed', 'Send a Template Instead');
	});

	test('a template is found by its name, and shows the values it takes', async () => {
		await editor.choose('template', 'order_confirmation');
		await editor.mappedField('Body {{1}}').fill('Ada');
		await editor.mappedField('Body {{2}}').fill('4711');
		await editor.mappedField('Body {{3}}').fill('May 17');
	});

	test('the output shows the template that went instead', async () => {
		const output = await editor.execute();
		await output.getByText('sentTemplateInstead').first().waitFor();
		const [sent] = world.simulator.messages();
		expect(sent?.body).toMatchObject({
			to: lateCustomer,
			template: {
				name: 'order_confirmation',
				components: [{ parameters: ['Ada', '4711', 'May 17'].map((text) => ({ text })) }],
			},
		});
	});
});
