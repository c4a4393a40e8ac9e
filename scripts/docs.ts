/**
 * `npm run docs`: writes what is derived from the code into the documentation, between the markers
 * `<!-- begin … -->` and `<!-- end … -->`. With `-- --check` it writes nothing, names the pages that are
 * behind the code, and fails when there are any; a test runs it so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { resources } from '../nodes/WhatsAppBusiness/operationList';
import { eventKinds } from '../nodes/shared/events/eventKinds';
import { errorGroups } from '../nodes/graphApi/errorTable/groups';
import type { ErrorMeaning } from '../nodes/graphApi/errorTable/meaning';
import { subcodeTexts } from '../nodes/graphApi/errorTable/subcodes';
import { routes } from '../simulator/graph/routes';
import { callersOf } from './metaEndpoints/callers';
import { documentedEndpoints } from './metaEndpoints/endpoints';
import type { DocumentedEndpoint } from './metaEndpoints/endpoints';
import { fieldTable } from './fieldTable';
import { hostTable } from './hostTable';
import { readVersion, versionNames } from './n8n/versions';
import { pages } from './pages';

const project = join(__dirname, '..');

/** A page with its derived parts brought up to date, formatted like the rest of the repository. */
async function derivedPage(page: string): Promise<string> {
	const filepath = join(project, page);
	return await format(withParts(withFiles(read(page))), {
		...(await resolveConfig(filepath)),
		filepath,
	});
}

/** Puts the parts that are derived from the code between their markers. */
function withParts(text: string): string {
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
		/(<!-- begin file (\S+) -->)(?:(?!<!-- )[^])*(<!-- end file -->)/g,
		(_match, begin: string, path: string, end: string) => {
			const code = read(path).trim();
			return `${begin}\n\n\`\`\`ts\n${code}\n\`\`\`\n\n${end}`;
		},
	);
}

const parts: Record<string, () => string> = {
	coverage: coverageTable,
	endpoints: endpointsTable,
	errors: errorTables,
	events: eventsTable,
	fields: fieldTable,
	hosts: hostTable,
	operations: operationsTable,
	resources: resourcesTable,
	versions: versionsList,
};

const methodOrder = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The simulator's Graph API: one row per path, with the folder of its code. */
function endpointsTable(): string {
	const paths = new Map<string, { folder: string; methods: string[] }>();
	for (const { folder, endpoint } of routes) {
		const { method, base, on, edge } = endpoint;
		const host = base === 'api' ? 'api.facebook.com' : '';
		const path = `${host}/${[on === 'root' ? undefined : `{${on}}`, edge].filter(Boolean).join('/')}`;
		const { methods } = paths.get(path) ?? {};
		paths.set(path, { folder, methods: [...(methods ?? []), method] });
	}
	const rows = [...paths]
		.sort(([a, { folder: folderA }], [b, { folder: folderB }]) =>
			`${folderA} ${a}` < `${folderB} ${b}` ? -1 : 1,
		)
		.map(([path, { folder, methods }], index, all) => {
			const isFirst = all[index - 1]?.[1].folder !== folder;
			const sorted = methodOrder.filter((method) => methods.includes(method));
			return `| ${isFirst ? `[${folder}](${folder})` : ''} | \`${path}\` | ${sorted.join(', ')} |`;
		});
	return ['| Object | Path | Methods |', '| --- | --- | --- |', ...rows].join('\n');
}

function eventsTable(): string {
	const rows = eventKinds.map(({ name, field, description }) => {
		const code = field === undefined ? '' : `\`${field}\``;
		return `| ${name} | ${code} | ${description} |`;
	});
	return ["| Event | Meta's webhook field | When |", '| --- | --- | --- |', ...rows].join('\n');
}

function resourcesTable(): string {
	const rows = resources.map(({ displayName, operations }) => {
		const names = operations.map(({ displayName: name }) => name.replaceAll(' ', '\u00a0'));
		return `| **${displayName}** | ${names.join(', ')} |`;
	});
	return ['| Resource | Operations |', '| --- | --- |', ...rows].join('\n');
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

/** Every endpoint that Meta documents, with what calls it. */
function coverageTable(): string {
	const rows = documentedEndpoints.map((documented) => {
		const { endpoint, page } = documented;
		return `| [\`${endpoint}\`](${page}) | ${callersText(documented)} |`;
	});
	return ['| Endpoint | Operation |', '| --- | --- |', ...rows].join('\n');
}

/** More operations of one resource are counted. */
const mostNamed = 8;

function callersText(documented: DocumentedEndpoint): string {
	const called = callersOf(documented);
	const texts = resources.flatMap(({ resource, displayName }) => {
		const names = called
			.filter((operation) => operation.resource === resource)
			.map((operation) => operation.displayName);
		if (names.length === 0) return [];
		const count = `${names.length} operations`;
		return `**${displayName}**: ${names.length > mostNamed ? count : names.join(', ')}`;
	});
	return texts.length === 0 ? (documented.instead ?? '') : texts.join('; ');
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

function read(path: string): string {
	return readFileSync(join(project, path), 'utf8');
}

async function main(): Promise<void> {
	const derived = await Promise.all(
		pages.map(async (page) => ({ page, text: await derivedPage(page) })),
	);
	const behind = derived.filter(({ page, text }) => read(page) !== text);
	if (!process.argv.includes('--check')) {
		for (const { page, text } of behind) writeFileSync(join(project, page), text);
	} else if (behind.length > 0) {
		const names = behind.map(({ page }) => page).join(', ');
		console.error(`Behind the code: ${names}. Bring them up to date with 'npm run docs'.`);
		process.exitCode = 1;
	}
}

void main();
