import { actionWorkflow } from '../../../scripts/workflows';
import { picture, usePage } from '../support/browser';
import { closeWindow, lateCustomer } from '../support/closedWindow';
import { Editor } from '../support/editor';
import { eventually } from '../support/until';
import { world } from '../support/world';

/** Each operation sees what those before it have changed. */
describe('Panels of the resource Conversation', () => {
	const page = usePage();
	let editor: Editor;

	beforeAll(async () => {
		await closeWindow();
		editor = await Editor.logIn(page(), world.n8n);
	});

	afterEach(() => picture(page(), expect.getState().currentTestName ?? ''));

	test.each([
		[
			'getState',
			['customer'],
			/a published WhatsApp Business Trigger has received/,
			'"windowOpen"',
		],
		[
			'pause',
			['customer', 'pauseFor', 'unit'],
			/A pause counts in triggers/,
			'Paused by a workflow',
		],
		['resume', ['customer'], undefined, '"pausedUntil"'],
		['optOut', ['customer'], undefined, 'Noted by a workflow'],
		['getMany', ['returnAll', 'limit', 'only'], /WhatsApp Business Trigger/, 'Noted by a workflow'],
		['optIn', ['customer'], /undone by the customer only/, '"optedOutAt"'],
		['forget', ['customer'], /An opt-out is deleted as well/, '"lastMessageInAt"'],
	])(
		'%s has its fields in order, and says what it needs',
		async (operation, fields, note, shown) => {
			const parameters = {
				...{ resource: 'conversation', operation },
				...(operation !== 'getMany' && { customer: lateCustomer }),
			};
			const { id } = await world.n8n.createWorkflow(
				actionWorkflow('Conversation', world.credential, { parameters, items: [{ json: {} }] }),
			);
			await editor.open(id);
			await eventually(async () =>
				expect(await editor.fields()).toEqual(['resource', 'operation', ...fields]),
			);
			if (note) await page().getByText(note).first().waitFor();
			const output = await editor.execute();
			await output.getByText(shown, { exact: false }).first().waitFor();
		},
	);
});
