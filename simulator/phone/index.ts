import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MediaStore } from '../media/store';
import type { Simulator } from '../simulator';
import { Feed } from './feed';

const pageFolder = join(__dirname, 'page');

/** Path of the page. */
export const phonePath = '/phone/';

const feedEveryMs = 200;
const heartbeatEveryMs = 15_000;

const contentTypes: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml',
};

/** The page loads nothing from other hosts and runs no inline scripts. */
const pagePolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"connect-src 'self'",
	"img-src 'self' data: blob:",
	"media-src 'self' blob:",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/**
 * Registers the phone page at `/phone/`, its server-sent events at `/control/events` and the content of media
 * at `/control/media/{id}`. See simulator/README.md.
 */
export function registerPhone(
	server: FastifyInstance,
	simulator: Simulator,
	media: MediaStore,
): void {
	for (const name of pageFiles()) {
		const path = `${phonePath}${name === 'index.html' ? '' : name}`;
		server.get(path, (_request, reply) => servePageFile(name, reply));
	}
	server.get(phonePath.slice(0, -1), (_request, reply) => reply.redirect(phonePath));
	server.get('/control/events', (request, reply) => streamEvents(simulator, request, reply));
	server.get('/control/media/:id', (request, reply) => {
		const { id } = request.params as { id: string };
		const file = simulator.state.media.get(id);
		if (!file) return reply.code(404).send({ error: 'Nothing has this ID' });
		// A customer may send a file of any type. Opened as a page, it must not run scripts.
		return reply
			.type(file.mimeType)
			.header('content-length', file.size)
			.header('x-content-type-options', 'nosniff')
			.header('content-security-policy', "sandbox; default-src 'none'")
			.send(media.open(file));
	});
}

/** File names as the page requests them: `app.js` for `app.ts`. */
function pageFiles(): string[] {
	return readdirSync(pageFolder, { recursive: true, encoding: 'utf8' })
		.map((name) => name.split(sep).join('/').replace(/\.ts$/, '.js'))
		.filter((name) => (name.split('.').at(-1) ?? '') in contentTypes);
}

async function servePageFile(name: string, reply: FastifyReply): Promise<FastifyReply> {
	const file = join(pageFolder, name);
	const isScript = name.endsWith('.js');
	return reply
		.type(contentTypes[name.split('.').at(-1) ?? ''] ?? '')
		.header('cache-control', 'no-cache')
		.header('content-security-policy', pagePolicy)
		.header('referrer-policy', 'no-referrer')
		.header('x-content-type-options', 'nosniff')
		.send(isScript ? await scriptOf(file.replace(/\.js$/, '.ts')) : await readFile(file));
}

const scripts = new Map<string, { changedAt: number; script: string }>();

/** The JavaScript of a TypeScript file, with its types stripped. */
async function scriptOf(file: string): Promise<string> {
	const changedAt = statSync(file).mtimeMs;
	const known = scripts.get(file);
	if (known?.changedAt === changedAt) return known.script;
	const { default: typescript } = await import('typescript');
	const { outputText } = typescript.transpileModule(await readFile(file, 'utf8'), {
		fileName: relative(pageFolder, file),
		compilerOptions: {
			target: typescript.ScriptTarget.ES2022,
			module: typescript.ModuleKind.ES2022,
		},
	});
	scripts.set(file, { changedAt, script: outputText });
	return outputText;
}

/** Sends everything first, then the changes, at most five times a second. */
function streamEvents(
	simulator: Simulator,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, {
		'content-type': 'text/event-stream',
		'cache-control': 'no-cache',
		'x-accel-buffering': 'no',
	});
	const feed = new Feed(simulator);
	let ready = true;
	let wroteAt = 0;
	const write = (text: string) => {
		wroteAt = Date.now();
		ready = raw.write(text);
	};
	const tick = () => {
		// A page that reads slowly gets fewer and larger events.
		if (!ready) return;
		const changes = feed.changes();
		if (changes) write(`data: ${JSON.stringify(changes)}\n\n`);
		else if (Date.now() - wroteAt > heartbeatEveryMs) write(': still here\n\n');
	};
	raw.on('drain', () => {
		ready = true;
	});
	const timer = setInterval(tick, feedEveryMs);
	request.raw.once('close', () => clearInterval(timer));
	raw.once('close', () => clearInterval(timer));
	tick();
	return reply;
}
