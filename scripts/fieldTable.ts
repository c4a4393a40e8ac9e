import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { INodeProperties } from 'n8n-workflow';

const project = join(__dirname, '..');

/** Where the fields are that several resources use. What is in folders are parts of them. */
const files = [
	...readdirSync(join(project, 'nodes/WhatsAppBusiness/fields'))
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `nodes/WhatsAppBusiness/fields/${file}`),
	'nodes/shared/phoneNumberId.ts',
];

/** How `Parameters` reads a field of each type, unless the field has a function. */
const readers: Partial<Record<INodeProperties['type'], string>> = {
	boolean: 'parameters.boolean',
	multiOptions: 'parameters.choices',
	options: 'parameters.choice',
	resourceLocator: 'parameters.optionalLocator',
	string: 'parameters.text',
};

const exportsOf = (path: string) =>
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	require(join(project, path)) as Readonly<Record<string, unknown>>;

const functions = new Set(
	files
		.flatMap((path) => Object.entries(exportsOf(path)))
		.filter(([, value]) => typeof value === 'function')
		.map(([name]) => name),
);

/** A row for each field that is exported: its display name, and what reads it. */
export function fieldTable(): string {
	return [
		'| Field | Shown as | Read with |',
		'| --- | --- | --- |',
		...files.flatMap(rowsOf).sort(),
	].join('\n');
}

function rowsOf(path: string): string[] {
	const text = readFileSync(join(project, path), 'utf8');
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const exported = exportsOf(path);
	return file.statements.flatMap((statement) => {
		const name = nameOf(statement);
		if (name === undefined || !(name in exported)) return [];
		const shown = shownAs(exported[name], statement);
		if (shown === undefined) return [];
		const { displayNames, type } = shown;
		const reader = namedReader(statement) ?? (type && readers[type]);
		if (reader === undefined) throw new Error(`${path}: say what reads '${name}'`);
		const call = typeof exported[name] === 'function' ? `${name}()` : name;
		return [`| [\`${call}\`](${path}) | ${displayNames.join(', ')} | \`${reader}\` |`];
	});
}

function nameOf(statement: ts.Statement): string | undefined {
	if (ts.isFunctionDeclaration(statement)) return statement.name?.text;
	if (!ts.isVariableStatement(statement)) return undefined;
	const [declaration] = statement.declarationList.declarations;
	return declaration && ts.isIdentifier(declaration.name) ? declaration.name.text : undefined;
}

interface Shown {
	displayNames: string[];
	/** Of a single field. */
	type?: INodeProperties['type'];
}

/** What the editor shows of a field, of several, or of what a function makes. */
function shownAs(value: unknown, statement: ts.Statement): Shown | undefined {
	if (typeof value === 'function') {
		const makesFields =
			ts.isFunctionDeclaration(statement) &&
			/^INodeProperties(\[\])?$/.test(statement.type?.getText() ?? '');
		const [, ...names] = /displayName: '([^']+)'/.exec(statement.getText()) ?? [];
		return makesFields && names.length > 0 ? { displayNames: names } : undefined;
	}
	const fields = (Array.isArray(value) ? value : [value]) as Array<Partial<INodeProperties>>;
	const displayNames = [...new Set(fields.flatMap((field) => field.displayName ?? []))];
	if (displayNames.length === 0) return undefined;
	return { displayNames, type: fields.length === 1 ? fields[0]?.type : undefined };
}

/** The function that a docstring names with "Read with `…`". @throws Error when there is no such function. */
function namedReader(statement: ts.Statement): string | undefined {
	const comment = ts
		.getJSDocCommentsAndTags(statement)
		.map((doc) => doc.getText())
		.join();
	const reader = /Read with `([^`]+)`/.exec(comment)?.[1];
	if (reader === undefined || !/^\w+$/.test(reader) || functions.has(reader)) return reader;
	throw new Error(`No file of fields exports the function '${reader}'`);
}
