const base = require('./jest.config.js');

/** The tests that need a Node with SQLite, which `npm run test:sqlite` finds or installs. */
module.exports = {
	...base,
	testMatch: ['**/*.sqlite.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
};
