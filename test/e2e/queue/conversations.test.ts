import type { INodeParameters } from 'n8n-workflow';
import { outputItems, type SavedWorkflow } from '../../../scripts/n8n/client';
import { actionNodeType, credentialOf, node, to } from '../../../scripts/workflows';
import { echoOf } from '../../../simulator/echoes/echo';
import { receiveOldMessage } from '../support/closedWindow';
import { deliver, deliverText, triggerUrls } from '../support/bothWebhooks';
import { ExecutionCounter } from '../support/executions';
import { publish, triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { queueWorld } from '../support/world';

/** One for each role: what one test notes of a customer, the next one finds. */
const [recent, late, helped, other] = ['16505550701', '16505550702', '16505550703', '16505550704'];
const hour = 3_600_000;

/** A webhook process notes in Redis what another one, or a worker, goes by. */
describe('Conversations in queue mode', () => {
	let listening: SavedWorkflow;
	let urls: [string, string];

	beforeAll(async () => {
		const triggerOptions = { pauseWhilePersonReplies: 60 };
		const parameters = { events: ['messages'], triggerOptions };
		listening = await publish(triggerWorkflow('Customers', parameters));
		urls = await triggerUrls();
	});

	/** What the next execution of the trigger begins with. */
	const began = async () => {
		const [id = ''] = await queueWorld.n8n.executionIds(listening);
		return outputItems(await queueWorld.n8n.finishedExecution(id), triggerName);
	};

	test('a worker sends by the window that a webhook process has noted', async () => {
		const { n8n, simulator, cluster } = queueWorld;
		const executions = new ExecutionCounter(() => listening);
		await executions.begin();
		const before = Date.now();
		expect(await deliverText(urls[1], 'Hi', recent)).toBe(200);
		await executions.expectNew(1);
		const [item] = await began();
		const until24 = Date.parse(String(item?.json.windowOpenUntil)) - 24 * hour;
		expect(Math.abs(until24 - before)).toBeLessThan(hour);
		await receiveOldMessage(late);
		await executions.expectNew(1);
		const sent = simulator.messages().length;
		const workflow = await publish(replying('queue-window'));
		for (const customer of [recent, late]) {
			await fetch(`${cluster.webhookUrl}/webhook/queue-window`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ to: `+${customer}` }),
			});
		}
		const ids = await until('both executions', async () => {
			const found = await n8n.executionIds(workflow);
			return found.length === 2 ? found : undefined;
		});
		await Promise.all(ids.map((id) => n8n.finishedExecution(id)));
		const kinds = simulator
			.messages()
			.slice(sent)
			.map(({ body }) => `${String(body.to)} ${String(body.type)}`);
		expect(kinds.sort()).toEqual([`+${recent} text`, `+${recent} text`, `+${late} template`]);
	});

	test('an echo that one webhook process gets pauses the chat in the other', async () => {
		const { simulator } = queueWorld;
		const executions = new ExecutionCounter(() => listening);
		await executions.begin();
		const [sender] = simulator.state.phoneNumbers;
		if (!sender) throw new Error('The business has no number.');
		const customer = simulator.state.customerOrNew(helped);
		const echo = echoOf('smb_message_echoes', sender, customer, {
			...{ id: `wamid.echo.${Date.now()}`, at: Date.now() },
			content: { type: 'text', text: { body: 'I am on it' } },
		});
		expect(await deliver(urls[1], echo)).toBe(200);
		expect(await deliverText(urls[0], 'Thanks', helped)).toBe(200);
		expect(await deliverText(urls[0], 'Hello', other)).toBe(200);
		await executions.expectNew(1);
		expect((await began())[0]?.json).toMatchObject({ from: other, paused: false });
	});
});

/** Replies to whoever its webhook names: once not at all outside the window, once with a template instead. */
function replying(path: string) {
	const reply = (name: string, parameters: INodeParameters, y: number) => ({
		...node(
			name,
			actionNodeType,
			{
				...{ resource: 'message', operation: 'sendText' },
				...{ to: '={{ $json.body.to }}', text: 'Hello', ...parameters },
			},
			[200, y],
		),
		onError: 'continueRegularOutput' as const,
		credentials: credentialOf(queueWorld.credential),
	});
	const template = { __rl: true, mode: 'list', value: 'hello_world|en_US' };
	return {
		name: path,
		nodes: [
			{
				...node('Order', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path }, [0, 0]),
				...{ typeVersion: 2, webhookId: path },
			},
			reply('Or not', { ifWindowClosed: 'fail' }, 0),
			reply('Or template', { ifWindowClosed: 'template', template }, 200),
		],
		connections: { Order: to('Or not', 'Or template') },
	};
}
