import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { operations } from '../../nodes/WhatsAppBusiness/operationList';
import { pages } from '../../scripts/docs';

const project = join(__dirname, '../..');
const read = (page: string) => readFileSync(join(project, page), 'utf8');

it.each(pages)(
	'%s is as `npm run docs` writes it',
	(page) => {
		const before = read(page);
		execFileSync('npm', ['run', '-s', 'docs'], { cwd: project, stdio: 'ignore' });
		expect(read(page)).toBe(before);
	},
	30_000,
);

it('has a row for every operation', () => {
	const rows = read('README.md')
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) => line.split('|').map((cell) => cell.trim()));
	for (const { displayName, description } of operations) {
		expect(rows).toContainEqual(expect.arrayContaining([displayName, description]));
	}
});

it.each(pages)('%s links to files that exist', (page) => {
	const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
	expect(links.filter((link) => !existsSync(join(project, link)))).toEqual([]);
});

it('names only commands that exist', () => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
	const named = [...read('README.md').matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]);
	expect(named.filter((name) => !(name && name in scripts))).toEqual([]);
});
