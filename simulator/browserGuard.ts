import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Names under which this machine reaches itself. The last is Docker Desktop's. Anyone can let their own name
 * resolve to 127.0.0.1 (DNS rebinding), but not these.
 */
const ownHosts = ['127.0.0.1', 'localhost', '[::1]', 'host.docker.internal'];

/**
 * Refuses what a web page of somebody else can send from a browser on this machine. The simulator has a published
 * token, so it must tell a page from a program: a page sends its `Origin`, or, without one, `Sec-Fetch-Site`.
 *
 * @param allowedHosts further host names under which the simulator is reached, without a port
 * @see https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */
export function refuseForeignPages(server: FastifyInstance, allowedHosts: string[]): void {
	const hosts = new Set([...ownHosts, ...allowedHosts.map((host) => host.toLowerCase())]);
	server.addHook('onRequest', async ({ headers, method, url }, reply) => {
		const host = hostnameOf(headers.host);
		if (!hosts.has(host)) {
			return await reply.code(403).send({
				error: `The simulator does not serve the host '${host.slice(0, 100)}'. If it is yours, start the simulator with --allow-host and this name.`,
			});
		}
		if (isForeignPage(headers, method)) {
			return await reply
				.code(403)
				.send({ error: 'The simulator takes no requests from pages of another origin.' });
		}
		// A page may send any other type without asking first (no CORS preflight).
		if (url.startsWith('/control/') && hasBody(headers) && !isJson(headers)) {
			return await reply
				.code(415)
				.send({ error: 'The body must be JSON. Add the header Content-Type: application/json.' });
		}
		return undefined;
	});
}

function hostnameOf(host = ''): string {
	return host.toLowerCase().replace(/:\d{1,5}$/, '');
}

function isForeignPage(headers: IncomingHttpHeaders, method: string): boolean {
	const { host, origin } = headers;
	if (origin !== undefined) {
		return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
	}
	// A link to the phone page is not foreign.
	if (method === 'GET' && headers['sec-fetch-mode'] === 'navigate') return false;
	return ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));
}

function hasBody(headers: IncomingHttpHeaders): boolean {
	return Number(headers['content-length']) > 0 || headers['transfer-encoding'] !== undefined;
}

function isJson(headers: IncomingHttpHeaders): boolean {
	return headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}
