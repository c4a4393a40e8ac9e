import type { FastifyInstance } from 'fastify';
import { handleCall } from '../../graph/handleCall';
import { exportsOf } from '../../exportsOf';
import type { SimulatorContext } from '../../context';
import type { SimulatedHost } from '../host';
import { checkKey, checkKeyOrToken } from './auth';
import type { KapsoEndpoint } from './endpoint';
import { serveDownload } from './media';
import { handleProxyCall } from './proxy';
import { takeFromLimit } from './rateLimit';
import { inKapsosWords, refusal } from './refusal';
import { openSetupLink } from './setupPage';
import { kapsoState } from './state';
import { forged, receive } from './webhooks/receive';

const bases = {
	meta: { path: '/meta/whatsapp/:version', check: checkKeyOrToken },
	platform: { path: '/platform/v1', check: checkKey },
};

/**
 * Kapso: a proxy of the Graph API with a key instead of a token, and a platform that keeps conversations, messages,
 * contacts, customers and webhooks.
 *
 * @see https://docs.kapso.ai/api/introduction
 */
export const host: SimulatedHost = {
	name: 'kapso',
	register(server, simulator) {
		server.get('/meta/whatsapp/media_download', (request, reply) =>
			serveDownload(simulator, request, reply),
		);
		server.get('/whatsapp/setup/:token', (request, reply) =>
			openSetupLink(simulator, request, reply),
		);
		for (const { value } of exportsOf<KapsoEndpoint>(__dirname, '.endpoints')) {
			serve(server, simulator, value);
		}
	},
	receive,
	forged,
	keepCallbacks(before, after) {
		kapsoState(after).webhooks = kapsoState(before).webhooks;
	},
	handleOther(simulator, request, reply) {
		const { pathname } = new URL(request.originalUrl, simulator.url);
		const version = /^\/kapso\/meta\/whatsapp(\/v\d+\.\d+\/.+)$/.exec(pathname)?.[1];
		if (version !== undefined) return handleProxyCall(simulator, request, reply, version);
		return handleCall(simulator, request, reply, {
			method: request.method,
			path: pathname,
			authenticate: () => checkKey(request.headers),
			respond: () => Promise.reject(refusal(404, 'Not found')),
		});
	},
};

function serve(
	server: FastifyInstance,
	simulator: SimulatorContext,
	endpoint: KapsoEndpoint,
): void {
	const { method, api, path, status = 200, handle } = endpoint;
	const base = bases[api];
	server.route({
		method,
		url: `${base.path}${path}`,
		handler: (request, reply) => {
			const { body } = request;
			const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
			const { pathname, searchParams } = new URL(request.originalUrl, simulator.url);
			return handleCall(simulator, request, reply, {
				method,
				path: pathname.replace(/^\/kapso\/(?:meta\/whatsapp\/v\d+\.\d+|platform\/v1)/, ''),
				authenticate() {
					base.check(request.headers);
					takeFromLimit(simulator, reply);
				},
				convertError: api === 'platform' ? inKapsosWords : undefined,
				respond: async () => {
					void reply.code(status);
					return await handle({
						simulator,
						kapso: kapsoState(simulator.state),
						params: request.params as Record<string, string>,
						query: searchParams,
						body: isObject ? (body as Record<string, unknown>) : {},
						raw: request,
						reply,
					});
				},
			});
		},
	});
}
