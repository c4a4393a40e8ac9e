import { actionWorkflow } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { world } from '../support/world';

const [customer] = business.customers;
const to = `+${customer.waId}`;

/** One story: each step needs the one before. */
describe('Panels of Send Text, with a Send Once Key, and of Send Sequence', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Hello' });
		editor = await Editor.logIn(page(), world.n8n);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	const open = async (name: string, operation: string) => {
		const run = { parameters: { operation }, items: [{ json: {} }] };
		const { id } = await world.n8n.createWorkflow(actionWorkflow(name, world.credential, run));
		await editor.open(id);
		await editor.fill('to', to);
	};
	const texts = () =>
		world.simulator.messages().map(({ body }) => (body.text as { body: string }).body);
	const textFields = () => page().locator('[data-test-id="parameter-input-text"] textarea');

	test('the options of Send Text are filled in', async () => {
		await open('Shipped', 'sendText');
		await textFields().fill('Your order has been shipped.');
		await editor.addOption('Send Once Key');
		await editor.fill('sendOnceKey', 'shipped-4711');
		await editor.addOption('On Unknown Outcome');
		await editor.select('onUnknownOutcome', 'Send Again');
	});

	test('the message is sent once, and the second output says so', async () => {
		const sent = await editor.execute();
		await sent
			.getByText(/alreadySent"?:\s*false/)
			.first()
			.waitFor();
		const again = await editor.execute();
		await again
			.getByText(/alreadySent"?:\s*true/)
			.first()
			.waitFor();
		expect(texts()).toEqual(['Your order has been shipped.']);
	});

	test('the messages of a sequence are filled in, and arrive in order', async () => {
		await open('Welcome', 'sendSequence');
		for (const [index, text] of ['Welcome!', 'We call you at 3 pm.'].entries()) {
			await page().getByText('Add Message', { exact: true }).last().click();
			await textFields().nth(index).fill(text);
		}
		await editor.addOption('Pause (Seconds)');
		await editor.fill('pauseSeconds', '0');
		const output = await editor.execute();
		await output.getByText('messageIds').first().waitFor();
		expect(texts().slice(1)).toEqual(['Welcome!', 'We call you at 3 pm.']);
	});
});
