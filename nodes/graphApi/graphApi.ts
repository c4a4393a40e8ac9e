import { connectionFromCredential } from './connection';
import type { Connection, CredentialData } from './connection';
import { downloader } from './download';
import type { Download } from './download';
import { transport } from './transport';
import type { Layer, Send } from './types';

/** The Graph API as seen by the nodes: one account, one way to send. */
export interface GraphApi {
	connection: Connection;
	/** @throws GraphError with what happened and what to do next. */
	send: Send;
	/** Fetches a file; the token goes along to the connection's host and Meta's media hosts only. */
	download: Download;
}

// Limits and retries go here, outermost first; operations and nodes never see them.
const layers: readonly Layer[] = [];

/**
 * The shared request helper. Every call of both nodes and of the credential test goes through it.
 * @param signal cancels the requests under way, e.g. when the user stops the execution.
 * @throws CredentialError when the credential can't work.
 */
export function graphApi(credential: CredentialData, signal?: AbortSignal): GraphApi {
	const connection = connectionFromCredential(credential);
	const send = layers.reduceRight((next, layer) => layer(next), transport(connection, signal));
	return { connection, send, download: downloader(connection, signal) };
}
