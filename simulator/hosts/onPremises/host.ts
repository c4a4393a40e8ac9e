import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../../context';
import { exportsOf } from '../../exportsOf';
import { handleCall } from '../../graph/handleCall';
import { parsed } from '../../graph/parsed';
import type { SimulatedHost } from '../host';
import { callerOf } from './access';
import { delivery } from './delivery';
import { Content, type OnPremisesEndpoint } from './endpoint';
import { converted, meta, refusal } from './errors';
import { onPremisesOf } from './state';

/** As large as the largest file. */
const bodyLimit = 101 * 1024 * 1024;

/** Every endpoint of the server. All exports of files named `*.endpoints.ts`. */
export const onPremisesEndpoints = exportsOf<OnPremisesEndpoint>(join(__dirname), '.endpoints').map(
	({ value }) => value,
);

/**
 * The On-Premises API: a server of one's own with one number, which Meta ended on 2025-10-23. Turn.io still has its format.
 *
 * @see https://whatsapp.turn.io/docs/api
 */
export const host: SimulatedHost = {
	name: 'onPremises',
	register(server, simulator) {
		// Files are the body as it is, of any type.
		server.removeAllContentTypeParsers();
		server.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
			done(null, parsed(String(body)));
		});
		server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_, body, done) => {
			done(null, body);
		});
		for (const endpoint of onPremisesEndpoints) {
			server.route({
				method: endpoint.method,
				url: `/v1${endpoint.path}`,
				handler: (request, reply) => handle(simulator, endpoint, request, reply),
			});
		}
	},
	handleOther: (simulator, request, reply) =>
		handleCall(simulator, request, reply, {
			method: request.method,
			path: request.url,
			authenticate: () => callerOf(request, onPremisesOf(simulator.state), 'user'),
			respond: () => {
				throw refusal(1014, 'Endpoint not found', 404);
			},
		}),
	receive(simulator, change) {
		const webhook = delivery(simulator, change);
		if (webhook) simulator.webhooks.deliver(webhook);
	},
	forged(simulator, change, _body, proof) {
		const secret = proof === 'missing' ? null : 'not-the-hook-secret';
		const webhook = delivery(simulator, change, secret);
		return webhook && { ...webhook, url: withoutSecret(webhook.url, proof) };
	},
	keepCallbacks(before, after) {
		Object.assign(onPremisesOf(after).application, onPremisesOf(before).application);
	},
};

/** Without a signature, only the query of a callback URL can hold a secret. */
function withoutSecret(callbackUrl: string, proof: 'wrong' | 'missing'): string {
	const url = new URL(callbackUrl);
	for (const name of [...url.searchParams.keys()]) {
		if (proof === 'missing') url.searchParams.delete(name);
		else url.searchParams.set(name, 'not-the-secret');
	}
	return url.toString();
}

function handle(
	simulator: SimulatorContext,
	endpoint: OnPremisesEndpoint,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const { body } = request;
	const url = new URL(`${simulator.url}${request.originalUrl}`);
	const server = onPremisesOf(simulator.state);
	return handleCall(simulator, request, reply, {
		method: request.method,
		path: url.pathname,
		recipient: recipientIn(body),
		authenticate: () => callerOf(request, server, endpoint.access),
		convertError: converted,
		async respond(user) {
			const [number] = simulator.state.phoneNumbers;
			if (!number) throw refusal(1011, 'The server has no number');
			void reply.code(endpoint.status ?? 200);
			const response = await endpoint.handle({
				simulator,
				server,
				number,
				user,
				params: request.params as Record<string, string>,
				query: url.searchParams,
				body,
				raw: request,
				reply,
			});
			if (!(response instanceof Content)) return { ...response, meta };
			void reply.type(response.type).headers(response.headers);
			return response.body;
		},
	});
}

function recipientIn(body: unknown): unknown {
	return typeof body === 'object' && body !== null && 'to' in body ? body.to : undefined;
}
