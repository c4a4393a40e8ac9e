import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../../context';
import type { SimulatedError } from '../../graph/errors';
import { handleGraphCall, type HandedOn } from '../../graph/handleCall';
import type { NodeKind } from '../../state';
import { checkKeyOrToken } from './auth';
import { downloadUrl } from './media';
import { takeFromLimit } from './rateLimit';
import { refusal } from './refusal';
import { kapsoState, type KapsoState } from './state';

type Method = NonNullable<HandedOn['method']>;

/**
 * What the proxy forwards to Meta, by the kind of ID that begins the path and the rest of it. Whatever is not
 * documented is not here, and the proxy refuses it.
 *
 * @see https://docs.kapso.ai/api-reference/meta-proxy
 */
const handedOn: Partial<Record<NodeKind, Record<string, Method[]>>> = {
	phoneNumber: {
		'': ['GET'],
		messages: ['POST'],
		media: ['POST'],
		settings: ['GET', 'POST'],
		request_code: ['POST'],
		verify_code: ['POST'],
		register: ['POST'],
		deregister: ['POST'],
		whatsapp_business_profile: ['GET', 'POST'],
		block_users: ['GET', 'POST', 'DELETE'],
		calls: ['POST'],
		call_permissions: ['GET'],
	},
	waba: {
		message_templates: ['GET', 'POST', 'DELETE'],
		phone_numbers: ['GET'],
		flows: ['GET', 'POST'],
		product_catalogs: ['GET'],
	},
	media: { '': ['GET', 'DELETE'] },
	flow: {
		'': ['GET', 'POST', 'DELETE'],
		assets: ['GET', 'POST'],
		publish: ['POST'],
		deprecate: ['POST'],
	},
};

/** A path of Meta's, and what is called there. */
interface Target {
	method: Method;
	segments: string[];
	/** A template, which Kapso has below its account only. */
	isTemplate?: boolean;
}

/** Hands a call on to Meta, or refuses it. */
export async function handleProxyCall(
	simulator: SimulatorContext,
	request: FastifyRequest,
	reply: FastifyReply,
	versionedPath: string,
): Promise<FastifyReply> {
	const kapso = kapsoState(simulator.state);
	const { searchParams } = new URL(request.originalUrl, simulator.url);
	const [version = '', ...segments] = versionedPath.split('/').filter((segment) => segment !== '');
	const asked = { method: request.method as Method, segments };
	const target = metasOf(simulator, asked, searchParams);
	const url = new URL(`${simulator.url}/${[version, ...target.segments].join('/')}`);
	url.search = searchParams.toString();
	const conversation = conversationOf(target, request.body);
	const mine = new Set<string>();
	try {
		return await handleGraphCall(simulator, request, reply, {
			method: target.method,
			url,
			authenticate() {
				checkKeyOrToken(request.headers);
				takeFromLimit(simulator, reply);
				checkHandedOn(simulator, kapso, target, searchParams);
				if (conversation !== undefined) {
					if (kapso.inFlight.has(conversation)) throw inFlightRefusal();
					kapso.inFlight.add(conversation);
					mine.add(conversation);
				}
				return 'user';
			},
			convert: (response) => converted(simulator, target, response),
		});
	} finally {
		for (const key of mine) kapso.inFlight.delete(key);
	}
}

/** Where Meta has what Kapso has elsewhere. */
function metasOf({ state }: SimulatorContext, asked: Target, query: URLSearchParams): Target {
	const { method, segments } = asked;
	const [first = '', edge, sub] = segments;
	// A script of Kapso's skill deletes a Flow by this path.
	if (first === 'flows' && edge !== undefined) return { method, segments: segments.slice(1) };
	const kind = state.find(first)?.kind;
	if (kind === 'phoneNumber' && edge === 'flows' && sub === undefined) {
		return { method, segments: [state.waba.id, 'flows'] };
	}
	if (kind === 'waba' && edge === 'message_templates') {
		if (method === 'GET' && sub !== undefined) return { method, segments: [sub], isTemplate: true };
		const id = query.get('hsm_id');
		// The skill's script updates with POST, its reference with PUT.
		if (id !== null && (method === 'POST' || method === 'PUT')) {
			return { method: 'POST', segments: [id], isTemplate: true };
		}
	}
	return asked;
}

/** @throws HostError for what the proxy does not forward. Its words and status are not documented. */
function checkHandedOn(
	{ state }: SimulatorContext,
	kapso: KapsoState,
	target: Target,
	query: URLSearchParams,
): void {
	const [id = '', ...rest] = target.segments;
	const node = state.find(id);
	const methods = node && handedOn[node.kind]?.[rest.join('/')];
	const isOffered =
		node === undefined ||
		(target.isTemplate ? node.kind === 'template' : methods?.includes(target.method) === true);
	if (!isOffered) throw refusal(404, 'Not found');
	const isOwned =
		node?.kind === 'waba' ||
		target.isTemplate === true ||
		kapso.number(node?.kind === 'phoneNumber' ? id : query.get('phone_number_id')) !== undefined ||
		(node?.kind === 'flow' && query.get('business_account_id') === state.waba.id);
	if (!isOwned) throw refusal(404, 'WhatsApp configuration not found');
}

/** The conversation that a message belongs to. Undefined for any other call. */
function conversationOf({ method, segments }: Target, body: unknown): string | undefined {
	if (method !== 'POST' || segments[1] !== 'messages' || segments.length !== 2) return undefined;
	if (typeof body !== 'object' || body === null || 'status' in body) return undefined;
	const to = 'to' in body ? body.to : 'recipient' in body ? body.recipient : undefined;
	return typeof to === 'string' ? `${segments[0]} ${to.replace(/^\+/, '')}` : undefined;
}

function inFlightRefusal(): SimulatedError {
	return refusal(409, 'Another message is in flight for this conversation. Retry shortly.');
}

/** Meta's response with what Kapso changes. */
function converted(simulator: SimulatorContext, target: Target, response: unknown): unknown {
	if (typeof response !== 'object' || response === null) return response;
	const node = simulator.state.find(target.segments[0] ?? '');
	if (node?.kind === 'media' && target.method === 'GET' && 'file_size' in response) {
		return {
			...response,
			file_size: String(response.file_size),
			...downloadUrl(simulator, node.value),
		};
	}
	// Links to further pages would be Meta's own. In all documented examples they are null.
	if ('paging' in response && typeof response.paging === 'object') {
		return { ...response, paging: { ...response.paging, next: null, previous: null } };
	}
	return response;
}
