/** What a check of the setup found. */
export interface Finding {
	/** Null if it cannot be told; `found` then says why. */
	ok: boolean | null;
	/** What was found, in words or as Meta says it. */
	found: string;
	/** What to do, in sentences. Empty if there is nothing to do. */
	todo: string;
}
