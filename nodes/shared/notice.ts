import type { INodeProperties } from 'n8n-workflow';

/** A hint in the panel, without an input. */
export function notice(name: string, text: string): INodeProperties {
	return { displayName: text, name, type: 'notice', default: '' };
}
