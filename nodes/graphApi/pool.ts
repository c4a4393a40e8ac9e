import { buildConnector, EnvHttpProxyAgent, Pool as OriginPool } from 'undici';
import type { Dispatcher } from 'undici';

import type { EgressFilter } from './egress/egressFilter';
import { environmentFilter } from './egress/environmentFilter';
import { filteredConnect, filteredLookup } from './egress/filteredConnect';
import { processState } from './processState';
import { contextTrusting } from './trustedAuthorities';
import { tunnelConnect } from './tunnel';
import { userAgent } from './userAgent';

/** Milliseconds without a byte after which a request without a timeout counts as stalled. */
const silenceTimeout = 120_000;
/** Milliseconds after which a connection attempt counts as failed, directly or through a proxy. */
const connectTimeout = 10_000;

export type AbortRequest = (reason?: Error) => void;

export interface StartOption {
	/**
	 * Called once the request has a connection, before its first byte is written: a request that failed earlier
	 * was certainly not sent. If it throws, nothing is written and the request fails with that error.
	 */
	onStart?(abort: AbortRequest): void;
}

// Overriding `dispatch` costs less than undici's interceptors, which convert the headers of each response twice.
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
	/* eslint-disable @typescript-eslint/no-deprecated -- undici still calls handlers of the older kind */
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
	/* eslint-enable @typescript-eslint/no-deprecated */
}

type PoolName = 'n8n' | 'environment' | 'self';

/** Makes the pools of origins. Each connection is checked by the filter. */
function originPool(filter: EgressFilter | undefined) {
	return (origin: string | URL, options: OriginPool.Options): OriginPool => {
		const { connect } = options;
		// `connect` is a function only for a tunnel through a proxy.
		if (typeof connect === 'function') {
			const checked = filter ? filteredConnect(connect, filter) : connect;
			return new OriginPool(origin, {
				...options,
				connect: tunnelConnect(checked, connectTimeout),
			});
		}
		if (!filter) return new OriginPool(origin, options);
		const connector = buildConnector({ ...connect, lookup: filteredLookup(filter) });
		return new OriginPool(origin, { ...options, connect: filteredConnect(connector, filter) });
	};
}

// Without the timeout, an abandoned CONNECT request would keep its connection for minutes.
function proxyPool(proxy: URL, options: OriginPool.Options): OriginPool {
	return new OriginPool(proxy, { ...options, headersTimeout: connectTimeout });
}

function newPool(filter: EgressFilter | undefined, authorities: string | undefined): Pool {
	const tls =
		authorities === undefined ? undefined : { secureContext: contextTrusting(authorities) };
	return new Pool({
		headers: { 'user-agent': userAgent },
		connections: 256,
		connect: { timeout: connectTimeout, ...tls },
		...(tls && { requestTls: tls }),
		factory: originPool(filter),
		clientFactory: proxyPool,
		headersTimeout: silenceTimeout,
		bodyTimeout: silenceTimeout,
	});
}

const sharedPools = processState(
	() => new Map<string, Pool>(),
	(pools) => {
		for (const pool of pools.values()) void pool.close();
	},
);

/**
 * The keep-alive pool of the process. It is made at the first call, because making it reads the variables for the
 * proxy and the SSRF protection.
 * @param filter n8n's own, which is the same for the whole process. Without it, n8n's variables are read.
 * @param authorities PEM. What else than usual is trusted; such connections have a pool of their own.
 */
export function pool(filter?: EgressFilter, authorities?: string): Dispatcher {
	return filter
		? sharedPool('n8n', () => filter, authorities)
		: sharedPool('environment', () => environmentFilter(), authorities);
}

/**
 * The pool for n8n's own URLs, which nobody else chooses. They may well lead to an address that the SSRF protection
 * blocks.
 */
export function poolToSelf(): Dispatcher {
	return sharedPool('self', () => undefined);
}

function sharedPool(
	name: PoolName,
	filter: () => EgressFilter | undefined,
	authorities?: string,
): Dispatcher {
	const pools = sharedPools();
	const key = `${name} ${authorities ?? ''}`;
	const known = pools.get(key);
	if (known) return known;
	const made = newPool(filter(), authorities);
	pools.set(key, made);
	return made;
}
