import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';

/** Time zone of the workflow in which the cases are played: dates without an offset are meant in it. */
export const workflowTimezone = 'Europe/Berlin';

/**
 * One request of an operation: the parameters as a saved node contains them, and what must be sent. The tests
 * check it, `npm run requests` prints it, and the end-to-end run plays `smallest` and `fullest` in a real n8n.
 */
export interface RequestCase {
	/** `smallest`, `fullest`, or what the case shows. */
	name: string;
	/**
	 * Name of the example in `metaRequestExamples.json` whose keys the body must have: the name alone for
	 * messages, `POST /{Phone-Number-ID}/register › basic_registration` for the others.
	 */
	example?: string;
	parameters: INodeParameters;
	/** Binary data of the item. */
	binary?: Record<string, IBinaryData>;
	/** Of a list the first page, of an operation of several calls the first. */
	request: {
		method: 'GET' | 'POST' | 'DELETE';
		path: string;
		query?: IDataObject;
		/** As JSON, also of a form; a file is shown as `BinaryFile.toJSON` gives it. */
		body?: IDataObject;
	};
}

/** What an operation that calls nothing gives. */
export interface ComputedCase {
	name: string;
	parameters: INodeParameters;
	output: IDataObject;
}

/** An input that must be refused before anything is sent. */
export interface RejectedCase {
	name: string;
	parameters: INodeParameters;
	binary?: Record<string, IBinaryData>;
	/** What the error must say; it names the field. */
	message: RegExp;
}

/** What each file of `test/cases/<resource>/<operation>.ts` exports. */
export interface OperationCases {
	cases: RequestCase[];
	/** Instead of `cases`, for an operation that calls nothing. */
	computed?: ComputedCase[];
	/** What the workflow continues with, of an operation that waits for a reply. */
	replied?: IDataObject[];
	rejected: RejectedCase[];
}
