import type { INode } from 'n8n-workflow';

/** Whether the node is a tool of an AI agent, or the human review before one. */
export function isTool({ type }: Pick<INode, 'type'>): boolean {
	return type.endsWith('Tool');
}

/** Whether the node asks a person before an AI agent may use its tool. */
export function isHumanReview({ type }: Pick<INode, 'type'>): boolean {
	return type.endsWith('HitlTool');
}
