/**
 * A process that sends as fast as it may: `sendingProcess.ts <Redis URL or ''> <messages per second>`. It says that it
 * is ready, waits for a line, and writes the time of each message.
 */
import { once } from 'node:events';
import { RateLimiter } from '../../../nodes/graphApi/rateLimiter';
import { sharedRateOf } from '../../../nodes/memory/redisRate';

const [redisUrl = '', rate = ''] = process.argv.slice(2);

async function main(): Promise<void> {
	console.log('ready');
	await once(process.stdin, 'data');
	const run = new RateLimiter().forRun(Number(rate), sharedRateOf({ redisUrl })?.('number'));
	const send = async () => {
		for (;;) {
			await run.acquire();
			console.log(Date.now());
		}
	};
	// Several wait at the same time, as in a broadcast.
	await Promise.all(Array.from({ length: 100 }, send));
}

void main();
