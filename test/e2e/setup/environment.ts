import { TestEnvironment } from 'jest-environment-node';
import { LogTail } from './logTail';
import { currentRun } from './run';

interface TestEvent {
	name: string;
	error?: unknown;
}

/** Gives each test file the world of the run, and tells with each failure what n8n logged meanwhile. */
export default class E2eEnvironment extends TestEnvironment {
	private readonly log = new LogTail(currentRun().logFiles);

	override async setup(): Promise<void> {
		await super.setup();
		this.global.e2eWorld = currentRun().world;
	}

	/** jest calls it with everything that happens to the tests of the file. */
	handleTestEvent({ name, error }: TestEvent): void {
		if (name === 'run_start' || name === 'test_start') this.log.begin();
		if (name === 'test_fn_failure' || name === 'hook_failure') addToMessage(error, this.log.tail());
	}
}

function addToMessage(error: unknown, text: string): void {
	if (typeof error !== 'object' || error === null || !('message' in error)) return;
	const { message } = error as Error;
	const longer = `${message}\n\n${text}\n`;
	// jest shows the stack, which begins with the message.
	if ('stack' in error) error.stack = String(error.stack).replace(message, () => longer);
	error.message = longer;
}
