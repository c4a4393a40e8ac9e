import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { Credential, SavedWorkflow } from '../../../scripts/n8n/client';
import {
	actionNodeType,
	credentialOf,
	node,
	to as connectedTo,
	triggerNodeType,
} from '../../../scripts/workflows';
import { business, type CustomerMessage } from '../../../simulator';
import type { FormFile } from '../../../simulator/graph/multipartForm';
import { startEndpoint, type Endpoint } from '../support/endpoint';
import { ExecutionCounter, expectSuccess } from '../support/executions';
import {
	callTool,
	chatModelCredential,
	chatModelNode,
	saying,
	type Completion,
} from '../support/standInModel';
import { publish } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { quiet, world } from '../support/world';

const [customer] = business.customers;
const triggerName = 'Customer Writes';

let openAi: Endpoint;
let workflow: SavedWorkflow;
const executions = new ExecutionCounter(() => workflow);

/** What OpenAI takes; a part without a file name is no file for it. */
const recordings = ['flac', 'm4a', 'mp3', 'mp4', 'mpeg', 'mpga', 'ogg', 'wav', 'webm'];

/** OpenAI's three endpoints that the nodes use. The model says how many messages it was given. */
function respond({ path, body }: Endpoint['calls'][number]): unknown {
	if (path.endsWith('/audio/transcriptions')) {
		const { file } = (body as { files: Partial<Record<string, FormFile>> }).files;
		if (!file) throw new Error('no file');
		const extension = file.fileName.split('.').at(-1) ?? '';
		if (!recordings.includes(extension)) throw new Error(`Unsupported file format ${extension}`);
		return { text: `${file.fileName} of ${file.content.length} bytes` };
	}
	if (path.endsWith('/responses')) return { output: [{ type: 'message' }] };
	return saying(`Answer to ${(body as Completion).messages.length} messages`);
}

async function start(
	name: string,
	triggerParameters: INodeParameters,
	nodes: INode[],
	connections: IConnections,
): Promise<void> {
	const trigger = {
		...node(triggerName, triggerNodeType, { events: ['messages'], ...triggerParameters }, [0, 0]),
		webhookId: `e2e-${name.toLowerCase().replace(/\W+/g, '-')}`,
		credentials: credentialOf(world.credential),
	};
	workflow = await publish({ name, nodes: [trigger, ...nodes], connections });
	await executions.begin();
}

/** The customer writes, and the workflow ends well. */
async function write(message: CustomerMessage): Promise<void> {
	await world.simulator.writeAs(customer.waId, message);
	await executions.expectNew(1);
	const [id = ''] = await world.n8n.executionIds(workflow);
	expectSuccess(await world.n8n.finishedExecution(id));
}

const downloadMedia = { triggerOptions: { downloadMedia: true } };
const downloaded = (call: Endpoint['calls'][number] | undefined) =>
	(call?.body as { files: Record<string, FormFile> }).files.file;

const openAiNode = (
	name: string,
	parameters: INodeParameters,
	{ id, name: of }: Credential,
): INode => ({
	...node(name, '@n8n/n8n-nodes-langchain.openAi', parameters, [400, 0]),
	typeVersion: 2.1,
	credentials: { openAiApi: { id, name: of } },
});

beforeEach(async () => {
	openAi = await startEndpoint(respond);
});

afterEach(async () => {
	// Statuses of the answers must not come to a webhook that is gone.
	await quiet();
	await world.n8n.deactivateWorkflow(workflow);
	await openAi.stop();
});

describe('Trigger, AI Agent, Simple Memory and Send Text', () => {
	beforeEach(async () => {
		// The agent and the memory as they come from the nodes panel.
		const agent = {
			...node('AI Agent', '@n8n/n8n-nodes-langchain.agent', {}, [200, 0]),
			typeVersion: 3,
		};
		const memory = {
			...node('Simple Memory', '@n8n/n8n-nodes-langchain.memoryBufferWindow', {}, [300, 200]),
			typeVersion: 1.3,
		};
		const answer = {
			...node(
				'Answer',
				actionNodeType,
				{ operation: 'sendText', text: '={{ $json.output }}' },
				[600, 0],
			),
			credentials: credentialOf(world.credential),
		};
		const model = chatModelNode(await chatModelCredential(world.n8n, openAi));
		await start('Agent without expressions', downloadMedia, [agent, memory, model, answer], {
			[triggerName]: connectedTo('AI Agent'),
			'AI Agent': connectedTo('Answer'),
			[model.name]: {
				ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]],
			},
			'Simple Memory': { ai_memory: [[{ node: 'AI Agent', type: 'ai_memory', index: 0 }]] },
		});
	});

	/** What the customer is told, and what the model was asked in the end. */
	async function ask(message: CustomerMessage): Promise<{ told: unknown; asked: unknown }> {
		const before = world.simulator.messages().length;
		await write(message);
		const told = await until('an answer', () => world.simulator.messages()[before]);
		const { messages } = openAi.calls.at(-1)?.body as Completion;
		// A picture comes as a message of its own.
		const asked = messages.findLast(
			({ role, content }) => role === 'user' && typeof content === 'string',
		);
		expect(told.body.to).toBe(`+${customer.waId}`);
		return { told: told.body.text, asked: asked?.content };
	}

	test('work without a setting in the agent and the memory', async () => {
		expect(await ask({ type: 'text', text: 'Do you have aloe?' })).toEqual({
			asked: 'Do you have aloe?',
			told: expect.objectContaining({ body: 'Answer to 1 messages' }),
		});
		// The memory adds the first question and its answer.
		expect(await ask({ type: 'location', latitude: 19.4326, longitude: -99.1332 })).toEqual({
			asked: '[Location: 19.4326, -99.1332]',
			told: expect.objectContaining({ body: 'Answer to 3 messages' }),
		});
		const contacts = [
			{ name: { formatted_name: 'Ana López' }, phones: [{ phone: '+52 55 1234 5678' }] },
		];
		expect((await ask({ type: 'contacts', contacts })).asked).toBe(
			'[Contact: Ana López, +52 55 1234 5678]',
		);
		const products = [{ productRetailerId: 'aloe', quantity: 2, price: 9.99 }];
		expect((await ask({ type: 'order', catalogId: business.catalog.id, products })).asked).toBe(
			'[Order: 2 × aloe at 9.99 EUR]',
		);
		expect((await ask({ type: 'audio' })).asked).toBe('[Voice message]');
		expect((await ask({ type: 'raw', message: { type: 'unsupported' } })).asked).toBe(
			'[Unsupported message]',
		);
	});

	test('show the model a picture with its caption', async () => {
		const { asked } = await ask({ type: 'image', caption: 'Is it ill?' });
		expect(asked).toBe('[Image]\nIs it ill?');
		expect(JSON.stringify(openAi.calls.at(-1)?.body)).toContain('data:image/jpeg;base64,');
	});
});

describe('A tool of the agent with an empty To', () => {
	test('writes to the customer who wrote', async () => {
		await openAi.stop();
		openAi = await startEndpoint(({ body }) =>
			callTool(body as Completion, { text: 'Yes, we have.' }),
		);
		const agent = {
			...node('AI Agent', '@n8n/n8n-nodes-langchain.agent', {}, [200, 0]),
			typeVersion: 3,
		};
		const tool = {
			...node(
				'Answer',
				`${actionNodeType}Tool`,
				{ operation: 'sendText', text: "={{ $fromAI('text', 'The answer', 'string') }}" },
				[400, 200],
			),
			credentials: credentialOf(world.credential),
		};
		const model = chatModelNode(await chatModelCredential(world.n8n, openAi));
		await start('Agent with a tool', {}, [agent, model, tool], {
			[triggerName]: connectedTo('AI Agent'),
			[model.name]: {
				ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]],
			},
			Answer: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
		});
		const before = world.simulator.messages().length;
		await write({ type: 'text', text: 'Do you have aloe?' });
		expect(world.simulator.messages().slice(before)).toMatchObject([
			{ body: { to: `+${customer.waId}`, text: { body: 'Yes, we have.' } } },
		]);
	});
});

describe("n8n's OpenAI node", () => {
	test('transcribes a voice message that the trigger has downloaded', async () => {
		const credential = await chatModelCredential(world.n8n, openAi);
		const transcribe = { resource: 'audio', operation: 'transcribe' };
		await start('Transcribed', downloadMedia, [openAiNode('Transcribe', transcribe, credential)], {
			[triggerName]: connectedTo('Transcribe'),
		});
		await write({ type: 'audio' });
		const file = downloaded(openAi.calls[0]);
		expect(file?.fileName).toMatch(/^\d+\.ogg$/);
		expect(file?.mimeType).toBe('audio/ogg');
		expect(file?.content.toString('latin1', 0, 4)).toBe('OggS');
	});

	test('transcribes a voice message that Media: Download fetches', async () => {
		const credential = await chatModelCredential(world.n8n, openAi);
		const fetchFile = {
			...node(
				'Fetch',
				actionNodeType,
				{ resource: 'media', operation: 'download', mediaId: '={{ $json.media.id }}' },
				[200, 0],
			),
			credentials: credentialOf(world.credential),
		};
		const transcribe = openAiNode(
			'Transcribe',
			{ resource: 'audio', operation: 'transcribe' },
			credential,
		);
		await start('Fetched and transcribed', {}, [fetchFile, transcribe], {
			[triggerName]: connectedTo('Fetch'),
			Fetch: connectedTo('Transcribe'),
		});
		await write({ type: 'audio' });
		expect(downloaded(openAi.calls[0])?.fileName).toMatch(/^\d+\.ogg$/);
	});

	test('looks at a picture that the trigger has downloaded', async () => {
		const credential = await chatModelCredential(world.n8n, openAi);
		const analyze = {
			resource: 'image',
			operation: 'analyze',
			modelId: { __rl: true, mode: 'id', value: 'stand-in' },
			text: 'What is in it?',
			inputType: 'base64',
		};
		await start('Looked at', downloadMedia, [openAiNode('Look', analyze, credential)], {
			[triggerName]: connectedTo('Look'),
		});
		await write({ type: 'image' });
		expect(JSON.stringify(openAi.calls[0]?.body)).toContain('"data:image/jpeg;base64,/9j/');
	});
});
