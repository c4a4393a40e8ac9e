/** For daily work: every test but those in files named `*.slow.test.ts`. */
module.exports = { ...require('./jest.config.js'), testMatch: ['**/!(*.slow).test.ts'] };
