/**
 * A process of n8n with a trigger that collects messages: `tsx collectProcess.ts <job as JSON>`. Sends its parent the URL
 * of the webhook, and then the text of each execution.
 */
import { startCollecting } from './collectingHost';
import type { CollectJob } from './collectingHost';

async function main(job: string): Promise<void> {
	const host = await startCollecting(JSON.parse(job) as CollectJob);
	process.send?.(`${host.url}${new URL(host.webhookUrl()).pathname}`);
	let told = 0;
	setInterval(() => {
		for (const items of host.executions.slice(told)) {
			told++;
			process.send?.(items[0]?.json.text);
		}
	}, 20);
}

void main(process.argv[2] ?? '');
