import { actionWorkflow } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { picture, usePage } from '../support/browser';
import { Editor } from '../support/editor';
import { world } from '../support/world';

const [, sender] = business.phoneNumbers;
const to = `+${business.customers[0].waId}`;

/** One story: each step needs the one before. */
describe('Panel of Send Template, from a new node to the sent message', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.logIn(page(), world.n8n);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	test('the panel opens', async () => {
		const run = { parameters: { operation: 'sendTemplate' }, items: [{ json: { name: 'Ada' } }] };
		const definition = actionWorkflow('New lead', world.credential, run);
		const { id } = await world.n8n.createWorkflow(definition);
		await editor.open(id);
	});

	test('only for a template by name does it ask for the language', async () => {
		const language = page().locator('[data-test-id="parameter-input-languageCode"]');
		expect(await language.isVisible()).toBe(false);
		await editor.chooseMode('template', 'By Name');
		await language.waitFor();
		await picture(page(), 'Template by name');
		await editor.chooseMode('template', 'From List');
		await language.waitFor({ state: 'hidden' });
	});

	test('a template is found by its name, and shows the values it takes', async () => {
		await editor.fill('to', to);
		await editor.choose('template', 'ticket_purchase');
		await editor.mappedField('Header Image').waitFor();
		const label = (text: string) => editor.mappedFields.locator('label', { hasText: text }).first();
		await label('Header Image').waitFor();
		await label('Body {{1}} e.g. the p…').waitFor();
	});

	test('no label makes n8n push the warning of an empty value out of the panel', async () => {
		const widths = await Promise.all(
			['Header Image', 'Body {{1}}', 'Body {{2}}'].map(
				async (name) => (await editor.mappedField(name).boundingBox())?.width,
			),
		);
		expect(new Set(widths).size).toBe(1);
	});

	test('the values can be filled in', async () => {
		await editor.mappedField('Header Image').fill('https://example.com/plant.jpg');
		await editor.mappedField('Body {{1}}').fill('the plant fair');
		await editor.mappedField('Body {{2}}').fill('€9.99');
		await editor.mappedField('Body {{3}}').fill('March 1');
	});

	test('the sender can be chosen by its number, and be automatic again', async () => {
		await editor.choose('sender', sender.displayPhoneNumber);
		await editor.choose('sender', 'Automatic');
		await editor.choose('sender', sender.displayPhoneNumber);
	});

	test('the output shows the message as it reads', async () => {
		const output = await editor.execute();
		const text = /Your ticket for the plant fair over €9\.99 is valid on March 1\./;
		await output.getByText(text).first().waitFor();
		const [sent] = world.simulator.messages();
		expect(sent).toMatchObject({ phoneNumberId: sender.id, body: { to } });
	});
});
