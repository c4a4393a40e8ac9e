import { business } from '../../../simulator';
import { ExecutionCounter } from '../support/executions';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { world } from '../support/world';

const [customer] = business.customers;

/** What earlier versions offered and the node no longer does, or offers in another place. */
const saved = {
	events: ['messages', 'tracking_events', 'user_id_update', 'business_username_updates'],
	filters: { messageTypes: ['chatOpened', 'text'] },
};

test('A trigger that was saved with what earlier versions offered is published and starts', async () => {
	const { n8n, simulator } = world;
	const parameters = { ...saved, registration: 'app', triggerOptions: { takeOver: true } };
	const workflow = await publish(triggerWorkflow('Saved earlier', parameters));
	const executions = new ExecutionCounter(() => workflow);
	await executions.begin();
	await simulator.writeAs(customer.waId, { type: 'text', text: 'Hello' });
	await executions.expectNew(1);
	await simulator.writeAs(customer.waId, { type: 'location', latitude: 1, longitude: 2 });
	await simulator.settled();
	await executions.expectNew(0);
	await world.restartN8n();
	await simulator.writeAs(customer.waId, { type: 'text', text: 'Are you still there?' });
	await executions.expectNew(1);
	await n8n.deactivateWorkflow(workflow);
});
