import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Waba } from '../account/waba';
import type { SimulatorContext } from '../context';
import type { SimulatorSettings } from '../settings';
import type { SimulatedEndpoint } from './endpoint';
import { SimulatedError, SimulatedGraphError, unknownObject, unknownPath } from './errors';
import type { Fault } from './faults';
import { parsed } from './parsed';
import { findEndpoint } from './routes';
import { unrecorded, type RequestRecord } from './requestRecord';
import { authenticate, type TokenKind } from './token';
import { newestMajor, newestVersion } from './version';

/** Query parameters that prove who calls. They are not recorded. */
const proofs = new Set(['access_token', 'appsecret_proof']);
/** Further query parameters whose values are not recorded. */
const secretParameters = new Set(['input_token']);

// A path may also have no version.
const versionedPath = /^\/v(\d+)\.\d+(?=\/|$)/;

/** Removes a known API version from the path. A path with an unknown version matches no endpoint. */
function withoutVersion(path: string): string {
	const version = Number(versionedPath.exec(path)?.[1]);
	return version >= 2 && version <= newestMajor ? path.replace(versionedPath, '') || '/' : path;
}

/** How another host hands a call on to the Graph API. Whatever is not set is as with Meta. */
export interface HandedOn {
	method?: SimulatedEndpoint['method'];
	/** The URL that Meta gets, with the version. */
	url?: URL;
	/** The body that Meta gets. */
	body?: Record<string, unknown>;
	/** @throws SimulatedError for whoever may not call */
	authenticate?(): TokenKind;
	/** What the caller gets for Meta's response. */
	convert?(response: unknown): unknown;
	/** What the caller gets for Meta's error. */
	convertError?(error: SimulatedGraphError): SimulatedError;
}

/** Handles one call of the Graph API: record, token, latency, faults, endpoint. */
export async function handleGraphCall(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
	by: HandedOn = {},
): Promise<FastifyReply> {
	const url = by.url ?? new URL(`${simulator.url}${request.originalUrl}`);
	const method = by.method ?? request.method;
	const path = withoutVersion(url.pathname);
	const body = by.body ?? bodyOf(request, url.searchParams);
	// Its parameters prove who calls.
	const needsNoToken = atRoot(method, path)?.token === 'none';
	return await handleCall(simulator, request, reply, {
		method,
		path,
		recipient: body.to ?? body.recipient,
		isSecret: (name) => needsNoToken || secretParameters.has(name),
		authenticate: () => {
			if (by.authenticate) return by.authenticate();
			if (needsNoToken) return undefined;
			return authenticate(request.headers, url.searchParams, body, path, simulator.settings);
		},
		convertError: by.convertError,
		async respond(token) {
			const isVersioned = path !== url.pathname;
			const { endpoint, ...found } = findCall(simulator, method, path, isVersioned);
			if (token) checkToken(endpoint, token);
			if (endpoint.on === 'waba') checkAccount(found.node as Waba, method, simulator.settings);
			if (endpoint.on === 'portfolio')
				permission('whatsapp_business_management', simulator.settings);
			const response = await endpoint.handle({
				simulator,
				url,
				query: url.searchParams,
				body,
				raw: request,
				...found,
			} as Parameters<SimulatedEndpoint['handle']>[0]);
			void reply.header('facebook-api-version', newestVersion);
			return by.convert ? await by.convert(response) : response;
		},
	});
}

/** What is particular to one call. */
export interface SimulatedCall<Caller> {
	/** For faults, as the path without the version and the recipient. */
	method: string;
	path: string;
	recipient?: unknown;
	/** Query parameters whose values are not recorded. */
	isSecret?(name: string): boolean;
	/** @throws SimulatedError for whoever may not call */
	authenticate(): Caller;
	/** @throws SimulatedError if the call is refused */
	respond(caller: Caller): unknown;
	convertError?(error: SimulatedGraphError): SimulatedError;
}

/** Handles one call of any host: record, who calls, latency, faults, response. */
export async function handleCall<Caller>(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
	call: SimulatedCall<Caller>,
): Promise<FastifyReply> {
	const record = newRecord(simulator, request, call.isSecret);
	simulator.state.requests.add(record);
	try {
		const caller = call.authenticate();
		if (simulator.settings.latencyMs > 0) await sleep(simulator.settings.latencyMs);
		const fault = simulator.faults.match(
			call.method,
			call.path,
			typeof call.recipient === 'string' ? call.recipient : undefined,
		);
		if (fault?.kind === 'slow') await sleep(fault.delayMs);
		if (fault?.kind === 'dropBefore') return await cut(reply);
		if (fault?.kind === 'graphError') throw graphErrorOf(fault, reply);
		if (fault?.kind === 'response') {
			record.status = fault.httpStatus;
			return await reply.code(fault.httpStatus).headers(fault.headers).send(fault.body);
		}
		if (fault?.kind === 'httpError' && !fault.accepted) {
			record.status = fault.httpStatus;
			return await sendErrorPage(reply, fault.httpStatus);
		}
		const response = await call.respond(caller);
		if (fault?.kind === 'dropAfter') return await cut(reply);
		if (fault?.kind === 'truncated') return await truncate(reply, response);
		if (fault?.kind === 'drip') return await drip(reply, fault.everyMs);
		if (fault?.kind === 'httpError') {
			record.status = fault.httpStatus;
			return await sendErrorPage(reply, fault.httpStatus);
		}
		record.status = reply.statusCode;
		return await reply.send(response);
	} catch (error) {
		const refusal =
			error instanceof SimulatedError ? error : new SimulatedGraphError(1, { httpStatus: 500 });
		const clientLeft = request.raw.errored !== null;
		if (!(error instanceof SimulatedError) && !clientLeft)
			console.error('The simulator failed:', error);
		record.errorCode = refusal.code;
		const sent =
			refusal instanceof SimulatedGraphError ? (call.convertError?.(refusal) ?? refusal) : refusal;
		record.status = sent.httpStatus;
		return await reply.code(sent.httpStatus).headers(sent.headers).send(sent.toBody());
	}
}

function newRecord(
	simulator: SimulatorContext,
	request: FastifyRequest,
	isSecret: (name: string) => boolean = () => false,
): RequestRecord {
	const url = new URL(`${simulator.url}${request.originalUrl}`);
	return {
		at: Date.now(),
		method: request.method,
		path: url.pathname,
		query: Object.fromEntries(
			[...url.searchParams]
				.filter(([name]) => !proofs.has(name))
				.map(([name, value]) => [name, isSecret(name) ? unrecorded : value]),
		),
		headerNames: Object.keys(request.headers),
		status: 0,
		errorCode: undefined,
	};
}

/** Graph reads parameters from both the body and the query. */
function bodyOf(request: FastifyRequest, query: URLSearchParams): Record<string, unknown> {
	const fields = Object.fromEntries(
		[...query]
			.filter(([name]) => !proofs.has(name) && !secretParameters.has(name))
			.map(([k, v]) => [k, parsed(v)]),
	);
	const { body } = request;
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	return isObject ? { ...fields, ...body } : fields;
}

/** The endpoint whose path has no ID. */
function atRoot(method: string, path: string): SimulatedEndpoint | undefined {
	return findEndpoint(method, 'root', path.slice(1));
}

function findCall(
	simulator: SimulatorContext,
	method: string,
	path: string,
	isVersioned: boolean,
): { endpoint: SimulatedEndpoint; node: unknown; subId?: string; subIds: string[] } {
	const [id = '', edge, ...subIds] = path
		.split('/')
		.slice(1)
		.filter((segment, index) => segment !== '' || index === 0)
		.map(decodeURIComponent);
	const endpointAtRoot = atRoot(method, path);
	if (endpointAtRoot) return { endpoint: endpointAtRoot, node: undefined, subIds: [] };
	if (!/^[\w.=|:+/-]+$/.test(id) || /^v\d/.test(id)) throw unknownPath(path);
	const node = simulator.state.find(id);
	if (!node) throw unknownObject(method, id);
	const deeper = findEndpoint(method, node.kind, `${edge}/${subIds[0]}`);
	const endpoint = deeper ?? findEndpoint(method, node.kind, edge);
	if (endpoint?.base === 'api' && isVersioned) throw unknownPath(path);
	if (!endpoint) throw edge ? unknownPath(`/${edge}`) : unknownObject(method, id);
	if (subIds.length > (endpoint.maximumSubIds ?? 1)) throw unknownPath(path);
	return { endpoint, node: node.value, subId: subIds[0], subIds };
}

function checkToken({ token = 'user' }: SimulatedEndpoint, given: 'user' | 'app'): void {
	if (token === 'any' || token === given) return;
	throw token === 'app'
		? new SimulatedGraphError(15, {
				message: '(#15) This method must be called with an app access_token.',
				httpStatus: 403,
			})
		: new SimulatedGraphError(10);
}

/** A user's token reaches the accounts for which it has the permission. */
function checkAccount({ id }: Waba, method: string, settings: SimulatorSettings): void {
	const { targetIds } = permission('whatsapp_business_management', settings);
	if (targetIds?.includes(id) === false) throw unknownObject(method, id);
}

/** @throws SimulatedGraphError 200 if the token does not have the permission */
function permission(wanted: string, { token }: SimulatorSettings) {
	const found = token.permissions.find(({ scope }) => scope === wanted);
	if (found) return found;
	throw new SimulatedGraphError(200, {
		message:
			'(#200) You do not have the necessary permissions required to access this WhatsApp Business Account.',
	});
}

function graphErrorOf(
	{
		code,
		subcode,
		message,
		details,
		httpStatus,
		retryAfter,
	}: Extract<Fault, { kind: 'graphError' }>,
	reply: FastifyReply,
): SimulatedGraphError {
	if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
	return new SimulatedGraphError(code, { subcode, message, details, httpStatus });
}

/** Closes the connection without a response. */
function cut(reply: FastifyReply): FastifyReply {
	reply.hijack();
	reply.raw.destroy();
	return reply;
}

/** Sends half of the response, as a failing proxy does. */
function truncate(reply: FastifyReply, response: unknown): FastifyReply {
	const json = JSON.stringify(response);
	return reply.type('application/json').send(json.slice(0, json.length / 2));
}

/** Sends a space at a time until the client disconnects. */
function drip(reply: FastifyReply, everyMs: number): FastifyReply {
	reply.hijack();
	reply.raw.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => reply.raw.write(' '), everyMs);
	reply.raw.once('close', () => clearInterval(timer));
	return reply;
}

function sendErrorPage(reply: FastifyReply, httpStatus: number): FastifyReply {
	return reply
		.code(httpStatus)
		.type('text/html')
		.send(
			'<!DOCTYPE html><html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>',
		);
}
