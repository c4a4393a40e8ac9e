import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Account } from '../graphApi/connection';
import type { GraphRequest, JsonObject, JsonPrimitive } from '../graphApi/types';
import type { BinaryFile } from './binaryFile';
import type { Parameters } from './parameters';

/** A JSON body in which files that are still to be uploaded stand in place of their IDs. */
export type BodyValue =
	JsonPrimitive | BinaryFile | BodyValue[] | { [key: string]: BodyValue | undefined };
export interface RequestBody {
	[key: string]: BodyValue | undefined;
}

export interface OperationRequest extends GraphRequest<RequestBody> {
	/** Where the files in the body are uploaded first, e.g. `/106540352242922/media`. */
	mediaPath?: string;
}

/** One operation of a resource: its texts, its fields, its request, its output. */
export interface Operation {
	/** Title Case, shown in the Operation field, e.g. "Send Text". */
	displayName: string;
	/** Sentence case, shown in the list of actions, e.g. "Send a text message". */
	action: string;
	/** Sentence case, also read by AI models that use the node as a tool. */
	description: string;
	/** Without `displayOptions` for resource and operation: they are added when the node is put together. */
	fields: INodeProperties[];
	/**
	 * Builds the request. Pure: nothing is sent, nothing is read but the parameters.
	 * @throws InputError for a value that can't work.
	 */
	request(parameters: Parameters, account: Account): OperationRequest;
	/** Turns the answer into the output of the item; without it the answer is the output. */
	output?(response: JsonObject): IDataObject | IDataObject[];
}

/** The texts of a resource. Its operations are the other files of its folder. */
export interface Resource {
	displayName: string;
	description: string;
	/** The operation selected when the resource is chosen: the name of its file. */
	defaultOperation: string;
}
