import { EnvHttpProxyAgent, Pool as OriginPool } from 'undici';
import type { Dispatcher } from 'undici';

import { processState } from './processState';
import { tunnelConnect } from './tunnel';
import { userAgent } from './userAgent';

/** Milliseconds without a byte after which a request without a limit of its own counts as stopped. */
const silenceTimeout = 120_000;
/** Milliseconds until a connection counts as failed, directly or through a proxy. */
const connectTimeout = 10_000;

export type AbortRequest = (reason?: Error) => void;

export interface StartOption {
	/**
	 * Called when the request has got its connection, before its first byte is written: one that failed earlier
	 * was certainly not sent. If it throws, nothing is written and the request fails with that error.
	 */
	onStart?(abort: AbortRequest): void;
}

// Overriding `dispatch` costs less than undici's interceptors, which convert the headers of each answer twice.
class Pool extends EnvHttpProxyAgent {
	override dispatch(
		options: Dispatcher.DispatchOptions & StartOption,
		handler: Dispatcher.DispatchHandler,
	): boolean {
		const { onStart } = options;
		if (onStart) callAtStart(handler, onStart);
		return super.dispatch(options, handler);
	}
}

function callAtStart(
	handler: Dispatcher.DispatchHandler,
	onStart: NonNullable<StartOption['onStart']>,
): void {
	// undici has two kinds of handlers; the methods of the older kind are on their way out.
	const { onRequestStart, onConnect } = handler;
	if (onRequestStart) {
		handler.onRequestStart = function (controller, context) {
			onStart((reason) => controller.abort(reason ?? new Error('aborted')));
			onRequestStart.call(handler, controller, context);
		};
	} else if (onConnect) {
		handler.onConnect = function (abort, ...more: []) {
			onStart(abort);
			onConnect.call(handler, abort, ...more);
		};
	}
}

function originPool(origin: string | URL, options: OriginPool.Options): OriginPool {
	const { connect } = options;
	// Only the way through a proxy comes as a function.
	if (typeof connect !== 'function') return new OriginPool(origin, options);
	return new OriginPool(origin, { ...options, connect: tunnelConnect(connect, connectTimeout) });
}

// Without it, a CONNECT request that is given up would keep its connection for minutes.
function proxyPool(proxy: URL, options: OriginPool.Options): OriginPool {
	return new OriginPool(proxy, { ...options, headersTimeout: connectTimeout });
}

const sharedPool = processState(
	() =>
		new Pool({
			headers: { 'user-agent': userAgent },
			connections: 256,
			connect: { timeout: connectTimeout },
			factory: originPool,
			clientFactory: proxyPool,
			headersTimeout: silenceTimeout,
			bodyTimeout: silenceTimeout,
		}),
	(pool) => void pool.close(),
);

/** The keep-alive pool of the process, made at the first call so that the proxy variables are read then. */
export function pool(): Dispatcher {
	return sharedPool();
}
