import type { Readable } from 'node:stream';

import type { IBinaryData, IDataObject, INodeProperties, NodeExecutionHint } from 'n8n-workflow';

import type { Account, CredentialData } from '../graphApi/connection';
import type { RequestError } from '../graphApi/errors/requestError';
import type { GraphApi } from '../graphApi/graphApi';
import type {
	Endpoint,
	FilePart,
	GraphRequest,
	JsonObject,
	JsonPrimitive,
	JsonValue,
	Query,
} from '../graphApi/types';
import type { AppTools } from './appSecret';
import type { BinaryFile } from './files/binaryFile';
import type { FileStream } from './files/openFile';
import type { FileTools } from './files/placeholders';
import type { Parameters } from './parameters/parameters';
import type { Placeholder } from './placeholder';
import type { ReplyTools } from './sendAndWait/placeholders';
import type { AwaitedDelivery, OpenQuestion } from './sendAndWait/question';
import type { Path } from '../graphApi/path';
import type { Conversations, ConversationState } from '../shared/conversation/conversations';
import type { DocsPage } from '../shared/docsUrl';

/** Values that are known when a request is sent. */
export type SendTools = FileTools & ReplyTools & AppTools;

/** A JSON body with placeholders for values that are known only when it is sent. */
export type BodyValue =
	| JsonPrimitive
	| Placeholder<SendTools, JsonValue | undefined>
	| BodyValue[]
	| { [key: string]: BodyValue | undefined };
export interface RequestBody {
	[key: string]: BodyValue | undefined;
}

/** A request as an operation builds it. */
export interface OperationRequest extends Omit<
	GraphRequest<RequestBody>,
	'form' | 'query' | 'stream'
> {
	query?: Readonly<Record<string, Query[string] | Placeholder<SendTools, Query[string]>>>;
	/** Where the media in the body is uploaded first, e.g. `/106540352242922/media`. */
	mediaPath?: Path;
	/** Sent as multipart/form-data; files are streamed from where they are. */
	form?: Readonly<Record<string, string | Placeholder<SendTools, string | FilePart>>>;
	/** A file that is sent as it is. */
	stream?: GraphRequest['stream'] | Placeholder<SendTools, GraphRequest['stream']>;
	/** What to do if the customer service window is known to be closed. By default the message is sent anyway. */
	ifWindowClosed?: 'fail' | Substitute;
	/** Where the same message is sent if Meta refuses it here. */
	fallback?: Fallback;
	/**
	 * The other messages of the item, to the same recipient. Each is sent as soon as the one before was accepted. The output
	 * is that of the first message, with the IDs of all as `messageIds`. What is sent instead of the first has none.
	 */
	following?: readonly FollowingMessage[];
}

/** Another edge for a message that is refused. */
export interface Fallback extends Endpoint {
	/** Meta's error codes of such a refusal. With each, Meta has certainly sent nothing. */
	codes: readonly number[];
	/** The codes with which the other edge sends the message back to this one. Then the first refusal is what counts. */
	backCodes: readonly number[];
	/** The keys of the body that the other edge does not take. */
	withoutKeys: readonly string[];
	/** What `sentVia` in the output says, depending on where it was sent. */
	sentVia: { here: string; there: string };
}

/** A message of an item that has several, but not the first. */
export interface FollowingMessage {
	request: OperationRequest;
	/** Before it is sent. */
	pause?: Pause;
}

/** The time between two messages of an item. */
export interface Pause {
	milliseconds: number;
	/** The request that shows the typing indicator meanwhile. */
	typing?: Omit<GraphRequest, 'form'>;
}

/** A message of another operation, such as what is sent instead of one that WhatsApp would not deliver. */
export interface Substitute {
	operation: Operation;
	parameters: Parameters;
}

/** An item of the output. */
export interface OutputItem {
	json: IDataObject;
	binary?: Record<string, IBinaryData>;
}

/** What an operation of several calls can use after its first response. */
export interface FollowUp extends Pick<GraphApi, 'send' | 'retry' | 'downloadFromMeta'> {
	parameters: Parameters;
	/** The first request, with its placeholders. */
	request: OperationRequest;
	/** As the request was built with. */
	account: Account;
	/** Calls `build` with the account. An ID that only `build` needs and that is missing is looked up first. */
	withAccount<Result>(build: (account: Account) => Result | Promise<Result>): Promise<Result>;
	/** The fields of the credential, for an operation that checks them. */
	credential: CredentialData;
	/** Connects with another credential, e.g. as the app. */
	connect(credential: CredentialData): Pick<GraphApi, 'connection' | 'send'>;
	/** URLs of this n8n, as far as it tells. */
	n8nUrls(): string[];
	/** Opens the item's binary data for reading. */
	open(file: BinaryFile): Promise<FileStream>;
	/** Runs `find` for the first item that asks for the key, and gives the others of the run its result. */
	oncePerRun<Result>(key: string, find: () => Promise<Result>): Promise<Result>;
	/** Stores a stream as n8n's binary data. */
	store(content: Readable, fileName?: string, mimeType?: string): Promise<IBinaryData>;
}

/** How the requests of many items become few. */
export interface Batch {
	/** The most items of a request. */
	size: number;
	/** One request for all items, in their order. Theirs have the same path. */
	merge(requests: readonly [OperationRequest, ...OperationRequest[]]): OperationRequest;
	/** What was refused, by the position of its item in the request. The other items were accepted. */
	refusals(response: JsonObject): ReadonlyMap<number, BatchRefusal>;
	/**
	 * The output for all accepted items with the same path, from the responses to their requests.
	 * @param parameters of the first of them.
	 */
	sum(responses: readonly JsonObject[], parameters: Parameters): IDataObject;
}

/** Why an item of a batch was refused. */
export interface BatchRefusal {
	what: string;
	todo: string;
	/** In the words of the host. */
	details: string;
}

/** Reads or changes what the nodes remember, and returns the output. */
export type Recall = (
	conversations: Conversations,
) => Promise<ConversationState | ConversationState[]>;

/** One operation of a resource: its texts, its fields, its request, its output. */
export interface Operation {
	/** Title Case, shown in the Operation field, e.g. "Send Text". */
	displayName: string;
	/** Sentence case, shown in the list of actions, e.g. "Send a text message". */
	action: string;
	/** Sentence case, also read by AI models that use the node as a tool. */
	description: string;
	/**
	 * Each item is a message: many are sent at once, by the rules of its options, which `sendingOptionsField` makes.
	 * Other operations work through their items one after the other, by the default rules.
	 */
	sendsMessages?: true;
	/** The page of the documentation about its fields; by default, that of the resource. */
	page?: DocsPage;
	/** Without `displayOptions` for resource and operation: they are added when the node is put together. */
	fields: INodeProperties[];
	/**
	 * For an operation that stands for several: the names of the fields in which one of them is chosen, from the outermost to
	 * the innermost. Those of its fields that others have, too, stand once in the description.
	 */
	branchFields?: readonly string[];
	/**
	 * Builds the request, or the first of several. Pure: nothing is sent, nothing is read but the parameters.
	 * @throws InputError for an invalid value.
	 */
	request?(parameters: Parameters, account: Account): OperationRequest;
	/**
	 * The request is for a list: `fields/list.ts` decides how many pages are fetched, and each entry
	 * becomes an item, page by page. A function says whether it is for this item.
	 */
	list?: true | ((parameters: Parameters) => boolean);
	/** A filter for the entries of the list, if the host does not filter them itself. Limit counts those that pass it. */
	keeps?(parameters: Parameters): ((entry: JsonObject) => boolean) | undefined;
	/** Converts the response (of a list: one entry) to output. Without it the response is the output. */
	output?(
		response: JsonObject,
		parameters: Parameters,
		request: OperationRequest,
	): IDataObject | IDataObject[];
	/** Makes the further calls of an operation after its first response. */
	finish?(response: JsonObject, followUp: FollowUp): Promise<OutputItem[]>;
	/** Goes on when the first request failed. Without it the item fails. */
	recover?(error: RequestError, followUp: FollowUp): Promise<OutputItem[]>;
	/** Items whose requests have the same path go out together, and become one item of the output. */
	batch?: Batch;
	/** What to do when no response says whether the request was carried out. By default, what applies to a message. */
	ifUnknown?: string;
	/** The hint above the output that sums it up, if there is something to say. */
	hint?(output: readonly IDataObject[]): NodeExecutionHint | undefined;
	/**
	 * Whether a message is not for people who have opted out of marketing messages. Asked for these only. Without it every
	 * message is for all.
	 * @throws InputError if that is unknown.
	 */
	isMarketing?(followUp: FollowUp): Promise<boolean>;
	/**
	 * The text that the recipient reads, of a message whose request does not contain it. Asked for after it was sent, and
	 * only if texts are remembered. Undefined if it cannot be known.
	 */
	textFor?(followUp: FollowUp): Promise<string | undefined>;
	/** The question of a message whose reply the execution waits for, or what it waits for otherwise. Pure. */
	question?(parameters: Parameters): OpenQuestion | AwaitedDelivery;
	/**
	 * The operation that sends the message of an item, with its parameters, if this one stands for several.
	 * @throws InputError for an invalid choice.
	 */
	sendsFor?(parameters: Parameters): Substitute | undefined;
	/**
	 * Finds the quick-reply buttons of the template with which the operation asks, right before it is sent.
	 * @returns their positions, or undefined if it asks with another message.
	 * @throws InputError if the template does not exist or has none, RequestError if it cannot be read.
	 */
	findQuickReplies?(followUp: FollowUp): Promise<number[] | undefined>;
	/** The name of the value that Meta's details about an error are about, as the editor shows it, if they say which. */
	fieldOf?(details: string, request: OperationRequest): string | undefined;
	/**
	 * What an operation does that sends no request and works on what the nodes remember. Pure: nothing is read or changed
	 * before the result is called.
	 * @throws InputError for an invalid value.
	 */
	recall?(parameters: Parameters, account: Account): Recall;
	/** The output of an operation that sends no request. */
	compute?(parameters: Parameters): IDataObject;
}

/** The texts of a resource. Its operations are the other files of its folder. */
export interface Resource {
	displayName: string;
	description: string;
	/** The operation selected when the resource is chosen: the name of its file. */
	defaultOperation: string;
	/** The operations that most people need, in the order of the editor: names of files. The others follow A–Z. */
	firstOperations?: readonly string[];
	/** The page of the documentation about the fields of its operations, if there is one. */
	page?: DocsPage;
}
