/** One call of the Graph API, without its token. */
export interface RequestRecord {
	at: number;
	method: string;
	/** Path as called, including the version. */
	path: string;
	query: Record<string, string>;
	headerNames: string[];
	/** HTTP status of the response. 0 if the connection was cut. */
	status: number;
	/** Meta's code if the response was an error. */
	errorCode?: number;
}
