/**
 * Where both nodes keep what must outlive an execution: atomic operations on texts, each with a lifetime in
 * milliseconds. Several processes may use one store at the same time. Every operation rejects if the store cannot be
 * reached; what it was to do may then have happened or not.
 *
 * A key has a value or a list, never both, and contains no null character. Half of a surrogate pair may come back as
 * U+FFFD. A lifetime is finite.
 */
export interface Store {
	/** Returns the value, or undefined if there is none or it has expired. */
	get(key: string): Promise<string | undefined>;
	/** Like `get` for each of the keys, in their order. Many cost hardly more than one. */
	getAll(keys: readonly string[]): Promise<Array<string | undefined>>;
	set(key: string, value: string, lifetime: number): Promise<void>;
	/** Deletes the value and the list of the key. */
	delete(key: string): Promise<void>;
	/**
	 * Sets the value if there is none. Of several processes at the same moment, one succeeds.
	 * @returns undefined if it was set; otherwise the value that was there.
	 */
	claim(key: string, value: string, lifetime: number): Promise<string | undefined>;
	/** Like `claim` for each of the keys, which are different, in their order. Many cost less than one by one. */
	claimAll(
		keys: readonly string[],
		value: string,
		lifetime: number,
	): Promise<Array<string | undefined>>;
	/**
	 * Sets the value if the current one is `expected`.
	 * @returns whether it was.
	 */
	replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean>;
	/**
	 * Appends to the list of the key, and drops its oldest entries beyond `atMost`, which is 1 or more. The lifetime is that of the whole
	 * list, and starts anew.
	 */
	push(key: string, value: string, lifetime: number, atMost: number): Promise<void>;
	/** Returns the list of the key, oldest first; empty if there is none or it has expired. */
	list(key: string): Promise<string[]>;
	/** Removes every entry with this value from the list of the key, whose lifetime goes on. */
	remove(key: string, value: string): Promise<void>;
	/** Returns the list of the key and deletes it. Of several processes at the same moment, one gets it. */
	takeAll(key: string): Promise<string[]>;
	/** Returns the values whose key begins with `prefix`. For what people ask for: it may read the whole store. */
	entries(prefix: string): Promise<Map<string, string>>;
	close(): Promise<void>;
}
