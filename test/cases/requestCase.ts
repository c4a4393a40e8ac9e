import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';

import type { OtherBase } from '../../nodes/graphApi/types';
import type { Conversations } from '../../nodes/shared/conversation/conversations';

/** Time zone of the workflow in which the cases run, and of dates without an offset. */
export const workflowTimezone = 'Europe/Berlin';

/** Whether a request is for what only Kapso has. */
export function isOfKapso({ base }: { base?: OtherBase }): boolean {
	return base === 'platform' || base === 'proxy';
}

/**
 * One request of an operation: the parameters of a saved node and the request they must build. The tests
 * check it, `npm run requests` prints it, and the end-to-end tests run `smallest` and `fullest` in a real n8n.
 */
export interface RequestCase {
	/** `smallest`, `fullest`, or what is special about the case. */
	name: string;
	/**
	 * Name of the example in `metaRequestExamples.json` whose keys the body must have: the name alone for
	 * messages, `POST /{Phone-Number-ID}/register › basic_registration` for the others.
	 */
	example?: string;
	parameters: INodeParameters;
	/** Binary data of the item. */
	binary?: Record<string, IBinaryData>;
	/** The first request of the operation. */
	request: {
		method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
		/** Of a call to Meta's other host, or of what only Kapso has. */
		base?: OtherBase;
		path: string;
		query?: IDataObject;
		/** As JSON, even of a form. A file is shown as `BinaryFile.toJSON` returns it. */
		body?: IDataObject;
		/** A body that is neither: a text, or what stands for a file. */
		text?: string;
	};
	/** The body of the request that is sent instead if the customer service window is closed. */
	substitute?: IDataObject;
	/** The bodies of the messages that follow the first. */
	following?: IDataObject[];
}

/** The output of an operation that sends no request. */
export interface ComputedCase {
	name: string;
	parameters: INodeParameters;
	output: IDataObject;
}

/** What an operation makes of what the nodes remember. It sends no request. */
export interface RecalledCase {
	name: string;
	parameters: INodeParameters;
	/** What is remembered before. */
	before?(conversations: Conversations): Promise<void>;
	/** Keys that the items must have, one entry per item. */
	output: IDataObject[];
}

/** An input that must be rejected before anything is sent. */
export interface RejectedCase {
	name: string;
	parameters: INodeParameters;
	binary?: Record<string, IBinaryData>;
	/** Matches the error, which names the field. */
	message: RegExp;
}

/** The exports of each file `test/cases/<resource>/<operation>.ts`. */
export interface OperationCases {
	cases: RequestCase[];
	/** Instead of `cases`, for an operation that sends no request. */
	computed?: ComputedCase[];
	/** Instead of `cases`, for an operation on what the nodes remember. */
	recalled?: RecalledCase[];
	/** The items with which the workflow continues, of an operation that waits for a reply. */
	replied?: IDataObject[];
	rejected: RejectedCase[];
}
