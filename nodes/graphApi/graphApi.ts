import { setMaxListeners } from 'node:events';

import { concurrencyLayer } from './concurrency';
import { connectionFromCredential } from './hosts';
import type { Connection, CredentialData } from './connection';
import { downloader } from './download';
import type { Download } from './download';
import type { EgressFilter } from './egress/egressFilter';
import { hostLayer } from './hosts/hostLayer';
import { KeyPause } from './keyPause';
import { rateLimitLayer } from './rateLimit';
import { retryLayer, retrying } from './retry';
import type { Retry } from './retry';
import { emptyReport, interactiveRules } from './sendingRules';
import { sessionLayer } from './session';
import type { SharedRate } from './sharedBucket';
import type { SendingReport, SendingRules } from './sendingRules';
import { transport } from './transport';
import { aroundTryLayer } from './types';
import type { Layer, Send } from './types';
import { wait } from './wait';

/** The Graph API of one account, as the nodes use it. */
export interface GraphApi {
	connection: Connection;
	/** @throws RequestError with what happened and what to do next. */
	send: Send;
	/** Retries as the rules allow, for callers that must open a stream for each try. */
	retry: Retry;
	/** Fetches a file from a URL that anybody may have chosen, without the token. */
	download: Download;
	/** Fetches a file from a URL in a response of the API; the secret goes along if its host may have it. */
	downloadFromMeta: Download;
	report: Readonly<SendingReport>;
	/**
	 * Waits for some milliseconds between two requests.
	 * @throws CancelledBeforeSending once nothing more is to be sent.
	 */
	pause(milliseconds: number): Promise<void>;
}

export interface GraphApiOptions {
	/** Cancels the requests under way, e.g. when the user stops the execution. */
	signal?: AbortSignal;
	/** Rejects what waits to be sent; requests under way may finish. */
	noMore?: AbortSignal;
	/** Without them nothing is retried. */
	rules?: SendingRules;
	/** n8n's rules for which hosts may be called. Without them, n8n's variables N8N_SSRF_… are read. */
	egress?: EgressFilter;
	/** How fast several processes together may send. Without it, each process has the whole rate of a number. */
	sharedRate?: SharedRate;
}

/** Requests under way at once: enough for the highest throughput at a quarter of a second of latency. */
const requestsAtOnce = 256;

/**
 * Makes the request helper that both nodes and the credential test use for every call.
 * @throws CredentialError when the credential is incomplete or invalid.
 */
export function graphApi(
	credential: CredentialData,
	{ signal, noMore, rules = interactiveRules, egress, sharedRate }: GraphApiOptions = {},
): GraphApi {
	const connection = connectionFromCredential(credential);
	const report = emptyReport();
	const waitSignal = anyOf(signal, noMore);
	const retry = retrying(rules, report, waitSignal);
	// Outermost first: each try waits for a permit.
	const layers: Layer[] = [
		hostLayer(connection),
		retryLayer(retry),
		rateLimitLayer(
			connection.host,
			rules,
			report,
			waitSignal,
			sharedRate,
			pauseOf(connection, rules),
		),
		concurrencyLayer(requestsAtOnce, waitSignal),
		aroundTryLayer,
		sessionLayer(connection),
	];
	const sendNow = transport(connection, { signal, responseTimeout: rules.responseTimeout, egress });
	const send = layers.reduceRight((next, layer) => layer(next), sendNow);
	return {
		connection,
		send,
		retry,
		download: downloader(connection, { fromMeta: false, sendNow, signal, egress }),
		downloadFromMeta: downloader(connection, { fromMeta: true, sendNow, signal, egress }),
		report,
		pause: (milliseconds) => wait(milliseconds, waitSignal),
	};
}

function pauseOf({ host, rateKey }: Connection, { timeLimit }: SendingRules): KeyPause {
	return new KeyPause(rateKey === undefined ? undefined : `${host} ${rateKey}`, timeLimit);
}

function anyOf(...signals: Array<AbortSignal | undefined>): AbortSignal {
	const any = AbortSignal.any(signals.filter((signal) => signal !== undefined));
	// Each waiting message adds a listener; Node warns of a leak beyond ten.
	setMaxListeners(0, any);
	return any;
}
