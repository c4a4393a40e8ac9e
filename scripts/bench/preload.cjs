'use strict';

/*
 * Loaded into n8n before anything else, for the benchmark only. n8n's built-in WhatsApp node has the address of
 * Meta's API written into its code; here that address is exchanged in memory while the file is loaded. Nothing
 * else of n8n is changed, and nothing on disk.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');

const { BENCH_MESSAGES_HOST, BENCH_TRIGGER_HOST, BENCH_PID_FILE } = process.env;

const load = Module._extensions['.js'];
Module._extensions['.js'] = function (module, file) {
	if (!file.endsWith('/nodes/WhatsApp/GenericFunctions.js')) return load(module, file);
	const source = readFileSync(file, 'utf8')
		.replaceAll('https://graph.facebook.com/v13.0', `${BENCH_MESSAGES_HOST}/v13.0`)
		.replaceAll('https://graph.facebook.com/v19.0', `${BENCH_TRIGGER_HOST}/v19.0`);
	module._compile(source, file);
};

// Which process to measure: n8n itself, not what it starts.
if (process.argv[1]?.endsWith('/bin/n8n')) writeFileSync(BENCH_PID_FILE, String(process.pid));
