import { business } from '../../simulator';
import { actionNodeType, credentialOf, node, startName, to as connectedTo } from '../workflows';
import { startEndpoint } from './endpoint';
import { callTool, chatModelCredential, chatModelNode, type Completion } from './standInModel';
import { triggerWorkflow } from './triggerWorkflow';
import { until } from './until';
import type { World } from './world';
import { unpublish } from './unpublish';

const [customer, manager] = business.customers;
const reviewType = `${actionNodeType}HitlTool`;
const text = 'Your money is on its way.';

/**
 * Somebody approves in the chat before an AI agent's tool runs. Only newer n8n versions make such a review
 * step out of a node that sends and waits.
 */
export async function checkHumanReview(world: World): Promise<void> {
	const { checks, n8n, simulator, credential } = world;
	if (!(await n8n.nodeTypes()).includes(reviewType)) return;
	await simulator.reset({ keepCallbacks: true });
	const listening = await n8n.createWorkflow(
		triggerWorkflow(world, 'Listen for approvals', { events: ['messages'] }),
	);
	await n8n.activateWorkflow(listening);
	for (const [title, sends] of [
		['Approve', true],
		['Decline', false],
	] as const) {
		await checks.check(`AI agent: a tap on ${title} decides whether its tool runs`, async () => {
			await simulator.reset({ keepCallbacks: true });
			// n8n asks the model for the values of the tool and those of the review.
			const filledIn = { toolParameters: { to: `+${customer.waId}`, text }, hitlParameters: {} };
			const model = await startEndpoint(({ body }) => callTool(body as Completion, filledIn));
			try {
				const chatModel = await chatModelCredential(n8n, model);
				const fromAi = (name: string) => `={{ $fromAI('${name}', '${name}', 'string') }}`;
				const workflow = await n8n.createWorkflow({
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
						chatModelNode(chatModel),
						{
							...node(
								'Review',
								reviewType,
								{
									resource: 'message',
									operation: 'sendAndWait',
									responseType: 'approval',
									to: manager.waId,
									message: '=May I use {{ $tool.name }}?',
								},
								[400, 200],
							),
							credentials: credentialOf(credential),
						},
						{
							...node(
								'WhatsApp',
								`${actionNodeType}Tool`,
								{ operation: 'sendText', to: fromAi('to'), text: fromAi('text') },
								[400, 400],
							),
							credentials: credentialOf(credential),
						},
					],
					connections: {
						[startName]: connectedTo('Agent'),
						Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
						Review: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
						WhatsApp: { ai_tool: [[{ node: 'Review', type: 'ai_tool', index: 0 }]] },
					},
					pinData: { [startName]: [{ json: {} }] },
				});
				const id = await n8n.startWorkflow(workflow, startName);
				await until('the question', () => simulator.messages()[0]);
				await simulator.writeAs(manager.waId, { type: 'button', title });
				const { status } = await n8n.finishedExecution(id);
				const sent = simulator.messages().slice(1);
				if (status !== 'success' || sent.length !== (sends ? 1 : 0)) {
					throw new Error(`It ended with ${status}, sent ${JSON.stringify(sent)}.`);
				}
			} finally {
				await model.stop();
			}
		});
	}
	// n8n remembers the address for good when a status comes in while it takes the address away.
	await simulator.settled();
	await unpublish(world, listening);
	await n8n.deleteWorkflow(listening);
}
