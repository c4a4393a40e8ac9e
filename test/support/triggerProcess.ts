/**
 * A process of n8n with a trigger: `tsx triggerProcess.ts <job as JSON>`. Sends its parent the URL of the webhook, and
 * then the first item of each execution. For each number from its parent, so many milliseconds pass for what compares
 * times, and n8n starts again.
 */
import { startTrigger } from './triggerJob';
import type { TriggerJob } from './triggerJob';

async function main(job: string): Promise<void> {
	const host = await startTrigger(JSON.parse(job) as TriggerJob);
	process.send?.(`${host.url}${new URL(host.webhookUrl()).pathname}`);
	process.on('message', (milliseconds: number) => {
		const real = Date.now.bind(Date);
		Date.now = () => real() + milliseconds;
		void host.activate({ isStart: true });
	});
	let told = 0;
	setInterval(() => {
		for (const items of host.executions.slice(told)) {
			told++;
			process.send?.(items[0]?.json);
		}
	}, 20);
}

void main(process.argv[2] ?? '');
