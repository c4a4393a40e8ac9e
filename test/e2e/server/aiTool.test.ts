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
import { world } from '../support/world';

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
	{
		name: 'Reply at any time',
		description: 'Send a text message in WhatsApp Business',
		parameters: {
			operation: 'sendText',
			to: toField,
			text: fromAi('text', 'The message'),
			ifWindowClosed: 'template',
			template: { __rl: true, mode: 'list', value: 'order_confirmation|en_US' },
			templateValues: {
				mappingMode: 'defineBelow',
				value: { 'body.1': fromAi('name', 'First name'), 'body.2': '4711', 'body.3': '€99.99' },
				matchingColumns: [],
				schema: [],
				attemptToConvertTypes: false,
				convertFieldsToString: false,
			},
		},
		filledIn: { to: recipient, text: 'It is on its way.', name: 'Ada' },
		sent: '"body":"It is on its way."',
	},
];

/** The model is a stand-in that calls the tool it is offered. */
describe('AI agent with a WhatsApp Business node as its tool', () => {
	test.each(tools)('$name: the model sees its fields, and its values are sent', async (tool) => {
		const { n8n, simulator } = world;
		const before = simulator.messages().length;
		const model = await startEndpoint(({ body }) => callTool(body as Completion, tool.filledIn));
		try {
			const workflow = await n8n.createWorkflow(await agentWith(tool, model));
			expectSuccess(await n8n.runWorkflow(workflow, startName));
		} finally {
			await model.stop();
		}
		const [sent] = simulator.messages().slice(before);
		expect(JSON.stringify(sent?.body ?? {})).toContain(tool.sent);
		const [offered] = (model.calls[0]?.body as Completion).tools ?? [];
		expect(offered?.function.description).toBe(tool.description);
		const fields = Object.keys(offered?.function.parameters.properties ?? {});
		expect(fields.sort()).toEqual(Object.keys(tool.filledIn).sort());
	});
});

async function agentWith(
	tool: (typeof tools)[number],
	model: Endpoint,
): Promise<WorkflowDefinition> {
	const { n8n, credential } = world;
	return {
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
			chatModelNode(await chatModelCredential(n8n, model)),
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
	};
}
