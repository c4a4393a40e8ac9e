import type { WorkflowDefinition } from '../../../scripts/n8n/client';
import {
	actionNodeType,
	credentialOf,
	node,
	startName,
	to as connectedTo,
} from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { startEndpoint, type Endpoint } from '../support/endpoint';
import { expectSuccess } from '../support/executions';
import {
	callTool,
	chatModelCredential,
	chatModelNode,
	type Completion,
} from '../support/standInModel';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { world } from '../support/world';

const [customer, manager] = business.customers;
const text = 'Your money is on its way.';

// The oldest n8n does not make a review step out of a node that sends and waits.
const describeReview = world.version.name === 'oldest' ? describe.skip : describe;

describeReview("Review of an AI agent's tool in the chat", () => {
	beforeAll(async () => {
		await publish(triggerWorkflow('Listen for approvals', { events: ['messages'] }));
	});

	test.each([
		{ title: 'Approve', messages: 1 },
		{ title: 'Decline', messages: 0 },
	])('a tap on $title: the tool sends $messages messages', async ({ title, messages }) => {
		const { n8n, simulator } = world;
		await simulator.reset({ keepCallbacks: true });
		// n8n asks the model for the values of the tool and those of the review.
		const filledIn = { toolParameters: { to: `+${customer.waId}`, text }, hitlParameters: {} };
		const model = await startEndpoint(({ body }) => callTool(body as Completion, filledIn));
		try {
			const workflow = await n8n.createWorkflow(await reviewedAgent(model));
			const id = await n8n.startWorkflow(workflow, startName);
			await until('the question', () => simulator.messages()[0]);
			await simulator.writeAs(manager.waId, { type: 'button', title });
			expectSuccess(await n8n.finishedExecution(id));
		} finally {
			await model.stop();
		}
		expect(simulator.messages().slice(1)).toHaveLength(messages);
	});
});

async function reviewedAgent(model: Endpoint): Promise<WorkflowDefinition> {
	const credentials = credentialOf(world.credential);
	const fromAi = (name: string) => `={{ $fromAI('${name}', '${name}', 'string') }}`;
	return {
		name: 'Reviewed agent',
		nodes: [
			node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]),
			{
				...node(
					'Agent',
					'@n8n/n8n-nodes-langchain.agent',
					{ promptType: 'define', text: 'Refund the customer.', options: {} },
					[200, 0],
				),
				typeVersion: 3.1,
			},
			chatModelNode(await chatModelCredential(world.n8n, model)),
			{
				...node(
					'Review',
					`${actionNodeType}HitlTool`,
					{
						resource: 'message',
						operation: 'sendAndWait',
						responseType: 'approval',
						to: manager.waId,
						message: '=May I use {{ $tool.name }}?',
					},
					[400, 200],
				),
				credentials,
			},
			{
				...node(
					'WhatsApp',
					`${actionNodeType}Tool`,
					{ operation: 'sendText', to: fromAi('to'), text: fromAi('text') },
					[400, 400],
				),
				credentials,
			},
		],
		connections: {
			[startName]: connectedTo('Agent'),
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			Review: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
			WhatsApp: { ai_tool: [[{ node: 'Review', type: 'ai_tool', index: 0 }]] },
		},
		pinData: { [startName]: [{ json: {} }] },
	};
}
