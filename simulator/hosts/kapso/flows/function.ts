import { randomUUID } from 'node:crypto';
import { Script } from 'node:vm';
import type { SimulatorContext } from '../../../context';
import { iso, isoOrNull } from '../messageJson';
import { invalid } from '../refusal';
import { responseOf, type ConsoleLog } from './functionCode';

/** Code that Kapso runs. */
export interface KapsoFunction {
	id: string;
	name: string;
	slug: string;
	description: string;
	code: string;
	functionType: 'cloudflare_worker' | 'supabase_function';
	runtimeConfig: Record<string, unknown>;
	publicEndpoint: boolean;
	invokeResponseMode: 'passthrough' | 'wrapped';
	status: 'draft' | 'deployed' | 'error';
	version: number;
	deployedAt?: number;
	createdAt: number;
	updatedAt: number;
	/** The oldest first. */
	invocations: Invocation[];
}

export interface Invocation {
	id: string;
	/** Of the response of the code. */
	statusCode: number;
	request: unknown;
	response: unknown;
	error?: string;
	logs: ConsoleLog[];
	at: number;
}

/** A function that is not deployed. */
export function newFunction(
	about: Pick<KapsoFunction, 'id' | 'name' | 'code'> & Partial<KapsoFunction>,
): KapsoFunction {
	const at = Date.now();
	return {
		slug: about.name.toLowerCase().replace(/[^a-z\d]+/g, '-'),
		description: '',
		functionType: 'cloudflare_worker',
		runtimeConfig: {},
		publicEndpoint: false,
		invokeResponseMode: 'passthrough',
		status: 'draft',
		version: 1,
		createdAt: at,
		updatedAt: at,
		invocations: [],
		...about,
	};
}

/** Deploys it a moment later, as Kapso does within a minute. Code with a syntax error cannot be deployed. */
export function deploy(simulator: SimulatorContext, fn: KapsoFunction): void {
	simulator.webhooks.later(0, () => {
		fn.status = isValid(fn.code) ? 'deployed' : 'error';
		if (fn.status === 'deployed') fn.deployedAt = Date.now();
	});
}

function isValid(code: string): boolean {
	try {
		return new Script(code) instanceof Script && code.trim() !== '';
	} catch {
		return false;
	}
}

/**
 * Calls a deployed function, and keeps what became of it.
 *
 * @throws HostError 422 if it is not deployed
 * @see https://docs.kapso.ai/api/platform/v1/functions/functions/invoke-function
 * @see https://docs.kapso.ai/api-reference/functions-introduction
 */
export function invoke(fn: KapsoFunction, request: unknown): Invocation {
	if (fn.status !== 'deployed') throw invalid('Function is not deployed');
	const invocation = { id: randomUUID(), request, at: Date.now(), ...responseOf(fn.code, request) };
	fn.invocations.push(invocation);
	return invocation;
}

/**
 * How many entries of a list without pages are asked for.
 *
 * @throws HostError 422 for an invalid limit
 */
export function limitOf(query: URLSearchParams, given: { usual: number; most: number }): number {
	const limit = Number(query.get('limit') ?? given.usual);
	if (!Number.isInteger(limit) || limit < 1 || limit > given.most) {
		throw invalid(`limit must be between 1 and ${given.most}`);
	}
	return limit;
}

/**
 * The latest invocations, the newest first. There are no pages.
 *
 * @throws HostError 422 for an invalid limit
 * @see https://docs.kapso.ai/api/platform/v1/functions/functions/list-function-invocations
 */
export function latest({ invocations }: KapsoFunction, query: URLSearchParams): Invocation[] {
	const limit = limitOf(query, { usual: 10, most: 20 });
	const status = query.get('status');
	return [...invocations]
		.reverse()
		.filter(({ error }) => status === null || (error === undefined) === (status === 'success'))
		.slice(0, limit);
}

export function functionJson({ url }: SimulatorContext, fn: KapsoFunction, projectId: string) {
	return {
		id: fn.id,
		name: fn.name,
		slug: fn.slug,
		description: fn.description,
		code: fn.code,
		function_type: fn.functionType,
		version: fn.version,
		status: fn.status,
		runtime_config: fn.runtimeConfig,
		public_endpoint: fn.publicEndpoint,
		invoke_response_mode: fn.invokeResponseMode,
		last_deployed_at: isoOrNull(fn.deployedAt),
		project_id: projectId,
		endpoint_url: `${url}/kapso/platform/v1/functions/${fn.id}/invoke`,
		created_at: iso(fn.createdAt),
		updated_at: iso(fn.updatedAt),
	};
}

export function invocationJson({ id, statusCode, request, response, error, at }: Invocation) {
	return {
		id,
		status_code: statusCode,
		duration_ms: 1,
		request_body: request,
		response_body: response,
		error_message: error ?? null,
		created_at: iso(at),
	};
}
