/**
 * `npm run docs`: writes what is derived from the code into the documentation, between the markers
 * `<!-- begin … -->` and `<!-- end … -->`. A test fails when a page is behind the code.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../nodes/WhatsAppBusiness/operationList';
import { readVersion, versionNames } from './n8n/versions';

const project = join(__dirname, '..');

/** The pages with derived parts. */
export const pages = ['README.md'];

/** A page as it should be. */
export function derivedPage(page: string): string {
	const text = readFileSync(join(project, page), 'utf8');
	return Object.entries(parts).reduce(
		(filled, [name, content]) =>
			filled.replace(
				new RegExp(`(<!-- begin ${name} -->)[^]*?(<!-- end ${name} -->)`),
				(_match, begin: string, end: string) => `${begin}\n\n${content()}\n\n${end}`,
			),
		text,
	);
}

const parts: Record<string, () => string> = {
	operations: operationsTable,
	versions: versionsList,
};

function operationsTable(): string {
	const rows = resources.flatMap(({ displayName: resource, operations }) =>
		operations.map(
			({ displayName, description }, index) =>
				`| ${index === 0 ? `**${resource}**` : ''} | ${displayName} | ${description} |`,
		),
	);
	return ['| Resource | Operation | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}

function versionsList(): string {
	const versions = versionNames.map(readVersion);
	return versions.map(({ n8n, node }) => `- n8n ${n8n} on Node ${node.split('.')[0]}`).join('\n');
}

if (require.main === module) {
	for (const page of pages) writeFileSync(join(project, page), derivedPage(page));
}
