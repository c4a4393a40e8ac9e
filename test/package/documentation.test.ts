import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { operations } from '../../nodes/WhatsAppBusiness/operationList';
import { pages } from '../../scripts/pages';

const project = join(__dirname, '../..');
const read = (page: string) => readFileSync(join(project, page), 'utf8');

/** The links and images of a page, except web URLs: the file, and its heading if the link names one. */
function linksOf(page: string): Array<{ file: string; heading: string | undefined }> {
	const links = read(page).matchAll(/(?:\]\(|<img src=")(?!https?:)([^)#"]*)(?:#([^)"]+))?[)"]/g);
	return [...links].map(([, path = '', heading]) => ({
		file: path === '' ? page : join(dirname(page), path),
		heading,
	}));
}

/** The anchors of a page's headings. */
function headingsOf(page: string): string[] {
	return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);
}

describe('The documentation', () => {
	it('has a row for every operation', () => {
		const rows = read('docs/operations.md')
			.split('\n')
			.filter((line) => line.startsWith('|'))
			.map((line) => line.split('|').map((cell) => cell.trim()));
		for (const { displayName, description } of operations) {
			expect(rows).toContainEqual(expect.arrayContaining([displayName, description]));
		}
	});

	it.each(pages)('links to files and headings that exist in %s', (page) => {
		const broken = linksOf(page).filter(
			({ file, heading }) =>
				!existsSync(join(project, file)) ||
				(heading !== undefined && !headingsOf(file).includes(heading)),
		);
		expect(broken).toEqual([]);
	});

	it('links to every page, example and picture', () => {
		const linked = pages.flatMap(linksOf).map(({ file }) => file);
		const files = ['docs', 'docs/images', 'examples']
			.flatMap((folder) => readdirSync(join(project, folder)).map((file) => join(folder, file)))
			.filter((file) => file.includes('.'));
		expect(files.filter((file) => !linked.includes(file))).toEqual([]);
	});

	it.each(pages)('names only existing commands in %s', (page) => {
		const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
		const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]);
		expect(named.filter((name) => !(name && name in scripts))).toEqual([]);
	});
});
