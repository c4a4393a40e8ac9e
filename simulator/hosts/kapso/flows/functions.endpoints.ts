import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kapsoEndpoint, type KapsoCall } from '../endpoint';
import { filtered } from '../filters';
import { known } from '../lookup';
import { numberedPage } from '../paging';
import { read } from '../read';
import { invalid } from '../refusal';
import { deploy, functionJson, invocationJson, newFunction, type KapsoFunction } from './function';

const path = '/functions';
const fields = z
	.object({
		name: z.string().min(1),
		code: z.string(),
		description: z.string(),
		runtime_config: z.record(z.string(), z.unknown()),
		public_endpoint: z.boolean(),
		invoke_response_mode: z.enum(['passthrough', 'wrapped']),
	})
	.partial();

export const listFunctions = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle({ simulator, kapso, query }) {
		const page = numberedPage(kapso.functions, query);
		return {
			...page,
			data: page.data.map((fn) => functionJson(simulator, fn, kapso.projectId)),
		};
	},
});

export const createFunction = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle(call) {
		const schema = z.object({ function: fields.required({ name: true, code: true }) });
		const given = read(schema, call.body).function;
		const fn = newFunction({ id: randomUUID(), name: given.name, code: given.code });
		call.kapso.functions.push(fn);
		return answer(call, change(fn, given));
	},
});

export const getFunction = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id`,
	handle: (call) => answer(call, functionOf(call)),
});

/** What changed must be deployed again. */
export const updateFunction = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path: `${path}/:id`,
	handle(call) {
		const fn = functionOf(call);
		const given = read(z.object({ function: fields }), call.body).function;
		if (given.code !== undefined) Object.assign(fn, { status: 'draft', version: fn.version + 1 });
		return answer(call, change(fn, given));
	},
});

/** @see https://docs.kapso.ai/api/platform/v1/functions/functions/deploy-function */
export const deployFunction = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/deploy`,
	status: 202,
	handle(call) {
		const fn = functionOf(call);
		deploy(call.simulator, fn);
		return answer(call, fn);
	},
});

/**
 * Says what it got: the simulator does not run the code.
 *
 * @see https://docs.kapso.ai/api/platform/v1/functions/functions/invoke-function
 */
export const invokeFunction = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/invoke`,
	handle(call) {
		const fn = functionOf(call);
		if (fn.status !== 'deployed') throw invalid('Function must be deployed to be invoked');
		const response = { received: call.body };
		fn.invocations.push({
			id: randomUUID(),
			status: 'completed',
			payload: call.body,
			response,
			at: Date.now(),
		});
		return fn.invokeResponseMode === 'wrapped' ? { data: response } : response;
	},
});

export const listInvocations = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id/invocations`,
	handle(call) {
		const invocations = filtered([...functionOf(call).invocations].reverse(), call.query, {
			status: ({ status }, value) => status === value,
		});
		const page = numberedPage(invocations, call.query);
		return { ...page, data: page.data.map(invocationJson) };
	},
});

function answer({ simulator, kapso }: KapsoCall, fn: KapsoFunction) {
	return { data: functionJson(simulator, fn, kapso.projectId) };
}

function change(fn: KapsoFunction, given: z.output<typeof fields>): KapsoFunction {
	return Object.assign(fn, {
		name: given.name ?? fn.name,
		code: given.code ?? fn.code,
		description: given.description ?? fn.description,
		runtimeConfig: given.runtime_config ?? fn.runtimeConfig,
		publicEndpoint: given.public_endpoint ?? fn.publicEndpoint,
		invokeResponseMode: given.invoke_response_mode ?? fn.invokeResponseMode,
		updatedAt: Date.now(),
	});
}

function functionOf({ kapso, params }: KapsoCall): KapsoFunction {
	return known(
		kapso.functions.find(({ id }) => id === params.id),
		'Function',
	);
}
