import type { INodeParameters } from 'n8n-workflow';
import { errorMessage, type Credential, type SavedWorkflow } from '../../../scripts/n8n/client';
import {
	actionNodeType,
	actionWorkflow,
	credentialOf,
	node,
	startName,
	to,
	triggerNodeType,
} from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { askingWorkflow } from '../support/askingWorkflow';
import { ExecutionCounter, expectSuccess } from '../support/executions';
import { hostCredential, hostStages } from '../support/hostStage';
import { postJson } from '../support/postJson';
import { buttonIds, isWaiting, outputOf } from '../support/questionStage';
import { startedWith } from '../support/startedWith';
import { publish, triggerName } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { removeWorkflows, resetSimulator, settled, world } from '../support/world';

const [customer] = business.customers;

const sendText: INodeParameters = {
	...{ resource: 'message', operation: 'sendText' },
	...{ to: `+${customer.waId}`, text: 'Hello from n8n' },
};

describe.each(hostStages)('n8n with $title', (stage) => {
	let credential: Credential;
	let wrong: Credential;
	let typed: Awaited<ReturnType<typeof hostCredential>>['data'];

	beforeAll(async () => {
		const { publicUrl } = stage;
		if (publicUrl !== undefined) await world.restartN8n({ WEBHOOK_URL: `${publicUrl}/` });
		({ credential, data: typed } = await hostCredential(stage));
		({ credential: wrong } = await hostCredential(stage, stage.wrong));
	});

	beforeEach(async () => {
		const { publicUrl, settings, host } = stage;
		// A host delivers again what came for the workflow of the test before, even when that is gone.
		await resetSimulator();
		const resolve = publicUrl === undefined ? {} : { [new URL(publicUrl).hostname]: world.n8n.url };
		world.simulator.updateSettings({ hosts: [host], resolve, ...settings });
	});

	afterEach(removeWorkflows);

	afterAll(async () => {
		await resetSimulator();
		if (stage.publicUrl !== undefined) await world.restartN8n();
	});

	/** Publishes the trigger, with more nodes behind it. */
	async function listen(
		triggerOptions: INodeParameters = {},
		then?: INodeParameters,
	): Promise<SavedWorkflow> {
		const next = 'Next';
		return await publish({
			name: `Listen to ${stage.title}`,
			nodes: [
				{
					...node(triggerName, triggerNodeType, { events: ['messages'], triggerOptions }, [0, 0]),
					webhookId: `e2e-${stage.title.toLowerCase().replace(/\W+/g, '-')}`,
					credentials: credentialOf(credential),
				},
				then === undefined
					? node(next, 'n8n-nodes-base.noOp', {}, [200, 0])
					: {
							...node(next, actionNodeType, then, [200, 0]),
							credentials: credentialOf(credential),
						},
			],
			connections: { [triggerName]: to(next) },
		});
	}

	test('the credential is tested, with the right secret and a wrong one', async () => {
		const right = await world.n8n.testCredential(credential, typed);
		expect(right).toMatchObject({ status: 'OK' });
		const refused = await world.n8n.testCredential(wrong, { ...typed, ...stage.wrong });
		expect(refused.status).toBe('Error');
		expect(refused.message).toMatch(stage.refusal);
	});

	test('a message goes out once', async () => {
		const workflow = await world.n8n.createWorkflow(
			actionWorkflow('Send', credential, { parameters: sendText, items: [{ json: {} }] }),
		);
		const before = world.simulator.messages().length;
		expectSuccess(await world.n8n.runWorkflow(workflow, startName));
		expect(world.simulator.messages().slice(before)).toMatchObject([
			{ recipient: customer.waId, body: { type: 'text', text: { body: 'Hello from n8n' } } },
		]);
	});

	test('a wrong secret is named, and nothing goes out', async () => {
		const workflow = await world.n8n.createWorkflow(
			actionWorkflow('Send in vain', wrong, { parameters: sendText, items: [{ json: {} }] }),
		);
		const before = world.simulator.messages().length;
		const message = errorMessage(await world.n8n.runWorkflow(workflow, startName));
		expect(message).toMatch(stage.refusal);
		for (const secret of Object.values(stage.wrong)) expect(message).not.toContain(secret);
		expect(world.simulator.messages()).toHaveLength(before);
	});

	test('a message comes in once, and a forged one starts nothing', async () => {
		const listening = await listen();
		const started = new ExecutionCounter(() => listening);
		await started.begin();
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Is anybody there?' });
		await started.expectNew(1);
		expect(await startedWith(listening, 1)).toMatchObject([
			{ event: 'message', text: 'Is anybody there?', from: customer.waId },
		]);
		for (const proof of ['wrong', 'missing'] as const) {
			const { attempts } = await world.simulator.forgeHostWebhook(stage.host, proof);
			expect(attempts.map(({ status }) => status)).toEqual([401]);
		}
		await started.expectNew(0);
	});

	test('a file comes in and goes out, byte for byte', async () => {
		const back = {
			...{ resource: 'message', operation: 'sendMedia' },
			...{ to: '={{ $json.from }}', mediaSource: 'binary' },
		};
		const listening = await listen({ downloadMedia: true }, back);
		const started = new ExecutionCounter(() => listening);
		await started.begin();
		const before = world.simulator.messages().length;
		const { message } = await world.simulator.writeAs(customer.waId, { type: 'image' });
		await started.expectNew(1);
		await startedWith(listening, 1);
		const { state } = world.simulator;
		const checksumOf = (id: string | undefined) => state.media.get(id ?? '')?.sha256;
		const [sent] = world.simulator.messages().slice(before);
		const received = checksumOf((message.image as { id?: string }).id);
		expect(received).toBeDefined();
		expect(checksumOf((sent?.body.image as { id?: string } | undefined)?.id)).toBe(received);
	});

	test('a reply in the chat resumes the execution that waits for it', async () => {
		await listen();
		const definition = askingWorkflow(`ask-${stage.host}-${stage.title.length}`, {
			to: customer.waId,
			message: 'Shall we deliver tomorrow?',
		});
		for (const asking of definition.nodes) {
			if (asking.credentials) asking.credentials = credentialOf(credential);
		}
		const workflow = await publish(definition);
		const before = world.simulator.messages().length;
		await postJson(`${world.n8n.url}/webhook/${definition.name}`, { order: 4711 });
		const sent = await until('the question', () => world.simulator.messages()[before]);
		const id = await until(
			'the execution',
			async () => (await world.n8n.executionIds(workflow))[0],
		);
		await until('the wait', async () => ((await isWaiting(id)) ? true : undefined));
		expect(buttonIds(sent)).toHaveLength(2);
		await world.simulator.writeAs(customer.waId, {
			type: 'button',
			title: 'Approve',
			messageId: sent.id,
		});
		await settled();
		expect(await outputOf(id)).toMatchObject({
			...{ answered: true, data: { approved: true }, from: customer.waId },
		});
	});
});
