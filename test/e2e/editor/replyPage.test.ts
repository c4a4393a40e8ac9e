import type { INodeParameters } from 'n8n-workflow';
import { outputItems } from '../../../scripts/n8n/client';
import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { usePage } from '../support/browser';
import { until } from '../support/until';
import { world } from '../support/world';

const [customer] = business.customers;

describe('Page behind the button of a question, in a browser', () => {
	const page = usePage();

	test('a click on Decline is the reply', async () => {
		const { url, replyData } = await ask({ answerIn: 'page' });
		await page().goto(url);
		await page().getByRole('button', { name: 'Decline' }).click();
		await page().getByText('Thank you').waitFor();
		expect(await replyData()).toEqual({ approved: false });
	});

	test('a form can be filled in and sent', async () => {
		const { url, replyData } = await ask({
			responseType: 'customForm',
			formFields: {
				field: [
					{ label: 'Street', required: true },
					{ label: 'When', fieldType: 'dropdown', options: 'Morning, Evening' },
					{ label: 'Leave at the door', fieldType: 'checkbox' },
				],
			},
		});
		await page().goto(url);
		await page().getByLabel('Street *').fill('Harbour 1');
		await page().getByLabel('When').selectOption('Evening');
		await page().getByLabel('Leave at the door').check();
		await page().getByRole('button', { name: 'Send' }).click();
		await page().getByText('Thank you').waitFor();
		expect(await replyData()).toEqual({
			Street: 'Harbour 1',
			When: 'Evening',
			'Leave at the door': true,
		});
	});
});

async function ask(parameters: INodeParameters) {
	const { n8n, simulator } = world;
	const before = simulator.messages().length;
	const workflow = await n8n.createWorkflow(
		actionWorkflow('Ask on a page', world.credential, {
			parameters: {
				resource: 'message',
				operation: 'sendAndWait',
				to: customer.waId,
				message: 'Shall we deliver?',
				...parameters,
			},
			items: [{ json: {} }],
		}),
	);
	const id = await n8n.startWorkflow(workflow, startName);
	const { body } = await until('the question', () => simulator.messages()[before]);
	const { action } = body.interactive as { action: { parameters: { url: string } } };
	await n8n.endedOrWaitingExecution(id);
	return {
		url: action.parameters.url,
		replyData: async () => outputItems(await n8n.finishedExecution(id), actionName)[0]?.json.data,
	};
}
