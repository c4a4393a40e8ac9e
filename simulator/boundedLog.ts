/** A list that drops its oldest entries once it has twice as many as it keeps. */
export class BoundedLog<Entry> {
	private entries: Entry[] = [];

	constructor(private readonly keep: number) {}

	add(entry: Entry): void {
		this.entries.push(entry);
		if (this.entries.length >= this.keep * 2) this.entries = this.entries.slice(-this.keep);
	}

	/** Oldest first, at most `keep` entries. */
	all(): Entry[] {
		return this.entries.slice(-this.keep);
	}

	clear(): void {
		this.entries = [];
	}
}
