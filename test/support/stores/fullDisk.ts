/**
 * Fills a memory file until the disk is full, goes on, and makes space: `fullDisk.ts <file>`, in a shell that limits
 * the size of files. Writes how many keys there must be, and the log.
 */
import { execFileSync } from 'node:child_process';

import { until } from '../until';
import { Log, memoryIn } from './outage';
import { long } from './place';

// Without a listener the system ends the process.
process.on('SIGXFSZ', () => undefined);

async function main(): Promise<void> {
	const log = new Log();
	const memory = memoryIn(process.argv[2] ?? '', log);
	let kept = 0;
	const keep = () => memory.set(`key ${kept++}`, 'x'.repeat(1_000), long);
	while (memory.weakness === undefined) await keep();
	for (let more = 0; more < 100; more++) await keep();
	execFileSync('prlimit', ['--pid', `${process.pid}`, '--fsize=unlimited']);
	await until(() => memory.weakness === undefined);
	await memory.close();
	process.stdout.write(JSON.stringify({ kept, lines: log.lines }));
	process.exit();
}

void main();
