import { outputItems } from '../../../scripts/n8n/client';
import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator/business';
import { expectSuccess } from '../support/executions';
import { world } from '../support/world';

const [, customer] = business.customers;
const to = `+${customer.waId}`;

/** The output of the node, and the messages that Meta has accepted. */
async function send(parameters: Record<string, unknown>, items: Array<Record<string, string>>) {
	const { n8n, simulator } = world;
	const before = simulator.messages().length;
	const workflow = await n8n.createWorkflow(
		actionWorkflow('Ways to send', world.credential, {
			parameters: { resource: 'message', to, ...parameters },
			items: items.map((json) => ({ json })),
		}),
	);
	const execution = await n8n.runWorkflow(workflow, startName);
	expectSuccess(execution);
	await simulator.settled();
	const output = outputItems(execution, actionName).map(({ json }) => json);
	return { output, messages: simulator.messages().slice(before) };
}

describe('Ways to send in n8n', () => {
	test('without a template, and to a known identity only', async () => {
		const known = world.simulator.state.customer(customer.waId)?.identityKeyHash ?? '';
		world.simulator.closeWindow(customer.waId);
		const { output, messages } = await send(
			{
				operation: 'sendText',
				text: 'Your order is on its way.',
				options: {
					directSend: { settings: { category: 'utility', ttlSeconds: '600' } },
					recipientIdentityKeyHash: '={{ $json.hash }}',
				},
			},
			[{ hash: known }, { hash: 'another=' }],
		);
		expect(output).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
		const failures = messages.map(({ statuses }) =>
			statuses.flatMap(({ errors }) => errors?.map(({ code }) => code) ?? []),
		);
		expect(failures).toEqual([[], [137000]]);
		expect(messages[0]?.body).toMatchObject({ category: 'utility', ttl_seconds: 600 });
	});

	test('a template through the Cloud API where the Marketing Messages API refuses it', async () => {
		const { output, messages } = await send(
			{
				operation: 'sendTemplate',
				template: { __rl: true, mode: 'list', value: '={{ $json.template }}' },
				options: { marketingMessagesApi: true, fallBackToCloudApi: true },
			},
			[{ template: 'max_price_promotion|en_US' }, { template: 'hello_world|en_US' }],
		);
		expect(output).toMatchObject([{ sentVia: 'marketingMessagesApi' }, { sentVia: 'cloudApi' }]);
		expect(messages.map(({ endpoint }) => endpoint)).toEqual(['marketing_messages', 'messages']);
	});
});
