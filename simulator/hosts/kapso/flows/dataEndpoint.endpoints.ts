import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kapsoEndpoint, type KapsoCall } from '../endpoint';
import { known } from '../lookup';
import { isoOrNull } from '../messageJson';
import { read } from '../read';
import { invalid } from '../refusal';
import type { ConnectedNumber } from '../state';
import { endpointUrl, type KapsoFlow } from './flow';
import {
	deploy,
	invocationJson,
	latest,
	limitOf,
	newFunction,
	type KapsoFunction,
} from './function';
import { flowOf } from './lookup';

const path = '/whatsapp/flows/:id';

export const getDataEndpoint = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/data_endpoint`,
	handle(call) {
		const { kept } = flowOf(call);
		return { data: endpointJson(call, kept, functionOf(kept)) };
	},
});

/** Sets the code. It counts once it is deployed. */
export const setDataEndpoint = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/data_endpoint`,
	handle(call) {
		const { flow, kept } = flowOf(call);
		const { code } = read(z.object({ code: z.string().min(1) }), call.body);
		const fn =
			kept.dataEndpoint ?? newFunction({ id: randomUUID(), name: `${flow.name} endpoint`, code });
		if (!kept.dataEndpoint) call.kapso.functions.push(fn);
		Object.assign(fn, { code, status: 'draft', updatedAt: Date.now() });
		kept.dataEndpoint = fn;
		return { data: endpointJson(call, kept, fn) };
	},
});

export const deployDataEndpoint = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/data_endpoint/deploy`,
	status: 202,
	handle(call) {
		const { kept } = flowOf(call);
		const fn = functionOf(kept);
		deploy(call.simulator, fn);
		return { data: endpointJson(call, kept, fn) };
	},
});

const numberSchema = z.object({ phone_number_id: z.string().optional() });

/** Tells Meta the endpoint. The encryption and the code must be there before. */
export const registerDataEndpoint = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/data_endpoint/register`,
	handle(call) {
		const { flow, kept } = flowOf(call);
		const fn = functionOf(kept);
		if (!numberFor(call, kept).flowsEncryption) throw invalid('Flows encryption is not configured');
		if (fn.status !== 'deployed') throw invalid('Data endpoint is not deployed');
		kept.endpointRegistered = true;
		flow.endpointUri = endpointUrl(call.simulator.url, kept);
		return {
			data: {
				...endpointJson(call, kept, fn),
				flow_id: kept.id,
				flow_data_endpoint_function_id: fn.id,
				flow_has_encryption: true,
			},
		};
	},
});

/** Gives Meta the public key of a number. Kapso keeps the private one. */
export const setUpEncryption = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/setup_encryption`,
	handle(call) {
		const number = numberFor(call, flowOf(call).kept);
		if (!number.flowsEncryption) {
			const { publicKey } = generateKeyPairSync('rsa', {
				modulusLength: 2048,
				publicKeyEncoding: { type: 'spki', format: 'pem' },
				privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
			});
			number.phoneNumber.businessPublicKey = publicKey;
			number.flowsEncryption = true;
		}
		return {
			data: {
				status: 'success',
				message: 'Flows encryption is configured',
				flows_encryption_configured: true,
			},
		};
	},
});

/**
 * What the code logged, the newest first.
 *
 * @see https://docs.kapso.ai/api/platform/v1/whatsapp-flows/get-function-logs
 */
export const listFunctionLogs = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/function_logs`,
	handle(call) {
		const fn = functionOf(flowOf(call).kept);
		const logs = [...fn.invocations]
			.reverse()
			.flatMap((invocation) => invocation.logs)
			.slice(0, limitOf(call.query, { usual: 20, most: 50 }));
		return { data: { function_id: fn.id, function_name: fn.name, logs } };
	},
});

export const listFunctionInvocations = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/function_invocations`,
	handle(call) {
		const fn = functionOf(flowOf(call).kept);
		const invocations = latest(fn, call.query).map(invocationJson);
		return { data: { function_id: fn.id, function_name: fn.name, invocations } };
	},
});

/** @see https://docs.kapso.ai/api/platform/v1/whatsapp-flows/get-data-endpoint */
function endpointJson({ simulator }: KapsoCall, kept: KapsoFlow, fn: KapsoFunction) {
	return {
		function_id: fn.id,
		function_name: fn.name,
		status: fn.status,
		endpoint_url: endpointUrl(simulator.url, kept),
		last_deployed_at: isoOrNull(fn.deployedAt),
		code: fn.code,
	};
}

function functionOf({ dataEndpoint }: KapsoFlow): KapsoFunction {
	return known(dataEndpoint, 'Data endpoint');
}

/** That of the body, of the Flow, or the first. */
function numberFor({ kapso, body }: KapsoCall, { phoneNumberId }: KapsoFlow): ConnectedNumber {
	const given = read(numberSchema, body).phone_number_id ?? phoneNumberId;
	const number = given === undefined ? kapso.numbers()[0] : kapso.number(given);
	if (!number) throw invalid('Phone number must exist');
	return number;
}
