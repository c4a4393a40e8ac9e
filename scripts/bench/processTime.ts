import { readFile } from 'node:fs/promises';

/** Clock ticks in which Linux tells programs what a process has used, on all its architectures. */
const ticksPerSecond = 100;

/**
 * Milliseconds that a process has used of all cores. Unlike the time that passes, it hardly depends on what else runs on
 * the machine. Undefined where there is no /proc. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export async function processTime(pid: number): Promise<number | undefined> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
	// The name of the program, in parentheses, may contain spaces.
	const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
	const ticks = Number(fields?.[11]) + Number(fields?.[12]);
	return Number.isNaN(ticks) ? undefined : (ticks * 1000) / ticksPerSecond;
}
