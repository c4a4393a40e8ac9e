/**
 * A process of n8n that sends a broadcast with a key for each row: `tsx broadcastProcess.ts <job as JSON>`. Sends its parent what
 * became of each row.
 */
import type { INodeParameters, INodeType } from 'n8n-workflow';

import { credentialFor } from './credential';
import { runNode } from './engine';

// With its extension: without it, the codex file of the same name would be loaded.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { WhatsAppBusiness } = require('../../nodes/WhatsAppBusiness/WhatsAppBusiness.node.ts') as {
	WhatsAppBusiness: new () => INodeType;
};

export interface BroadcastJob {
	/** URL of the simulator. */
	url: string;
	/** Its rows have the keys `${name}-0`, `${name}-1`, … */
	name: string;
	count: number;
	options: INodeParameters;
}

/** What became of a row: sent, already sent, or the outcome of its error. */
export type RowResult = 'sent' | 'alreadySent' | 'notAccepted' | 'unknown';

async function main(): Promise<void> {
	const { url, name, count, options } = JSON.parse(process.argv[2] ?? '') as BroadcastJob;
	const { outputs } = await runNode({
		node: new WhatsAppBusiness(),
		parameters: {
			resource: 'message',
			operation: 'sendText',
			to: '={{ $json.to }}',
			text: 'Hello',
			options: { sendOnceKey: '={{ $json.key }}', messagesPerSecond: 0, ...options },
		},
		credential: credentialFor(url),
		items: Array.from({ length: count }, (_row, index) => ({
			json: { key: `${name}-${index}`, to: `+4915522${String(index).padStart(6, '0')}` },
		})),
		settings: { onError: 'continueRegularOutput' },
	});
	const results = outputs[0]?.map(({ json }): RowResult => {
		const { alreadySent, error } = json as {
			alreadySent?: boolean;
			error?: { outcome: RowResult };
		};
		return error?.outcome ?? (alreadySent ? 'alreadySent' : 'sent');
	});
	process.send?.(results, () => process.exit(0));
}

void main();
