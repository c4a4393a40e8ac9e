import type { Store } from '../../../nodes/memory/store';

/** What a store is to do, in the simplest way: nothing expires, and nobody else is there. */
export class ModelStore implements Pick<Store, Exclude<keyof Store, 'close'>> {
	private readonly values = new Map<string, string>();
	private readonly lists = new Map<string, string[]>();

	async get(key: string) {
		return this.values.get(key);
	}

	async getAll(keys: readonly string[]) {
		return keys.map((key) => this.values.get(key));
	}

	async set(key: string, value: string) {
		this.values.set(key, value);
	}

	async delete(key: string) {
		this.values.delete(key);
		this.lists.delete(key);
	}

	async claim(key: string, value: string) {
		const current = this.values.get(key);
		this.values.set(key, current ?? value);
		return current;
	}

	async claimAll(keys: readonly string[], value: string) {
		return await Promise.all(keys.map((key) => this.claim(key, value)));
	}

	async replace(key: string, expected: string, value: string) {
		if (this.values.get(key) !== expected) return false;
		this.values.set(key, value);
		return true;
	}

	async push(key: string, value: string, _lifetime: number, atMost: number) {
		this.lists.set(key, [...(await this.list(key)), value].slice(-atMost));
	}

	async list(key: string) {
		return this.lists.get(key) ?? [];
	}

	async remove(key: string, value: string) {
		this.lists.set(
			key,
			(await this.list(key)).filter((each) => each !== value),
		);
	}

	async takeAll(key: string) {
		const list = await this.list(key);
		this.lists.delete(key);
		return list;
	}

	async entries(prefix: string) {
		return new Map([...this.values].filter(([key]) => key.startsWith(prefix)));
	}
}
