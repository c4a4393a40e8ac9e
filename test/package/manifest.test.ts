import { existsSync } from 'node:fs';
import { join } from 'node:path';

import manifest from '../../package.json';

const project = join(__dirname, '../..');
const source = (built: string) =>
	join(project, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));

describe('package.json', () => {
	it('needs few packages at run time', () => {
		expect(Object.keys(manifest.dependencies)).toEqual([
			'content-disposition',
			'ioredis',
			'libphonenumber-js',
			'markdown-it',
			'mediabunny',
			're2js',
			'undici',
		]);
		expect(Object.keys(manifest.peerDependencies)).toEqual(['n8n-workflow']);
	});

	it('is recognized by n8n as a community package', () => {
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.name).toMatch(/^n8n-nodes-/);
	});

	it('contains the pages of the repository that a user of the package looks for', () => {
		expect(manifest.files).toEqual(['dist', 'CHANGELOG.md', 'SECURITY.md']);
	});

	it.each([...manifest.n8n.nodes, ...manifest.n8n.credentials])(
		'lists %s, which has a source file',
		(built) => {
			expect(existsSync(source(built))).toBe(true);
		},
	);
});
