import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kapsoEndpoint, type KapsoCall } from '../endpoint';
import { known } from '../lookup';
import { numberedPage } from '../paging';
import { read } from '../read';
import { HostError } from '../../hostError';
import {
	deploy,
	functionJson,
	invocationJson,
	invoke,
	latest,
	newFunction,
	type KapsoFunction,
} from './function';

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
/** What is chosen once. */
const firstFields = fields.extend({
	slug: z.string().min(1).optional(),
	function_type: z.enum(['cloudflare_worker', 'supabase_function']).optional(),
});

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
		const schema = z.object({ function: firstFields.required({ name: true, code: true }) });
		const { slug, function_type: functionType, ...given } = read(schema, call.body).function;
		const { name, code } = given;
		const fn = newFunction({
			id: randomUUID(),
			name,
			code,
			...(slug !== undefined && { slug }),
			...(functionType && { functionType }),
		});
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

/** A response of the code that is not JSON is a text. */
export const invokeFunction = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:id/invoke`,
	handle(call) {
		const fn = functionOf(call);
		const { id, statusCode, response, error } = invoke(fn, call.raw.body ?? {});
		if (error !== undefined) {
			throw new HostError(500, { error: 'Function execution failed', invocation_id: id });
		}
		const isText = typeof response === 'string';
		const isWrapped = fn.invokeResponseMode === 'wrapped' && !isText;
		const body = isWrapped ? { data: response } : response;
		void call.reply.code(statusCode).type(isText ? 'text/plain' : 'application/json');
		// As it is: a list, a number or a text would be changed otherwise.
		return Buffer.from(isText ? response : JSON.stringify(body));
	},
});

export const listInvocations = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:id/invocations`,
	handle(call) {
		const fn = functionOf(call);
		const invocations = latest(fn, call.query).map((invocation) => ({
			...invocationJson(invocation),
			console_logs: invocation.logs,
		}));
		return { data: { function_id: fn.id, function_name: fn.name, invocations } };
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
