import type { INode } from 'n8n-workflow';
import type { Credential, N8nClient } from '../../../scripts/n8n/client';
import { node } from '../../../scripts/workflows';
import type { Endpoint } from './endpoint';

/** What an agent asks its model. */
export interface Completion {
	messages: Array<{ role: string; content: unknown }>;
	tools?: ToolOffer[];
}

export interface ToolOffer {
	function: {
		name: string;
		description: string;
		parameters: { properties: Record<string, { description?: string }> };
	};
}

/** The model of an agent. Its credential says where it is. */
export function chatModelNode({ id, name }: Credential): INode {
	return {
		...node(
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			{ model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
			[200, 200],
		),
		typeVersion: 1.2,
		credentials: { openAiApi: { id, name } },
	};
}

/** A credential for a model at this URL. */
export async function chatModelCredential(n8n: N8nClient, { url }: Endpoint): Promise<Credential> {
	return await n8n.createCredential('Chat model', 'openAiApi', {
		apiKey: 'not-needed',
		url: `${url}/v1`,
	});
}

/** The response of a model that calls the first tool once, with these values, and then is done. */
export function callTool({ messages, tools: offered }: Completion, filledIn: object): object {
	const name = offered?.[0]?.function.name;
	const isDone = messages.some(({ role }) => role === 'tool') || name === undefined;
	if (isDone) return saying('Done.');
	const call = {
		id: 'call_1',
		type: 'function',
		function: { name, arguments: JSON.stringify(filledIn) },
	};
	return completion({ content: null, tool_calls: [call] }, 'tool_calls');
}

/** The response of a model that says this. */
export function saying(content: string): object {
	return completion({ content }, 'stop');
}

function completion(message: object, finish_reason: string): object {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1_767_225_600,
		model: 'stand-in',
		choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
