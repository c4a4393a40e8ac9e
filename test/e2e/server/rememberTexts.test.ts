import type { INodeParameters } from 'n8n-workflow';

import { outputItems, type SavedWorkflow } from '../../../scripts/n8n/client';
import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { ExecutionCounter, expectSuccess } from '../support/executions';
import { publish, triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { world } from '../support/world';

const [customer] = business.customers;

describe('Remember Texts', () => {
	let workflow: SavedWorkflow;
	const executions = new ExecutionCounter(() => workflow);

	const start = async (name: string, triggerOptions: INodeParameters) => {
		workflow = await publish(triggerWorkflow(name, { events: ['messages'], triggerOptions }));
		await executions.begin();
	};
	afterEach(() => world.n8n.deactivateWorkflow(workflow));

	/** Runs the node in another workflow. */
	const run = async (parameters: INodeParameters) => {
		const items = [{ json: {} }];
		const definition = actionWorkflow('Other workflow', world.credential, { parameters, items });
		const other = await world.n8n.createWorkflow(definition);
		const execution = await world.n8n.runWorkflow(other, startName);
		expectSuccess(execution);
		return outputItems(execution, actionName)[0]?.json;
	};
	const send = async () => {
		const to = `+${customer.waId}`;
		await run({ resource: 'message', operation: 'sendText', to, text: 'Tea or coffee?' });
		return world.simulator.messages().at(-1)?.id;
	};
	const write = async (text: string, replyTo?: string) => {
		const { id } = await world.simulator.writeAs(customer.waId, { type: 'text', text, replyTo });
		await executions.expectNew(1);
		return id;
	};
	/** The context in the newest execution. */
	const context = async () => {
		const [id = ''] = await world.n8n.executionIds(workflow);
		const execution = await world.n8n.finishedExecution(id);
		expectSuccess(execution);
		return outputItems(execution, triggerName)[0]?.json.context;
	};

	test('what was sent, what a person wrote in the app and what the customer wrote is known after a crash', async () => {
		await start('Quotes', { rememberTexts: true });
		const sent = await send();
		const { id: inApp } = world.simulator.replyInBusinessApp(customer.waId, { text: 'Ada here' });
		const own = await write('Tea');
		await world.killAndRestartN8n();
		await write('That one', sent);
		const text = 'Tea or coffee?';
		expect(await context()).toMatchObject({ id: sent, type: 'text', text, sentBy: 'workflow' });
		await write('Hi Ada', inApp);
		expect(await context()).toMatchObject({
			type: 'text',
			text: 'Ada here',
			sentBy: 'businessApp',
		});
		await write('I mean green tea', own);
		expect(await context()).toMatchObject({ type: 'text', text: 'Tea', sentBy: 'customer' });
	});

	test('nothing is known once the customer is forgotten', async () => {
		await start('Forgotten', { rememberTexts: true });
		const sent = await send();
		const number = `+${customer.waId}`;
		const forget = { resource: 'conversation', operation: 'forget', customer: number };
		const deletedData = expect.arrayContaining(['texts']);
		expect(await run(forget)).toMatchObject({ deleted: true, deletedData });
		await write('That one', sent);
		expect(await context()).toMatchObject({ id: sent, type: null, text: null, sentBy: null });
	});

	test('nothing is known without the option', async () => {
		await start('Without', {});
		const sent = await send();
		await write('That one', sent);
		expect(await context()).toMatchObject({ id: sent, type: null, text: null, sentBy: null });
	});
});
