import type { Connection, CredentialData } from '../connection';
import type { RequestError } from '../errors/requestError';
import type { GraphRequest, JsonObject, JsonValue } from '../types';

/** One of the hosts that a credential can choose. */
export interface Host {
	/** @throws CredentialError when a field is missing or invalid; nothing has been sent then. */
	connect(credential: CredentialData): Connection;
	/**
	 * The secret that only this credential has: an access token, an API key or a password. Empty if it is not filled in.
	 */
	secretOf(credential: CredentialData): string;
	/** @throws CredentialError that names the field of the secret. */
	requireSecret(credential: CredentialData): string;
}

/** What of a request says which call it is. */
export type Call = Pick<GraphRequest, 'method' | 'on' | 'path' | 'base'>;

/** Why a host does not offer or take a call, and what to do: two sentences. */
export interface Refusal {
	/** E.g. 'Kapso does not offer groups.' */
	what: string;
	todo: string;
}

/** A response that needs no request. */
export interface LocalResponse {
	response: JsonObject;
}

/** How a host differs from Meta. What it leaves out is as with Meta. */
export interface HostTraits {
	/** Whether a URL may receive the secret headers: a file that a response names may be anywhere. */
	mayReceiveSecret(url: URL): boolean;
	/** Why the host does not offer a call. Undefined: it does. Asked before anything is sent. Pure. */
	refusal?(call: Call): Refusal | undefined;
	/**
	 * Meta's request as the host takes it. Pure.
	 * @throws NotOfferedError for what only the body or the query shows.
	 */
	translate?(request: GraphRequest): GraphRequest | LocalResponse;
	/**
	 * The host's successful response as Meta would give it. Of a media file, `url` is where it can be downloaded. Pure.
	 * @param request Meta's, before it was translated.
	 */
	readResponse?(body: JsonObject, request: GraphRequest): JsonObject;
	/** An error of the host's own as Meta's error object, e.g. with Meta's code for it. Undefined: as it is. Pure. */
	readError?(body: JsonValue | undefined, status: number): JsonObject | undefined;
	/** What HTTP statuses without a Graph error mean. The host's own words become the details. */
	statusMeanings?: Readonly<Record<number, Refusal>>;
	/** The error of a file at the host that could not be read, e.g. if the host counts failures. Pure. */
	failedFileRead?(error: RequestError): RequestError;
	/** HTTP statuses without a Graph error with which the host says: not accepted, try again shortly. */
	retryableStatuses?: readonly number[];
}
