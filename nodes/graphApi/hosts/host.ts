import type { Account, Connection, CredentialData } from '../connection';
import type { RequestError } from '../errors/requestError';
import type { ErrorMeaning } from '../errorTable/meaning';
import type { OpenSession } from '../session';
import type { HostIds } from './hostIds';
import type { GraphRequest, JsonObject, JsonValue, Send } from '../types';
import type { HostWebhooks } from '../webhooks/hostWebhooks';

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
	/** @throws CredentialError without the secret that webhooks are checked with, where the host has one of its own. */
	webhooks(credential: CredentialData): HostWebhooks;
	/** Undefined: the IDs are Meta's, and its access token says which it can use. */
	ids?: HostIds;
	/** Whether the statuses of a message return its callback data. Default: true. */
	keepsCallbackData?: boolean;
}

/** The parts of a request that identify the call. */
export type Call = Pick<GraphRequest, 'method' | 'on' | 'path' | 'base'>;

/** Why a host does not offer or take a call, and what to do: two sentences. */
export interface Refusal {
	/** E.g. 'Kapso does not offer groups.' */
	what: string;
	todo: string;
}

/** What an HTTP status means at a host. */
export interface StatusMeaning extends Refusal {
	/**
	 * The only call for which it means that, such as `POST phoneNumber/messages`: the host has not accepted it, and will
	 * shortly.
	 */
	passesFor?: string;
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
	 * @param account the IDs that are known by now.
	 * @throws NotOfferedError for what only the body or the query shows.
	 */
	translate?(request: GraphRequest, account: Account): GraphRequest | LocalResponse;
	/**
	 * The host's successful response as Meta would give it. Of a media file, `url` is where it can be downloaded. Pure.
	 * @param request Meta's, before it was translated.
	 */
	readResponse?(body: JsonObject, request: GraphRequest): JsonObject;
	/**
	 * What to send before a refused request so that the host accepts it the second time. Undefined: nothing helps. Pure.
	 * @param error with which the host has certainly not accepted it.
	 * @param request Meta's.
	 */
	mend?(error: RequestError, request: GraphRequest): GraphRequest | undefined;
	/**
	 * Carries out a call that takes several requests of the host, and gives the response as Meta would. Undefined: one
	 * request is enough, and the call is translated.
	 * @throws NotOfferedError before anything is sent, for what only the body or the query shows.
	 */
	several?(request: GraphRequest): ((send: Send) => Promise<JsonObject>) | undefined;
	/** A success whose body is no JSON object, as Meta would give it. Undefined: it is no response of this host. Pure. */
	readOther?(body: JsonValue | undefined, text: string): JsonObject | undefined;
	/** An error of the host's own as Meta's error object, e.g. with Meta's code for it. Undefined: as it is. Pure. */
	readError?(body: JsonValue | undefined, status: number): JsonObject | undefined;
	/** What HTTP statuses without a Graph error mean. The host's own words become the details. */
	statusMeanings?: Readonly<Record<number, StatusMeaning>>;
	/** What an error code of the host's own means. Undefined: it is one of Meta's. Pure. */
	errorMeaning?(code: number): ErrorMeaning | undefined;
	/** What the host counts all requests by. After a 429 that says when to go on, all of them wait. */
	rateKey?: string;
	/** The error of a file at the host that could not be read, e.g. if the host counts failures. Pure. */
	failedFileRead?(error: RequestError): RequestError;
	/** Logs in, where the secret headers must be asked for first. */
	openSession?: OpenSession;
	/** PEM. Authorities that the certificate of the host may come from, beside those that n8n trusts anyway. */
	authorities?: string;
}
