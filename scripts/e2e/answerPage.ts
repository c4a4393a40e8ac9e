import { deepStrictEqual } from 'node:assert';
import type { INodeParameters } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { business } from '../../simulator';
import { outputItems } from '../n8n/client';
import { actionName, actionWorkflow, startName } from '../workflows';
import { until } from './until';
import type { World } from './world';

const [customer] = business.customers;

/** The page behind the button of a question, opened and answered in a browser as on a phone. */
export async function checkAnswerPage(world: World, page: Page): Promise<void> {
	const { checks } = world;
	await checks.check('answer page: a click on Decline answers', async () => {
		const { url, answer } = await ask(world, { answerIn: 'page' });
		await page.goto(url);
		await page.getByRole('button', { name: 'Decline' }).click();
		await page.getByText('Thank you').waitFor();
		deepStrictEqual(await answer(), { approved: false });
	});

	await checks.check('answer page: a form is filled in and sent', async () => {
		const { url, answer } = await ask(world, {
			responseType: 'customForm',
			formFields: {
				field: [
					{ label: 'Street', required: true },
					{ label: 'When', fieldType: 'dropdown', options: 'Morning, Evening' },
					{ label: 'Leave at the door', fieldType: 'checkbox' },
				],
			},
		});
		await page.goto(url);
		await page.getByLabel('Street *').fill('Harbour 1');
		await page.getByLabel('When').selectOption('Evening');
		await page.getByLabel('Leave at the door').check();
		await page.getByRole('button', { name: 'Send' }).click();
		await page.getByText('Thank you').waitFor();
		deepStrictEqual(await answer(), {
			Street: 'Harbour 1',
			When: 'Evening',
			'Leave at the door': true,
		});
	});
}

async function ask({ n8n, simulator, credential }: World, parameters: INodeParameters) {
	const before = simulator.messages().length;
	const workflow = await n8n.createWorkflow(
		actionWorkflow('Ask on a page', credential, {
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
		answer: async () => outputItems(await n8n.finishedExecution(id), actionName)[0]?.json.data,
	};
}
