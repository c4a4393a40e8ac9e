/** Stands in a record for the value of a secret parameter. */
export const unrecorded = '<secret>';

/** One call of the Graph API, without its token and secrets. */
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
