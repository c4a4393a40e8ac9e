const { join } = require('node:path');
const { transform, transformIgnorePatterns } = require('../../jest.config');

/** @param {string} name folder of the tests @param {string} setUp what they run against, in setup/ */
const project = (name, setUp) => ({
	displayName: name,
	rootDir: join(__dirname, '..', '..'),
	roots: [`<rootDir>/test/e2e/${name}`],
	testMatch: ['**/*.test.ts'],
	transform,
	transformIgnorePatterns,
	globalSetup: `<rootDir>/test/e2e/setup/${setUp}.ts`,
	globalTeardown: '<rootDir>/test/e2e/setup/teardown.ts',
	testEnvironment: '<rootDir>/test/e2e/setup/environment.ts',
	setupFilesAfterEnv: ['<rootDir>/test/e2e/setup/eachFile.ts', '<rootDir>/test/support/seed.ts'],
});

/**
 * `npm run e2e` and its siblings choose the n8n version and the projects; see scripts/e2e.ts.
 * @type {import('jest').Config}
 */
module.exports = {
	projects: [project('server', 'server'), project('editor', 'server'), project('queue', 'queue')],
	// The set-up hands live objects to the tests, so all of them run in its process.
	maxWorkers: 1,
	// A test that hangs is red; one on a busy machine is not.
	testTimeout: 10 * 60_000,
	verbose: true,
	// What a red test leaves open must not keep the run from ending.
	forceExit: true,
};
