/** What an error code of Meta means to the person who reads it in n8n. */
export interface ErrorMeaning {
	/** What happened: one plain sentence. */
	what: string;
	/** What to do next: one or two sentences, imperative. */
	todo: string;
	/** HTTP status that Meta's reference gives for the code; absent where it gives none. */
	httpStatus?: number;
	/**
	 * Set only where Meta certainly did not accept the request and the same request may succeed
	 * later unchanged. Absent does not mean that a later attempt is hopeless.
	 */
	retryable?: true;
	/** Set when the code covers many mistakes, and only Meta's details say which one. */
	generic?: true;
}

/** What the person reads. */
export type ErrorTexts = Pick<ErrorMeaning, 'what' | 'todo' | 'generic'>;

/** One of Meta's groups of error codes: code to meaning. */
export type ErrorGroup = Readonly<Record<number, ErrorMeaning>>;
