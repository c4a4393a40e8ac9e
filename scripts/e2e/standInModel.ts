import type { INode } from 'n8n-workflow';
import type { Credential } from '../n8n/client';
import { node } from '../workflows';

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

/** The model of an agent, behind a credential for an address of its own. */
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

/** What a model answers that calls the first tool once, with these values, and then is done. */
export function callTool({ messages, tools: offered }: Completion, filledIn: object): object {
	const name = offered?.[0]?.function.name;
	const isDone = messages.some(({ role }) => role === 'tool') || name === undefined;
	const call = {
		id: 'call_1',
		type: 'function',
		function: { name, arguments: JSON.stringify(filledIn) },
	};
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1_767_225_600,
		model: 'stand-in',
		choices: [
			{
				index: 0,
				message: isDone
					? { role: 'assistant', content: 'Done.' }
					: { role: 'assistant', content: null, tool_calls: [call] },
				finish_reason: isDone ? 'stop' : 'tool_calls',
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
