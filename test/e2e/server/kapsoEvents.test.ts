import type { INodeParameters } from 'n8n-workflow';
import { kapsoStatusEvents } from '../../../nodes/shared/events/kapsoEvents';
import type { Credential, SavedWorkflow } from '../../../scripts/n8n/client';
import {
	actionNodeType,
	credentialOf,
	node,
	to,
	triggerNodeType,
} from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { ExecutionCounter } from '../support/executions';
import { hostCredential, hostStages } from '../support/hostStage';
import { startedWith } from '../support/startedWith';
import { publish, triggerName } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { removeWorkflows, resetSimulator, settled, world } from '../support/world';

const [customer] = business.customers;
const [number, otherNumber] = business.phoneNumbers;
const stage = hostStages.find(({ host }) => host === 'kapso');
const received = 'whatsapp.message.received';
const created = 'whatsapp.conversation.created';

/** Calls Kapso's platform as somebody else who has the key. */
async function callKapso(method: string, path: string, body?: object) {
	const response = await fetch(`${world.simulator.url}/kapso/platform/v1${path}`, {
		method,
		headers: { 'x-api-key': business.kapsoApiKey, 'content-type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(text);
	return (text === '' ? {} : JSON.parse(text)) as { data: unknown };
}

async function webhooks(): Promise<Array<{ url: string; events: string[] }>> {
	const { data } = await callKapso('GET', '/whatsapp/webhooks?per_page=100');
	return data as Array<{ url: string; events: string[] }>;
}

describe("n8n with Kapso's own events", () => {
	let credential: Credential;

	beforeAll(async () => {
		if (stage === undefined) throw new Error('There is no stage for Kapso');
		({ credential } = await hostCredential(stage));
	});

	beforeEach(async () => {
		await resetSimulator();
		world.simulator.updateSettings({ hosts: ['kapso'], kapsoTimeScale: 0.01 });
	});

	afterEach(removeWorkflows);
	afterAll(resetSimulator);

	async function listen(
		events: string[],
		triggerOptions: INodeParameters = {},
		then?: INodeParameters,
	): Promise<[SavedWorkflow, ExecutionCounter]> {
		const next = 'Next';
		const workflow = await publish({
			name: `Kapso ${events.join(' ')}`,
			nodes: [
				{
					...node(triggerName, triggerNodeType, { events, triggerOptions }, [0, 0]),
					webhookId: `e2e-kapso-${events.length}-${Object.keys(triggerOptions).length}`,
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
		const counter = new ExecutionCounter(() => workflow);
		await counter.begin();
		return [workflow, counter];
	}

	test('a message starts the workflow, and its reply starts it again when delivered', async () => {
		const reply = {
			...{ resource: 'message', operation: 'sendText' },
			...{ to: '={{ $json.from ?? $json.recipient }}', text: 'Thanks' },
		};
		const [workflow, started] = await listen([received], {}, reply);
		const [reports, reported] = await listen([created, 'whatsapp.message.delivered']);
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Hi' });
		await started.expectNew(1);
		expect(await startedWith(workflow, 1)).toMatchObject([
			{
				...{ event: 'message', text: 'Hi', from: customer.waId, chatInput: 'Hi' },
				extra: { kapso: { event: received, is_new_conversation: true } },
			},
		]);
		await reported.expectNew(2);
		expect(await startedWith(reports, 2)).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ event: created, type: 'created', from: customer.waId }),
				expect.objectContaining({ event: 'status', type: 'delivered', recipient: customer.waId }),
			]),
		);
	});

	test('a silence starts the workflow', async () => {
		const inactive = 'whatsapp.conversation.inactive';
		const [workflow] = await listen([inactive], { kapsoInactiveAfter: 1 });
		await world.simulator.writeAs(customer.waId, { type: 'text', text: 'Hello?' });
		await until('the silence', async () =>
			(await world.n8n.executionCount(workflow)) > 0 ? true : undefined,
		);
		expect(await startedWith(workflow, 1)).toMatchObject([
			{ event: inactive, from: customer.waId, raw: { inactivity: { minutes: 1 } } },
		]);
	});

	test('a number that a customer connects starts the workflow', async () => {
		const [workflow, started] = await listen(['whatsapp.phone_number.created']);
		const { data } = await callKapso('POST', '/customers', { customer: { name: 'Shop' } });
		const { id } = data as { id: string };
		await callKapso('POST', `/customers/${id}/whatsapp/phone_numbers`, {
			whatsapp_phone_number: { phone_number_id: otherNumber.id },
		});
		await started.expectNew(1);
		expect(await startedWith(workflow, 1)).toMatchObject([
			{ type: 'created', phoneNumberId: otherNumber.id, raw: { customer: { id } } },
		]);
	});

	test('a batch starts it once, a delivery that comes again and a forged one do not', async () => {
		const [workflow, started] = await listen([received, created], {
			kapsoBuffering: { settings: { seconds: 10, messages: 2 } },
		});
		for (const text of ['one', 'two']) {
			await world.simulator.writeAs(customer.waId, { type: 'text', text });
		}
		await started.expectNew(2);
		const items = await startedWith(workflow, 2);
		expect(items.filter(({ event }) => event === 'message')).toMatchObject([
			{ text: 'one' },
			{ text: 'two' },
		]);
		for (const { id, via } of world.simulator.webhooks()) {
			if (via === 'kapso') world.simulator.redeliverWebhook(id);
		}
		await settled();
		for (const proof of ['wrong', 'missing'] as const) {
			const { attempts } = await world.simulator.forgeHostWebhook('kapso', proof);
			expect(attempts.map(({ status }) => status)).toEqual([401]);
		}
		await started.expectNew(0);
	});

	test('the webhooks are made and removed, and those of others stay', async () => {
		const theirs = { url: 'https://crm.example.com/kapso', events: [received] };
		const path = `/whatsapp/phone_numbers/${number.id}/webhooks`;
		await callKapso('POST', path, { whatsapp_webhook: theirs });
		const [workflow] = await listen([received, 'whatsapp.phone_number.deleted']);
		expect((await webhooks()).map(({ events }) => events)).toEqual([
			['whatsapp.phone_number.deleted'],
			// The status of a question says that it waits for a written reply.
			[received, ...kapsoStatusEvents],
			[received],
		]);
		await world.n8n.deactivateWorkflow(workflow);
		await until('the removal', async () => ((await webhooks()).length === 1 ? true : undefined));
		expect(await webhooks()).toMatchObject([theirs]);
	});
});
