import type { SimulatorContext } from '../../../context';
import { iso, isoOrNull } from '../messageJson';

/** Code that Kapso runs. */
export interface KapsoFunction {
	id: string;
	name: string;
	description: string;
	code: string;
	runtimeConfig: Record<string, unknown>;
	publicEndpoint: boolean;
	invokeResponseMode: 'passthrough' | 'wrapped';
	status: 'draft' | 'deployed' | 'error';
	version: number;
	deployedAt?: number;
	createdAt: number;
	updatedAt: number;
	invocations: Invocation[];
}

export interface Invocation {
	id: string;
	status: 'completed' | 'failed';
	payload: unknown;
	response: unknown;
	at: number;
}

/** A function that is not deployed. */
export function newFunction(
	about: Pick<KapsoFunction, 'id' | 'name' | 'code'> & Partial<KapsoFunction>,
): KapsoFunction {
	const at = Date.now();
	return {
		description: '',
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

/** Deploys it a moment later, as Kapso does within a minute. */
export function deploy(simulator: SimulatorContext, fn: KapsoFunction): void {
	simulator.webhooks.later(0, () => {
		fn.status = fn.code.trim() === '' ? 'error' : 'deployed';
		if (fn.status === 'deployed') fn.deployedAt = Date.now();
	});
}

export function functionJson({ url }: SimulatorContext, fn: KapsoFunction, projectId: string) {
	return {
		id: fn.id,
		name: fn.name,
		slug: fn.name.toLowerCase().replace(/[^a-z\d]+/g, '-'),
		description: fn.description,
		code: fn.code,
		function_type: 'cloudflare_worker',
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

export function invocationJson({ id, status, payload, response, at }: Invocation) {
	return {
		id,
		status,
		request_payload: payload,
		response_payload: response,
		duration_ms: 1,
		created_at: iso(at),
	};
}
