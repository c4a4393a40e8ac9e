import { ProcessEntries } from './processEntries';
import type { Store } from './store';

/* eslint-disable @typescript-eslint/require-await -- A store may take its time; this one does not. */

/** A store in the memory of this process, for when there is no other. Ends with the process. */
export class ProcessStore implements Store {
	private readonly kept: ProcessEntries;

	constructor(capacity?: number) {
		this.kept = new ProcessEntries(capacity);
	}

	async get(key: string): Promise<string | undefined> {
		return this.kept.get(key);
	}

	async getAll(keys: readonly string[]): Promise<Array<string | undefined>> {
		return keys.map((key) => this.kept.get(key));
	}

	async set(key: string, value: string, lifetime: number): Promise<void> {
		this.kept.set(key, value, lifetime);
	}

	async delete(key: string): Promise<void> {
		this.kept.delete(key);
	}

	async claim(key: string, value: string, lifetime: number): Promise<string | undefined> {
		return this.kept.claim(key, value, lifetime);
	}

	async claimAll(
		keys: readonly string[],
		value: string,
		lifetime: number,
	): Promise<Array<string | undefined>> {
		return await Promise.all(keys.map((key) => this.claim(key, value, lifetime)));
	}

	async replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean> {
		return this.kept.replace(key, expected, value, lifetime);
	}

	async push(key: string, value: string, lifetime: number, atMost: number): Promise<void> {
		this.kept.push(key, value, lifetime, atMost);
	}

	async list(key: string): Promise<string[]> {
		return this.kept.list(key);
	}

	async remove(key: string, value: string): Promise<void> {
		this.kept.remove(key, value);
	}

	async takeAll(key: string): Promise<string[]> {
		return this.kept.takeAll(key);
	}

	async entries(prefix: string): Promise<Map<string, string>> {
		return this.kept.entries(prefix);
	}

	async close(): Promise<void> {
		this.kept.clear();
	}
}
