import type { CredentialData } from '../../../nodes/graphApi/connection';

/**
 * What a host makes of Meta's requests, written by hand from its documentation. The file of a host in this folder exports
 * it as `host`.
 */
export interface HostContract {
	/** The name of the host, as in a sentence. */
	name: string;
	/** What the host gives for an uploaded file that Meta would give a handle for, if it is another text. */
	handle?: string;
	/** With the IDs of the simulated business. */
	credential: CredentialData;
	/**
	 * One row per edge: the method, what the path begins with and the rest of the path, e.g. `GET waba/flows`. A `*` stands
	 * for one segment. `platform` is about every call that only Kapso has. Every edge of the request cases has a row, and every row a case.
	 */
	edges: Readonly<Record<string, EdgeContract>>;
}

/**
 * In paths, queries and bodies `{id}` stands for the ID that Meta's path begins with, `{phone}` and `{waba}` for the IDs in the
 * credential, and `{*}` for what the `*` of the edge stands for.
 */
export interface EdgeContract {
	/** Method and path, e.g. `GET /{waba}/message_templates/{id}`; `as it is`: those of Meta. */
	sent?: string;
	/** What is added to Meta's query, unless the request has a value of its own. */
	query?: Readonly<Record<string, string | number>>;
	/** The parameters of Meta's query that are not sent. */
	withoutQuery?: readonly string[];
	/** The whole queries of cases whose query is another one, by `<resource>.<operation>: <case>`. */
	queries?: Readonly<Record<string, unknown>>;
	/** The keys of Meta's body that are not sent. */
	without?: readonly string[];
	/** What is added to the top level of Meta's body. */
	adds?: Readonly<Record<string, unknown>>;
	/** What becomes of Meta's body, if it is the same in all cases. */
	body?: (meta: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
	/** The requests of cases that take several, in order, by `<resource>.<operation>: <case>`. */
	several?: Readonly<Record<string, readonly unknown[]>>;
	/** The rows of cases that are sent in another way than the others. */
	others?: Readonly<Record<string, EdgeContract>>;
	/** The whole bodies of cases whose body is another one, by `<resource>.<operation>: <case>`. */
	bodies?: Readonly<Record<string, unknown>>;
	/** What is sent instead of JSON, e.g. the content of a file. */
	text?: string;
	/** The response that is made without a request. */
	response?: Readonly<Record<string, unknown>>;
	/** Instead of anything that is sent: what the refusal says. */
	refused?: string;
	/** The same for some cases, by `<resource>.<operation>: <case>`. A `*` as the case: all of the operation. */
	refusedCases?: Readonly<Record<string, string>>;
}
