import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

const shownLines = 40;

/** The end of what n8n logs from one moment on. */
export class LogTail {
	private sizes = new Map<string, number>();

	/** @param files the logs, which may become more */
	constructor(private readonly files: () => string[]) {}

	/** From now on. */
	begin(): void {
		this.sizes = new Map(this.files().map((file) => [file, sizeOf(file)]));
	}

	/** The last lines of each log that was written to since the beginning. */
	tail(): string {
		const tails = this.files().flatMap((file) => {
			const lines = this.newLines(file);
			if (lines.length === 0) return [];
			const shown = lines.slice(-shownLines).map((line) => `│ ${line}`);
			return [[`${basename(file)}, the last of ${lines.length} lines:`, ...shown].join('\n')];
		});
		return tails.length > 0 ? tails.join('\n') : 'n8n logged nothing meanwhile.';
	}

	private newLines(file: string): string[] {
		if (!existsSync(file)) return [];
		const content = readFileSync(file);
		const before = this.sizes.get(file) ?? 0;
		// A restarted n8n begins its log anew.
		const added = content.subarray(content.length < before ? 0 : before).toString();
		return added.split('\n').filter((line) => line.trim() !== '');
	}
}

function sizeOf(file: string): number {
	return existsSync(file) ? statSync(file).size : 0;
}
