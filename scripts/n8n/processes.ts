import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import type { Socket } from 'node:net';

/** npm and tsx pass on a Ctrl-C that the terminal also sends to this process. */
const sameCtrlCMs = 1000;

const groups = new Set<number>();

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
	try {
		process.kill(-pid, signal);
		return true;
	} catch {
		return false;
	}
}

/** Kills every program that still runs, and everything it started. */
export function killPrograms(): void {
	groups.forEach((pid) => signalGroup(pid, 'SIGKILL'));
}

// First, so that later exit hooks find nothing running.
process.on('exit', killPrograms);

/** Starts a program in a new process group; the whole group is killed when this process ends. */
export function startProgram(
	program: string,
	args: string[],
	options: Pick<SpawnOptions, 'cwd' | 'env' | 'stdio'>,
): ChildProcess {
	const child = spawn(program, args, { ...options, detached: true });
	const { pid } = child;
	if (pid !== undefined) {
		groups.add(pid);
		const watcher = killGroupWithParent(pid);
		child.once('exit', () => {
			watcher.kill('SIGKILL');
			if (!signalGroup(pid, 0)) groups.delete(pid);
		});
	}
	return child;
}

/** Kills the group even if this process is killed: its end closes the pipe that the watcher reads from. */
function killGroupWithParent(pid: number): ChildProcess {
	const watcher = spawn('sh', ['-c', 'read _; kill -s KILL -- "-$0"', String(pid)], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	watcher.unref();
	(watcher.stdin as Socket).unref();
	return watcher;
}

/** Ends a program and everything it started: SIGTERM, then SIGKILL after `graceMs`. */
export async function stopProgram(child: ChildProcess, graceMs: number): Promise<void> {
	const { pid } = child;
	if (pid === undefined) return;
	const exited =
		child.exitCode !== null || child.signalCode !== null
			? Promise.resolve()
			: new Promise<void>((resolve) => child.once('exit', () => resolve()));
	signalGroup(pid, 'SIGTERM');
	const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs);
	await exited;
	clearTimeout(timer);
	signalGroup(pid, 'SIGKILL');
	groups.delete(pid);
}

/** Kills a program and everything it started, as a crash does. */
export async function killProgram(child: ChildProcess): Promise<void> {
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
	await exited;
}

/**
 * Runs a program to its end and returns its standard output.
 * @throws Error with the first and last lines of its error output when its exit code is not 0.
 */
export async function runProgram(
	program: string,
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
	const child = startProgram(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let errors = '';
	child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code !== 0) {
		const command = [program, ...args.slice(0, 2)].join(' ');
		throw new Error(
			`"${command}" in ${options.cwd} ended with ${code}:\n${excerpt(errors || output)}`,
		);
	}
	return output;
}

function excerpt(text: string): string {
	const lines = text.trim().split('\n');
	const kept = 12;
	if (lines.length <= 2 * kept) return lines.join('\n');
	return [...lines.slice(0, kept), '…', ...lines.slice(-kept)].join('\n');
}

/**
 * Functions to call in reverse order when a run ends: through `run`, or on Ctrl-C or SIGTERM, after which this
 * process exits.
 */
export class Cleanup {
	private steps: Array<() => Promise<void>> = [];

	constructor() {
		let interruptedAt: number | undefined;
		const interrupt = () => {
			if (interruptedAt === undefined) {
				interruptedAt = Date.now();
				void this.run().finally(() => process.exit(130));
			} else if (Date.now() - interruptedAt > sameCtrlCMs) {
				// On a second Ctrl-C, the exit hooks kill the rest.
				process.exit(130);
			}
		};
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
	}

	add(step: () => Promise<void>): void {
		this.steps.push(step);
	}

	/** How many functions wait to be called. */
	get size(): number {
		return this.steps.length;
	}

	/** @param kept how many of the functions, from the first one added, are left for a later call. */
	async run(kept = 0): Promise<void> {
		for (const step of this.steps.splice(kept).reverse()) await step();
	}
}
