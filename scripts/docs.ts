/**
 * `npm run docs`: writes what is derived from the code into the documentation, between the markers
 * `<!-- begin … -->` and `<!-- end … -->`. A test fails when a page is behind the code.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../nodes/WhatsAppBusiness/operationList';
import { eventKinds } from '../nodes/WhatsAppBusinessTrigger/eventKinds';
import { errorGroups } from '../nodes/graphApi/errorTable/groups';
import type { ErrorMeaning } from '../nodes/graphApi/errorTable/meaning';
import { subcodeTexts } from '../nodes/graphApi/errorTable/subcodes';
import { readVersion, versionNames } from './n8n/versions';

const project = join(__dirname, '..');

/** Every page of the documentation; some have derived parts. */
export const pages = [
	...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'simulator/README.md'],
	...readdirSync(join(project, 'docs'))
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
];

/** A page as it should be. */
export function derivedPage(page: string): string {
	const text = withFiles(readFileSync(join(project, page), 'utf8'));
	return Object.entries(parts).reduce(
		(filled, [name, content]) =>
			filled.replace(
				new RegExp(`(<!-- begin ${name} -->)[^]*?(<!-- end ${name} -->)`),
				(_match, begin: string, end: string) => `${begin}\n\n${content()}\n\n${end}`,
			),
		text,
	);
}

/** Shows the file that a marker `<!-- begin file … -->` names. */
function withFiles(text: string): string {
	return text.replace(
		/(<!-- begin file (\S+) -->)[^]*?(<!-- end file -->)/g,
		(_match, begin: string, path: string, end: string) => {
			const code = readFileSync(join(project, path), 'utf8').trim();
			return `${begin}\n\n\`\`\`ts\n${code}\n\`\`\`\n\n${end}`;
		},
	);
}

const parts: Record<string, () => string> = {
	errors: errorTables,
	events: eventsTable,
	operations: operationsTable,
	versions: versionsList,
};

function eventsTable(): string {
	const rows = eventKinds.map(({ name, field, description }) => {
		const code = field === undefined ? '' : `\`${field}\``;
		return `| ${name} | ${code} | ${description} |`;
	});
	return ["| Event | Meta's webhook field | When |", '| --- | --- | --- |', ...rows].join('\n');
}

function operationsTable(): string {
	const rows = resources.flatMap(({ displayName: resource, operations }) =>
		operations.map(
			({ displayName, description }, index) =>
				`| ${index === 0 ? `**${resource}**` : ''} | ${displayName} | ${description} |`,
		),
	);
	return ['| Resource | Operation | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}

const errorColumns = ['| Code | What happened | What to do |', '| --- | --- | --- |'];

function errorTables(): string {
	return Object.entries(errorGroups)
		.map(([title, group]) => {
			const rows = Object.entries(group).flatMap(([code, meaning]) => [
				errorRow(code, meaning),
				...Object.entries(subcodeTexts[Number(code)] ?? {}).map(([subcode, text]) =>
					errorRow(`${code}, subcode ${subcode}`, text),
				),
			]);
			return [`## ${title}`, '', ...errorColumns, ...rows].join('\n');
		})
		.join('\n\n');
}

function errorRow(code: string, { what, todo, retryable }: ErrorMeaning): string {
	return `| ${code}${retryable ? ' ↻' : ''} | ${what} | ${todo} |`;
}

function versionsList(): string {
	const versions = versionNames.map(readVersion);
	return versions.map(({ n8n, node }) => `- n8n ${n8n} on Node ${node.split('.')[0]}`).join('\n');
}

if (require.main === module) {
	for (const page of pages) writeFileSync(join(project, page), derivedPage(page));
}
