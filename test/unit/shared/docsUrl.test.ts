import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { docsUrl } from '../../../nodes/shared/docsUrl';

const homepage = 'https://www.npmjs.com/package/example';
const repository = { url: 'git+https://github.com/owner/example.git' };
const blob = 'https://github.com/owner/example/blob/main';

describe('docsUrl', () => {
	it.each(['credential', 'errors', 'templates'] as const)('leads to docs/%s.md', (page) => {
		expect(docsUrl(page, undefined, { homepage, repository })).toBe(`${blob}/docs/${page}.md`);
		expect(existsSync(join(__dirname, '../../../docs', `${page}.md`))).toBe(true);
	});

	it('leads to a heading of the page', () => {
		expect(docsUrl('errors', 'was-it-sent', { homepage, repository })).toBe(
			`${blob}/docs/errors.md#was-it-sent`,
		);
	});

	it('leads to the home page while package.json names no repository', () => {
		expect(docsUrl('errors', 'was-it-sent', { homepage })).toBe(homepage);
	});
});
