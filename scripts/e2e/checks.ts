/** Runs named checks, prints one line for each, and counts them. */
export class Checks {
	private passed = 0;

	private failed = 0;

	/** Runs one check: it passes unless it throws. A failed check does not end the run. */
	async check(name: string, run: () => Promise<void> | void): Promise<void> {
		try {
			await run();
			this.passed++;
			console.log(`ok      ${name}`);
		} catch (error) {
			this.failed++;
			const reason = error instanceof Error ? error.message : String(error);
			console.log(`FAILED  ${name}\n${indented(reason)}`);
		}
	}

	/** Prints the last line, and says whether all passed. */
	summary(): boolean {
		console.log(`${this.passed} passed, ${this.failed} failed`);
		return this.failed === 0 && this.passed > 0;
	}
}

function indented(text: string): string {
	return text.replace(/^/gm, '        ');
}
