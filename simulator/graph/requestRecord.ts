/** One call of the Graph API, without its token. */
export interface RequestRecord {
	at: number;
	method: string;
	/** Path as called, with version. */
	path: string;
	query: Record<string, string>;
	headerNames: string[];
	/** HTTP status of the answer; 0 when the connection was cut. */
	status: number;
	/** Meta's code when the answer was an error. */
	errorCode?: number;
}
