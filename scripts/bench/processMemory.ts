import { readFile, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchWorld } from './world';

type Process = Pick<BenchWorld, 'pid' | 'heapFile'>;

const megabyte = 1024 * 1024;

/** Starts the record of the kernel's peak anew. Returns the resident memory of the process, in MB. */
export async function resetPeak(pid: number): Promise<number> {
	await writeFile(`/proc/${pid}/clear_refs`, '5');
	return await megabytesOf(pid, 'VmRSS');
}

/** The most resident memory that a process had since then, in MB. */
export async function peakSinceReset(pid: number): Promise<number> {
	return await megabytesOf(pid, 'VmHWM');
}

async function megabytesOf(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
	if (process.platform !== 'linux')
		throw new Error('Peak memory is read from /proc, which only Linux has.');
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}

/** Lets n8n collect its garbage thoroughly, so that none from its start counts as free memory later. */
export async function collectGarbage({ pid }: Process): Promise<void> {
	for (let time = 0; time < 3; time++) {
		process.kill(pid, 'SIGUSR2');
		await sleep(2000);
	}
}

/** What n8n's heap holds after it has collected its garbage, in MB. */
export async function liveHeap({ pid, heapFile }: Process): Promise<number> {
	const before = await writtenAt(heapFile);
	process.kill(pid, 'SIGUSR2');
	while ((await writtenAt(heapFile)) === before) await sleep(50);
	return Number(await readFile(heapFile, 'utf8')) / megabyte;
}

async function writtenAt(file: string): Promise<number> {
	return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}
