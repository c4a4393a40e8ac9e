// Packages that n8n-core loads and that come as ES modules only: jest runs CommonJS.
const esModules = ['p-retry', 'is-network-error', 'p-queue', 'p-timeout', 'eventemitter3', 'uuid'];

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// n8n-core starts timers (SSH connections, schedules) that only the shutdown of a server clears.
	forceExit: true,
	roots: ['<rootDir>/test'],
	setupFiles: ['<rootDir>/test/support/n8nFolder.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/support/freshProcess.ts', '<rootDir>/test/support/seed.ts'],
	// By default jest leaves one core unused, and many tests wait for a timer.
	maxWorkers: '100%',
	// What n8n-core keeps after a file of tests adds up, until a worker has no memory left.
	workerIdleMemoryLimit: '1500MB',
	// Only ends a test that hangs: no test depends on how fast the machine is.
	testTimeout: 120_000,
	testMatch: ['**/*.test.ts'],
	// They need a browser (`npm run test:browser`), an n8n server (`npm run e2e`) or SQLite (`npm run test:sqlite`).
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/browser/',
		'<rootDir>/test/e2e/',
		'\\.sqlite\\.test\\.ts$',
	],
	transform: {
		'^.+\\.[jt]s$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
};
