import type { INodeParameters } from 'n8n-workflow';
import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { deliverText, triggerUrls } from '../support/bothWebhooks';
import { expectCollected } from '../support/collected';
import { ExecutionCounter } from '../support/executions';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { queueWorld } from '../support/world';

const texts = ['Oi', 'tudo bem?', 'queria saber o preço'];

/** Two webhook processes with the memory in Redis. */
describe('Collect Messages in queue mode', () => {
	let workflow: SavedWorkflow;
	let urls: [string, string];
	const executions = new ExecutionCounter(() => workflow);

	const start = async (name: string, settings: INodeParameters) => {
		const triggerOptions = { collectMessages: { settings } };
		workflow = await publish(triggerWorkflow(name, { events: ['messages'], triggerOptions }));
		urls = await triggerUrls();
		await executions.begin();
	};
	/** One after the other, each to the next process. */
	const write = async (...bodies: string[]) => {
		for (const [index, body] of bodies.entries()) {
			expect(await deliverText(urls[index % 2] ?? '', body)).toBe(200);
		}
	};

	test('three texts that reach both webhook processes start one execution', async () => {
		await start('Both collect', { silence: 3 });
		await write(...texts);
		await executions.expectNew(1);
		await expectCollected(workflow, texts);
		await write('later');
		await executions.expectNew(1);
		await expectCollected(workflow, ['later']);
		await queueWorld.n8n.deactivateWorkflow(workflow);
	});

	test('what a killed webhook process collects starts one execution in the other', async () => {
		const [first] = queueWorld.cluster.webhookProcesses;
		await start('One is killed', { silence: 10 });
		await write(...texts);
		await first?.kill();
		await executions.expectNew(1);
		await expectCollected(workflow, texts);
	});

	test('what all of them collect when they are killed starts one execution after the restart', async () => {
		const { webhookProcesses } = queueWorld.cluster;
		const [, other] = webhookProcesses;
		for (const text of texts) expect(await deliverText(urls[1], `${text}!`)).toBe(200);
		await other?.kill();
		await Promise.all(webhookProcesses.map((each) => each.start()));
		await executions.expectNew(1);
		await expectCollected(
			workflow,
			texts.map((text) => `${text}!`),
		);
		await write('after the restart');
		await executions.expectNew(1);
		await expectCollected(workflow, ['after the restart']);
		await queueWorld.n8n.deactivateWorkflow(workflow);
	});
});
