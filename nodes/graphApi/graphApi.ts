import { setMaxListeners } from 'node:events';

import { concurrencyLayer } from './concurrency';
import { connectionFromCredential } from './connection';
import type { Connection, CredentialData } from './connection';
import { downloader } from './download';
import type { Download } from './download';
import { rateLimitLayer } from './rateLimit';
import { retryLayer, retrying } from './retry';
import type { Retry } from './retry';
import { emptyReport, interactiveRules } from './sendingRules';
import type { SendingReport, SendingRules } from './sendingRules';
import { transport } from './transport';
import type { Layer, Send } from './types';

/** The Graph API as seen by the nodes: one account, one way to send. */
export interface GraphApi {
	connection: Connection;
	/** @throws RequestError with what happened and what to do next. */
	send: Send;
	/** Tries again as the rules allow, for whoever has to open a stream for every try. */
	retry: Retry;
	/** Fetches a file; the token goes along to the connection's host and Meta's media hosts only. */
	download: Download;
	report: Readonly<SendingReport>;
}

export interface GraphApiOptions {
	/** Cancels the requests under way, e.g. when the user stops the execution. */
	signal?: AbortSignal;
	/** Ends whatever waits to be sent, and lets what is under way come to its end. */
	noMore?: AbortSignal;
	/** Without them nothing is tried again. */
	rules?: SendingRules;
}

/** Requests under way at once: enough for the highest throughput at a quarter of a second of latency. */
const requestsAtOnce = 256;

/**
 * The shared request helper. Every call of both nodes and of the credential test goes through it.
 * @throws CredentialError when the credential can't work.
 */
export function graphApi(
	credential: CredentialData,
	{ signal, noMore, rules = interactiveRules }: GraphApiOptions = {},
): GraphApi {
	const connection = connectionFromCredential(credential);
	const report = emptyReport();
	const waitSignal = anyOf(signal, noMore);
	const retry = retrying(rules, report, waitSignal);
	// Outermost first: each try waits for its turn.
	const layers: Layer[] = [
		retryLayer(retry),
		rateLimitLayer(connection.host, rules, report, waitSignal),
		concurrencyLayer(requestsAtOnce, waitSignal),
	];
	const send = layers.reduceRight(
		(next, layer) => layer(next),
		transport(connection, { signal, answerTimeout: rules.responseTimeout }),
	);
	return { connection, send, retry, download: downloader(connection, signal), report };
}

function anyOf(...signals: Array<AbortSignal | undefined>): AbortSignal {
	const any = AbortSignal.any(signals.filter((signal) => signal !== undefined));
	// Each message that waits listens, and Node takes more than ten listeners for a leak.
	setMaxListeners(0, any);
	return any;
}
