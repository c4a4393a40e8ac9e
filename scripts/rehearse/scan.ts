import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../n8n/cache';
import { runProgram } from '../n8n/processes';

const scanner = { name: '@n8n/scan-community-package', version: '0.32.0' };
const project = join(__dirname, '..', '..');

interface ScanResult {
	passed: boolean;
	message?: string;
	/** ESLint's report as text. */
	details?: string;
}

/** One finding of the scanner. */
export interface Finding {
	/** The ESLint rule. */
	rule: string;
	/** The file and the line of the report. */
	text: string;
}

/**
 * Runs the checks of n8n's community package scanner on a packed package and on the checkout it was built
 * from, as https://www.npmjs.com/package/@n8n/scan-community-package does with a published one.
 * @param report called with a line when the scanner is installed first.
 * @throws Error when the scanner cannot be installed, or aborts.
 */
export async function scan(tarball: string, report: (line: string) => void): Promise<Finding[]> {
	const folder = await installScanner(report);
	const unpacked = await mkdtemp(join(tmpdir(), 'n8n-scan-'));
	try {
		await runProgram('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], {
			cwd: unpacked,
		});
		const script = join(__dirname, 'scanner.mjs');
		const output = await runProgram(process.execPath, [script, folder, unpacked, project], {
			cwd: folder,
		});
		const results = JSON.parse(output) as ScanResult[];
		return results.flatMap(findings);
	} finally {
		await rm(unpacked, { recursive: true, force: true, maxRetries: 3 });
	}
}

async function installScanner(report: (line: string) => void): Promise<string> {
	const { name, version } = scanner;
	const folder = join(cacheFolder(), `scanner-${version}`);
	if (existsSync(join(folder, 'node_modules', name))) return folder;
	report(`${name} ${version} is installed on first use, into ${folder}`);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), '{"private": true}');
	const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	await runProgram('npm', ['install', ...quiet, `${name}@${version}`], { cwd: folder });
	return folder;
}

function findings({ passed, message, details }: ScanResult): Finding[] {
	if (passed) return [];
	if (details === undefined) throw new Error(`The scanner broke off: ${message}`);
	let file = '';
	return details.split('\n').flatMap((line) => {
		if (line.startsWith('/')) file = line;
		const rule = /^\s+\d+:\d+\s+error\s.*\s(\S+)$/.exec(line)?.[1];
		return rule === undefined ? [] : [{ rule, text: `${file} ${line.trim()}` }];
	});
}
