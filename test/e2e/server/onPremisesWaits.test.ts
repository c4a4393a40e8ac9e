import type { INodeParameters } from 'n8n-workflow';
import { errorMessage, type Credential, type SavedWorkflow } from '../../../scripts/n8n/client';
import { credentialOf } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { askingWorkflow } from '../support/askingWorkflow';
import { holdStatuses, releaseStatuses, report } from '../support/deliveryStage';
import { ExecutionCounter } from '../support/executions';
import { hostCredential, hostStages } from '../support/hostStage';
import { postJson } from '../support/postJson';
import { isWaiting, outputOf, type Asked } from '../support/questionStage';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { removeWorkflows, resetSimulator, settled, world } from '../support/world';
import type { WorkflowDefinition } from '../../../scripts/n8n/client';

const [customer] = business.customers;
const stages = hostStages.filter(({ host }) => host === 'onPremises');

/** What an execution waits for, which the statuses and the replies of such a server do not say. */
describe.each(stages)('Send and Wait in n8n with $title', (stage) => {
	let credential: Credential;
	let listening: SavedWorkflow;
	const started = new ExecutionCounter(() => listening);
	let asking = 0;

	const withCredential = ({ nodes, ...rest }: WorkflowDefinition): WorkflowDefinition => ({
		...rest,
		nodes: nodes.map((each) =>
			each.credentials ? { ...each, credentials: credentialOf(credential) } : each,
		),
	});

	beforeAll(async () => {
		await resetSimulator();
		world.simulator.updateSettings({ hosts: [stage.host], ...stage.settings });
		({ credential } = await hostCredential(stage));
		listening = await publish(
			withCredential(
				triggerWorkflow(`Listen for waits with ${stage.title}`, {
					events: ['messages', 'statuses'],
				}),
			),
		);
	});
	beforeEach(() => started.begin());
	afterEach(releaseStatuses);
	afterAll(async () => {
		await removeWorkflows();
		await resetSimulator();
	});

	/** Starts an execution that sends a message, and returns it once the message is sent. */
	async function send(parameters: INodeParameters): Promise<Asked> {
		const path = `wait-${stage.title.toLowerCase().replace(/\W+/g, '-')}-${++asking}`;
		const definition = askingWorkflow(path, { to: `+${customer.waId}`, ...parameters });
		const workflow = await publish(withCredential(definition));
		const before = world.simulator.messages().length;
		await postJson(`${world.n8n.url}/webhook/${path}`, {});
		const sent = await until('the message', () => world.simulator.messages()[before]);
		const id = await until(
			'the execution',
			async () => (await world.n8n.executionIds(workflow))[0],
		);
		return { id, sent };
	}

	/** The same, once the execution waits. */
	async function sendAndAwait(parameters: INodeParameters): Promise<Asked> {
		const asked = await send(parameters);
		await until('the wait', async () => ((await isWaiting(asked.id)) ? true : undefined));
		return asked;
	}

	const forDelivery = { responseType: 'delivery', text: 'Your code is 4711' };
	const forText = (message: string) => ({ responseType: 'freeText', message });

	async function write(text: string, quoted?: string): Promise<void> {
		await world.simulator.writeAs(customer.waId, {
			...{ type: 'text', text },
			...(quoted && { replyTo: quoted }),
		});
		await settled();
	}

	test('a message that arrives: its statuses resume the execution, and start nothing', async () => {
		const { id, sent } = await send(forDelivery);
		expect(sent.body).not.toHaveProperty('biz_opaque_callback_data');
		expect(await outputOf(id)).toMatchObject({
			delivery: { status: 'delivered', delivered: true, error: null },
		});
		await started.expectNew(0);
	});

	test('a message that is not delivered, and one whose time is over', async () => {
		holdStatuses();
		const late = await sendAndAwait({ ...forDelivery, timeLimit: 0.2 });
		const failing = await sendAndAwait(forDelivery);
		report(failing.sent, 'failed');
		expect(await outputOf(failing.id)).toMatchObject({
			delivery: { status: 'failed', delivered: false },
		});
		// n8n looks once a minute for executions whose wait is over.
		await until('the end of the wait', async () => ((await isWaiting(late.id)) ? undefined : true));
		expect(await outputOf(late.id)).toMatchObject({
			delivery: { status: 'timedOut', delivered: false },
		});
		report(late.sent, 'delivered');
		await started.expectNew(0);
	});

	test('two questions to one customer: the newest gets what is written, the older what quotes it', async () => {
		// Those of questions start the trigger's workflow, as with Meta. The replies need none.
		holdStatuses();
		const first = await sendAndAwait(forText('Which street?'));
		const second = await sendAndAwait(forText('Which day?'));
		await write('Main Street', first.sent.id);
		expect(await outputOf(first.id)).toMatchObject({ answered: true, text: 'Main Street' });
		expect(await isWaiting(second.id)).toBe(true);
		await write('Monday');
		expect(await outputOf(second.id)).toMatchObject({ answered: true, text: 'Monday' });
		await started.expectNew(0);
		await write('Thank you');
		await write('or rather Tuesday', second.sent.id);
		await started.expectNew(2);
	});

	test('a question without a reply, and one that is not delivered', async () => {
		holdStatuses();
		const limitWaitTime = { values: { resumeAmount: 0.2, resumeUnit: 'minutes' } };
		const late = await sendAndAwait({ ...forText('Still there?'), options: { limitWaitTime } });
		const failing = await sendAndAwait(forText('Which day?'));
		report(failing.sent, 'failed');
		const failed = await world.n8n.finishedExecution(failing.id);
		expect(errorMessage(failed)).toMatch(/not delivered|did not deliver|could not be delivered/i);
		await until('the end of the wait', async () => ((await isWaiting(late.id)) ? undefined : true));
		expect(await outputOf(late.id)).toMatchObject({ answered: false });
		await started.begin();
		await write('Hello?');
		await started.expectNew(1);
	});
});
