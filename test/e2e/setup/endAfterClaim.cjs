'use strict';

/*
 * Loaded into n8n before anything else, for the tests only. While the file exists, n8n ends like a killed process at the
 * one moment that no signal from outside can hit: once the trigger has claimed the events of a delivery, and before
 * anything has started and Meta has its response.
 */
const { existsSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const stream = require('node:stream');

const { N8N_USER_FOLDER } = process.env;
const { finished } = stream;

stream.finished = (...args) => {
	const order = join(N8N_USER_FOLDER, 'end-after-claim');
	if (existsSync(order) && new Error().stack?.includes('withoutDuplicates')) {
		rmSync(order);
		process.kill(process.pid, 'SIGKILL');
	}
	return finished(...args);
};
