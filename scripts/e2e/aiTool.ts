import { business } from '../../simulator';
import { actionNodeType, credentialOf, node, startName, to as connectedTo } from '../workflows';
import { startEndpoint } from './endpoint';
import {
	callTool,
	chatModelCredential,
	chatModelNode,
	type Completion,
	type ToolOffer,
} from './standInModel';
import type { World } from './world';

const recipient = `+${business.customers[0].waId}`;

const fromAi = (name: string, description: string) =>
	`={{ $fromAI('${name}', '${description}', 'string') }}`;
const toField = fromAi('to', 'Phone number with country code');

/** The tools of the agent: their parameters, what the model fills in, and what must be sent. */
const tools = [
	{
		name: 'Send a text',
		description: 'Send a text message in WhatsApp Business',
		parameters: { operation: 'sendText', to: toField, text: fromAi('text', 'The message') },
		filledIn: { to: recipient, text: 'We have aloe.' },
		sent: '"body":"We have aloe."',
	},
	{
		name: 'Confirm the order',
		description: 'Send a template message in WhatsApp Business',
		parameters: {
			operation: 'sendTemplate',
			to: toField,
			template: { __rl: true, mode: 'list', value: 'order_confirmation|en_US' },
			templateValues: {
				mappingMode: 'defineBelow',
				value: {
					'body.1': fromAi('name', 'First name of the customer'),
					'body.2': fromAi('order', 'Order number'),
					'body.3': '€99.99',
				},
				matchingColumns: [],
				schema: [],
				attemptToConvertTypes: false,
				convertFieldsToString: false,
			},
		},
		filledIn: { to: recipient, name: 'Ada', order: '4711' },
		sent: '"text":"4711"',
	},
];

/** An AI agent sends with WhatsApp Business nodes as its tools. The model is a stand-in that calls the tool. */
export async function checkAiTool(world: World): Promise<void> {
	const { checks, n8n, simulator, credential } = world;
	for (const tool of tools) {
		await checks.check(`AI agent: '${tool.name}' as a tool, with values of the model`, async () => {
			const model = await startEndpoint(({ body }) => callTool(body as Completion, tool.filledIn));
			try {
				const chatModel = await chatModelCredential(n8n, model);
				const workflow = await n8n.createWorkflow({
					name: tool.name,
					nodes: [
						node(startName, 'n8n-nodes-base.manualTrigger', {}, [0, 0]),
						{
							...node(
								'Agent',
								'@n8n/n8n-nodes-langchain.agent',
								{ promptType: 'define', text: 'Tell the customer.', options: {} },
								[200, 0],
							),
							typeVersion: 2.2,
						},
						chatModelNode(chatModel),
						{
							...node('WhatsApp', `${actionNodeType}Tool`, tool.parameters, [400, 200]),
							credentials: credentialOf(credential),
						},
					],
					connections: {
						[startName]: connectedTo('Agent'),
						Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
						WhatsApp: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
					},
					pinData: { [startName]: [{ json: {} }] },
				});
				const before = simulator.messages().length;
				const { status } = await n8n.runWorkflow(workflow, startName);
				const [sent] = simulator.messages().slice(before);
				if (status !== 'success' || !JSON.stringify(sent?.body ?? {}).includes(tool.sent)) {
					const calls = JSON.stringify(model.calls.map(({ body }) => body)).slice(0, 2000);
					throw new Error(`It ended with ${status}, sent ${JSON.stringify(sent)}. Asked: ${calls}`);
				}
				const [offered] = (model.calls[0]?.body as Completion).tools ?? [];
				expectOffer(offered, tool);
			} finally {
				await model.stop();
			}
		});
	}
}

function expectOffer(offered: ToolOffer | undefined, tool: (typeof tools)[number]): void {
	const { description, parameters } = offered?.function ?? {};
	const names = Object.keys(parameters?.properties ?? {}).sort();
	if (
		description !== tool.description ||
		names.join() !== Object.keys(tool.filledIn).sort().join()
	) {
		throw new Error(`The model was offered: ${JSON.stringify(offered)}.`);
	}
}
