import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { deliverText, triggerUrls } from '../support/bothWebhooks';
import { ExecutionCounter } from '../support/executions';
import { startedWith } from '../support/startedWith';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { queueWorld } from '../support/world';

const [customer, other] = business.customers;

/** How old messages are when they come in: a minute is the shortest silence that n8n lets people enter. */
const secondsAgo = 40;

/** A main process and two webhook processes with the memory in Redis, which all watch or can. */
describe('Follow-ups in queue mode', () => {
	test('start once for each customer, also when a process that has heard of one was killed', async () => {
		const parameters = {
			...{ events: ['conversation_inactive'], inactiveWhen: 'nobodyWrites', inactiveAfter: 1 },
			triggerOptions: { separateExecutions: true },
		};
		const workflow: SavedWorkflow = await publish(triggerWorkflow('Silent', parameters));
		const executions = new ExecutionCounter(() => workflow);
		await executions.begin();
		const [, killed] = queueWorld.cluster.webhookProcesses;
		const [url, otherUrl] = await triggerUrls();
		expect(await deliverText(url, 'Hi', customer.waId, secondsAgo)).toBe(200);
		expect(await deliverText(otherUrl, 'Hi', other.waId, secondsAgo)).toBe(200);
		await killed?.kill();
		await executions.expectNew(2);
		expect((await startedWith(workflow, 2)).map((item) => item.customer).sort()).toEqual(
			[customer.waId, other.waId].sort(),
		);
		// Both would be due again, if anybody had not heard of the first time.
		expect(await deliverText(url, 'Hi again', other.waId, secondsAgo)).toBe(200);
		await executions.expectNew(1);
		expect(await startedWith(workflow, 1)).toMatchObject([{ customer: other.waId }]);
		await killed?.start();
		await queueWorld.n8n.deactivateWorkflow(workflow);
	});
});
