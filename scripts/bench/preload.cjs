'use strict';

/*
 * Loaded into n8n before anything else, for the benchmark only. It changes two things in n8n's built-in WhatsApp
 * node, in memory only: the URL of Meta's API, which is hard-coded; and the field `type` of an upload, which Meta's
 * documentation and the simulator require and the built-in node leaves out.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const { BENCH_MESSAGES_HOST, BENCH_TRIGGER_HOST, BENCH_PID_FILE, BENCH_HEAP_FILE } = process.env;

const changes = {
	'/nodes/WhatsApp/GenericFunctions.js': [
		['https://graph.facebook.com/v13.0', `${BENCH_MESSAGES_HOST}/v13.0`],
		['https://graph.facebook.com/v19.0', `${BENCH_TRIGGER_HOST}/v19.0`],
	],
	'/nodes/WhatsApp/MediaFunctions.js': [
		[
			"formData.append('messaging_product', 'whatsapp');",
			"formData.append('messaging_product', 'whatsapp'); formData.append('type', binaryData.mimeType);",
		],
	],
};

const load = Module._extensions['.js'];
Module._extensions['.js'] = function (module, file) {
	const name = Object.keys(changes).find((end) => file.endsWith(end));
	if (!name) return load(module, file);
	let source = readFileSync(file, 'utf8');
	for (const [from, to] of changes[name]) source = source.replaceAll(from, to);
	module._compile(source, file);
};

if (process.argv[1]?.endsWith('/bin/n8n')) {
	// The process to measure: n8n itself, not its child processes.
	writeFileSync(BENCH_PID_FILE, String(process.pid));
	// On request, collects the garbage of the start, so that it does not count as free memory later, and notes what the heap still holds.
	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc');
	process.on('SIGUSR2', () => {
		collectGarbage();
		writeFileSync(BENCH_HEAP_FILE, String(process.memoryUsage().heapUsed));
	});
}
