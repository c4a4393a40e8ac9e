import { processState } from '../../graphApi/processState';

const begun = processState(() => new Map<string, Promise<void>>());

/** Runs an action the first time that this process asks for it. All others wait until it has ended. */
export async function oncePerProcess(name: string, action: () => Promise<void>): Promise<void> {
	let running = begun().get(name);
	if (running === undefined) {
		running = action();
		begun().set(name, running);
	}
	await running;
}
