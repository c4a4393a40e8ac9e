import type { INode } from 'n8n-workflow';

/** Whether the node is a tool of an AI agent, or the human review before one. */
export function isTool({ type }: Pick<INode, 'type'>): boolean {
	return type.endsWith('Tool');
}
