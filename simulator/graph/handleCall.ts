import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Waba } from '../account/waba';
import type { SimulatorContext } from '../context';
import type { SimulatorSettings } from '../settings';
import type { SimulatedEndpoint } from './endpoint';
import { SimulatedGraphError, unknownObject, unknownPath } from './errors';
import type { Fault } from './faults';
import { parsed } from './parsed';
import { findEndpoint } from './routes';
import { authenticate } from './token';
import { unrecorded } from './requestRecord';
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

/** Handles one call of the Graph API: record, token, latency, faults, endpoint. */
export async function handleGraphCall(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const url = new URL(`${simulator.url}${request.originalUrl}`);
	const path = withoutVersion(url.pathname);
	const body = bodyOf(request, url.searchParams);
	// Its parameters prove who calls.
	const needsNoToken = atRoot(request.method, path)?.token === 'none';
	const record = {
		at: Date.now(),
		method: request.method,
		path: url.pathname,
		query: Object.fromEntries(
			[...url.searchParams]
				.filter(([name]) => !proofs.has(name))
				.map(([name, value]) => [
					name,
					needsNoToken || secretParameters.has(name) ? unrecorded : value,
				]),
		),
		headerNames: Object.keys(request.headers),
		status: 0,
		errorCode: undefined as number | undefined,
	};
	simulator.state.requests.add(record);
	try {
		const token = needsNoToken
			? undefined
			: authenticate(request.headers, url.searchParams, body, path, simulator.settings);
		if (simulator.settings.latencyMs > 0) await sleep(simulator.settings.latencyMs);
		const recipient = body.to ?? body.recipient;
		const fault = simulator.faults.match(
			request.method,
			path,
			typeof recipient === 'string' ? recipient : undefined,
		);
		if (fault?.kind === 'slow') await sleep(fault.delayMs);
		if (fault?.kind === 'dropBefore') return await cut(reply);
		if (fault?.kind === 'graphError') throw graphErrorOf(fault, reply);
		if (fault?.kind === 'httpError' && !fault.accepted) {
			record.status = fault.httpStatus;
			return await sendErrorPage(reply, fault.httpStatus);
		}
		const isVersioned = path !== url.pathname;
		const { endpoint, ...found } = findCall(simulator, request.method, path, isVersioned);
		if (token) checkToken(endpoint, token);
		if (endpoint.on === 'waba')
			checkAccount(found.node as Waba, request.method, simulator.settings);
		if (endpoint.on === 'portfolio') permission('whatsapp_business_management', simulator.settings);
		const response = await endpoint.handle({
			simulator,
			url,
			query: url.searchParams,
			body,
			raw: request,
			...found,
		} as Parameters<SimulatedEndpoint['handle']>[0]);
		if (fault?.kind === 'dropAfter') return await cut(reply);
		if (fault?.kind === 'truncated') return await truncate(reply, response);
		if (fault?.kind === 'drip') return await drip(reply, fault.everyMs);
		if (fault?.kind === 'httpError') {
			record.status = fault.httpStatus;
			return await sendErrorPage(reply, fault.httpStatus);
		}
		record.status = 200;
		return await reply.header('facebook-api-version', newestVersion).send(response);
	} catch (error) {
		const graphError =
			error instanceof SimulatedGraphError
				? error
				: new SimulatedGraphError(1, { httpStatus: 500 });
		const clientLeft = request.raw.errored !== null;
		if (!(error instanceof SimulatedGraphError) && !clientLeft)
			console.error('The simulator failed:', error);
		record.status = graphError.httpStatus;
		record.errorCode = graphError.code;
		return await reply.code(graphError.httpStatus).send(graphError.toBody());
	}
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
