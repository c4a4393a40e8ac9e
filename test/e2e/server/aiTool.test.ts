import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowDefinition } from '../../../scripts/n8n/client';
import {
	credentialOf,
	node,
	startName,
	to as connectedTo,
	toolNodeType,
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
		description: 'Send a text message within the 24-hour window in WhatsApp Business',
		parameters: { operation: 'sendText', to: toField, text: fromAi('text', 'The message') },
		filledIn: { to: recipient, text: 'We have aloe.' },
		sent: '"body":"We have aloe."',
	},
	{
		name: 'Confirm the order',
		description: 'Send a template message at any time in WhatsApp Business',
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
		description: 'Send a text message within the 24-hour window in WhatsApp Business',
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
	{
		name: 'Send any template',
		description: 'Send a template message at any time in WhatsApp Business',
		parameters: {
			operation: 'sendTemplate',
			to: toField,
			template: { __rl: true, mode: 'name', value: fromAi('template', 'Name and language') },
		},
		filledIn: { to: recipient, template: 'hello_world, en_US' },
		sent: '"name":"hello_world","language":{"code":"en_US"}',
	},
	{
		name: 'Send a picture',
		description: 'Send a media message within the 24-hour window in WhatsApp Business',
		parameters: {
			operation: 'sendMedia',
			to: toField,
			mediaSource: 'url',
			mediaUrl: fromAi('url', 'URL of the picture'),
		},
		filledIn: { to: recipient, url: 'https://example.com/aloe.jpg' },
		sent: '"link":"https://example.com/aloe.jpg"',
	},
	{
		name: 'Ask with buttons',
		description: 'Send a message with reply buttons within the 24-hour window in WhatsApp Business',
		parameters: {
			operation: 'sendButtons',
			to: toField,
			body: fromAi('question', 'The question'),
			buttons: {
				button: [
					{ title: fromAi('yes', 'First button') },
					{ title: fromAi('no', 'Second button') },
				],
			},
		},
		filledIn: { to: recipient, question: 'Shall we deliver it?', yes: 'Yes', no: 'No' },
		sent: '"reply":{"id":"No","title":"No"}',
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

/** The tool for an agent, what the model fills in, and the response that the model reads. */
const responses = [
	{
		name: 'the state of a conversation',
		tool: {
			name: 'Look at the chat',
			parameters: {
				resource: 'conversation',
				operation: 'getState',
				customer: fromAi('customer', 'Phone number with country code'),
			},
			filledIn: { customer: recipient },
		},
		words: ['windowOpen'],
	},
	{
		name: 'what is wrong with a phone number',
		tool: {
			name: 'Send to a wrong number',
			parameters: { operation: 'sendText', to: toField, text: fromAi('text', 'The message') },
			filledIn: { to: '4711', text: 'Hello' },
		},
		words: ["'To' ", 'country code', 'safeToSendAgain'],
	},
	{
		name: 'which template does not exist, and what to do',
		tool: {
			name: 'Send no template',
			parameters: {
				operation: 'sendTemplate',
				to: toField,
				template: { __rl: true, mode: 'name', value: fromAi('template', 'Name and language') },
			},
			filledIn: { to: recipient, template: 'no_such_template, en_US' },
		},
		words: ['132001', 'Message Templates'],
	},
];

describe('What an agent reads of its tool', () => {
	test.each(responses)('$name', async ({ tool, words }) => {
		const model = await startEndpoint(({ body }) => callTool(body as Completion, tool.filledIn));
		try {
			const workflow = await world.n8n.createWorkflow(await agentWith(tool, model));
			expectSuccess(await world.n8n.runWorkflow(workflow, startName));
		} finally {
			await model.stop();
		}
		const { messages } = model.calls.at(-1)?.body as Completion;
		const read = JSON.stringify(messages.findLast(({ role }) => role === 'tool')?.content);
		for (const word of words) expect(read).toContain(word);
		expect(read).not.toMatch(/node_modules|at async/);
	});
});

async function agentWith(
	tool: { name: string; parameters: INodeParameters },
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
				...node('WhatsApp', toolNodeType, tool.parameters, [400, 200]),
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
