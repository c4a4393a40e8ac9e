/**
 * `npm run check -- template:create`: every check of one operation, in about a minute. It runs nothing that the
 * whole `npm test` does not run, and says what to do about what is wrong.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const project = join(__dirname, '..');
const operationsFolder = join(project, 'nodes/WhatsAppBusiness/operations');
const run = promisify(execFile);

interface Check {
	name: string;
	/** Fails with what the command printed; gives what is worth knowing when it passed. */
	run(): Promise<string | undefined>;
}

/** Runs a command of the project's dependencies. @throws Error with what it printed when it failed. */
async function command(name: string, ...args: string[]): Promise<string> {
	try {
		const { stdout } = await run(join(project, 'node_modules/.bin', name), args, {
			cwd: project,
			maxBuffer: 64 * 1024 * 1024,
		});
		return stdout;
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		throw new Error((stderr || stdout).trim());
	}
}

const source = (path: string) => readFileSync(path, 'utf8');

/** The operation's file, and the helpers of its resource that it stands on. */
function filesOf(resource: string, operation: string): string[] {
	const folder = join(operationsFolder, resource);
	const files = [join(folder, `${operation}.operation.ts`)];
	for (const file of files) {
		for (const [, path = ''] of source(file).matchAll(/ from '(\.[^']+)'/g)) {
			const imported = `${resolve(dirname(file), path)}.ts`;
			const isOfResource = imported.startsWith(`${folder}/`) && existsSync(imported);
			if (isOfResource && !files.includes(imported)) files.push(imported);
		}
	}
	return files.map((file) => relative(project, file));
}

/** The tests that every operation goes through by its cases. */
function testsOfCases(): string[] {
	return readdirSync(join(project, 'test'), { recursive: true, encoding: 'utf8' })
		.map((file) => join('test', file))
		.filter(
			(file) => file.endsWith('.test.ts') && source(join(project, file)).includes('/caseList'),
		);
}

function checksOf(resource: string, operation: string): Check[] {
	const casesFile = `test/cases/${resource}/${operation}.ts`;
	const files = [...filesOf(resource, operation), casesFile];
	return [
		{
			name: 'types',
			async run() {
				const state = 'node_modules/.cache/check.tsbuildinfo';
				await command('tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', state);
				return undefined;
			},
		},
		{
			name: 'cases in the contract, in n8n and against the output schema',
			async run() {
				const titles = `(^| )${resource}: ${operation} `;
				const report = await command('jest', '--json', '-t', titles, ...testsOfCases());
				const { numPassedTests } = JSON.parse(report) as { numPassedTests: number };
				if (numPassedTests === 0)
					throw new Error(`No test is called '${resource}: ${operation} …'.`);
				return `${numPassedTests} tests`;
			},
		},
		{
			name: 'format',
			async run() {
				await command('prettier', '--check', ...files);
				return undefined;
			},
		},
		{
			name: 'lint',
			async run() {
				await command('eslint', ...files);
				return `${files.length} files`;
			},
		},
		{
			name: 'editor texts',
			async run() {
				await command('jest', 'test/package/editorTexts.test.ts');
				return undefined;
			},
		},
		{
			name: 'documentation',
			async run() {
				await command('tsx', 'scripts/docs.ts', '--check');
				return undefined;
			},
		},
	];
}

/** Runs the checks, two at a time. @returns the names of those that failed. */
async function failedChecks(checks: Check[]): Promise<string[]> {
	const failed: string[] = [];
	const waiting = [...checks];
	const worker = async () => {
		for (let check = waiting.shift(); check; check = waiting.shift()) {
			try {
				const about = await check.run();
				console.log(`✓ ${check.name}${about === undefined ? '' : ` (${about})`}`);
			} catch (error) {
				failed.push(check.name);
				console.log(`✗ ${check.name}\n\n${(error as Error).message}\n`);
			}
		}
	};
	await Promise.all([worker(), worker()]);
	return failed;
}

/** What has to be there before anything can be checked; undefined when it is. */
function missing(resource: string, operation: string): string | undefined {
	const names = (folder: string, pattern: RegExp) =>
		readdirSync(folder).flatMap((name) => pattern.exec(name)?.[1] ?? []);
	const folder = join(operationsFolder, resource);
	if (resource === '' || !existsSync(folder)) {
		return `There is no resource '${resource}'. There are: ${names(operationsFolder, /^(\w+)$/).join(', ')}.`;
	}
	const file = join(folder, `${operation}.operation.ts`);
	if (operation === '' || !existsSync(file)) {
		return `There is no operation '${resource}:${operation}': create ${relative(project, file)}. There are: ${names(folder, /^(\w+)\.operation\.ts$/).join(', ')}.`;
	}
	const cases = `test/cases/${resource}/${operation}.ts`;
	return existsSync(join(project, cases))
		? undefined
		: `There are no cases: create ${cases} with 'smallest', 'fullest' and what is rejected.`;
}

async function main(): Promise<void> {
	const [name = ''] = process.argv.slice(2);
	const [resource = '', operation = ''] = name.split(':');
	const problem = missing(resource, operation);
	if (problem !== undefined) {
		console.error(`${problem}\nUsage: npm run check -- <resource>:<operation>`);
		process.exitCode = 1;
		return;
	}
	const failed = await failedChecks(checksOf(resource, operation));
	if (failed.length > 0) process.exitCode = 1;
	console.log(
		failed.length === 0 ? `${name} passes every check.` : `${name} fails: ${failed.join('; ')}.`,
	);
}

void main();
