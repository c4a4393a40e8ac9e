import { writeFile } from 'node:fs/promises';
import multipart from '@fastify/multipart';
import fastify from 'fastify';
import { refuseForeignPages } from './browserGuard';
import { certificateFor } from './certificate';
import type { SimulatorContext } from './context';
import { registerControl } from './control';
import { registerFlowHost } from './flows/host';
import { Faults } from './graph/faults';
import { handleGraphCall } from './graph/handleCall';
import { parsed } from './graph/parsed';
import { SimulatedRateLimiter } from './graph/rateLimit';
import { registerHosts } from './hosts';
import { registerMediaHost } from './media/host';
import { MediaStore } from './media/store';
import { registerPhone } from './phone';
import { defaultSettings, type SimulatorSettings } from './settings';
import { Simulator } from './simulator';
import { State } from './state';
import { Webhooks } from './webhooks';

/** The default port. */
export const defaultPort = 4010;

export interface SimulatorOptions {
	/** 0 for any free port. */
	port?: number;
	/** Settings that differ from the defaults. */
	settings?: Partial<SimulatorSettings>;
	/** Use HTTPS, as Meta does. The certificate is written to this file for clients that must trust it. */
	certificateFile?: string;
	/** Host names, besides those of this machine, under which clients reach the simulator. */
	allowedHosts?: string[];
}

/** Reachable from this machine only. */
const host = '127.0.0.1';

/**
 * Starts a simulator.
 *
 * @throws Error in one line if the port is in use, ZodError for an invalid setting
 */
export async function startSimulator({
	port = defaultPort,
	settings = {},
	certificateFile,
	allowedHosts = [],
}: SimulatorOptions = {}): Promise<Simulator> {
	const context = newContext();
	const https = certificateFile === undefined ? null : await certificateFor(host);
	if (https && certificateFile) await writeFile(certificateFile, https.cert);
	context.certificate = https?.cert;
	const server = fastify({ bodyLimit: 4 * 1024 * 1024, forceCloseConnections: true, https });
	refuseForeignPages(server, allowedHosts);
	await server.register(multipart, {
		limits: { fileSize: 101 * 1024 * 1024, fieldSize: 1024 * 1024 },
		throwFileSizeLimit: false,
	});
	// Graph treats a body it cannot parse, or of another type, as empty.
	server.removeContentTypeParser(['application/json', 'text/plain']);
	server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
		done(null, parsed(String(body)));
	});
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => {
		done(null, undefined);
	});
	server.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => {
			const fields = [...new URLSearchParams(String(body))];
			done(null, Object.fromEntries(fields.map(([name, value]) => [name, parsed(value)])));
		},
	);
	// Content of an upload session. Its endpoint reads the stream.
	server.addContentTypeParser(/^(image|video)\/|^application\/pdf/, (_request, _body, done) => {
		done(null);
	});
	registerMediaHost(server, context);
	registerFlowHost(server, context);
	const simulator = new Simulator(context, () => server.close());
	registerControl(server, simulator);
	registerPhone(server, simulator, context.media);
	await registerHosts(server, context);
	server.route({
		method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
		url: '/*',
		handler: (request, reply) => handleGraphCall(context, request, reply),
	});
	simulator.updateSettings(settings);
	try {
		context.url = await server.listen({ host, port });
	} catch (error) {
		await simulator.stop();
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		throw new Error(
			`Port ${port} is in use. Stop the process that uses it, or choose another port.`,
		);
	}
	return simulator;
}

function newContext(): SimulatorContext {
	const context: SimulatorContext = {
		state: new State(),
		settings: defaultSettings(),
		faults: new Faults(),
		media: new MediaStore(),
		webhooks: new Webhooks(
			() => context.state,
			() => context.settings,
		),
		throughput: new SimulatedRateLimiter(),
		pairs: new SimulatedRateLimiter(),
		url: '',
	};
	return context;
}
