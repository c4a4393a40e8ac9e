import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { picturesVariable, versionVariable } from '../../test/e2e/setup/variables';
import type { N8nVersion } from '../n8n/versions';

const projectFolder = join(__dirname, '..', '..');

export interface TestChoice {
	/** Part of the path of the test files. */
	file?: string;
	/** Part of the names of the tests. */
	test?: string;
	/** Folder for pictures of every step in the editor. */
	pictures?: string;
}

/**
 * Runs folders of test/e2e against one n8n version.
 * @returns whether all passed
 */
export async function runTests(
	version: N8nVersion,
	folders: string[],
	{ file, test, pictures }: TestChoice = {},
): Promise<boolean> {
	const jest = spawn(
		process.execPath,
		[
			require.resolve('jest/bin/jest'),
			'--config=test/e2e/jest.config.js',
			'--runInBand',
			...(test === undefined ? [] : [`--testNamePattern=${test}`]),
			...(file === undefined ? [] : [`--testPathPatterns=${file}`]),
			'--selectProjects',
			...folders,
		],
		{
			cwd: projectFolder,
			stdio: 'inherit',
			env: {
				...process.env,
				[versionVariable]: version.name,
				...(pictures !== undefined && { [picturesVariable]: resolve(pictures) }),
			},
		},
	);
	// It gets a Ctrl-C from the terminal as well, and ends what it has started.
	process.once('SIGINT', () => undefined);
	const [code] = (await once(jest, 'exit')) as [number | null];
	return code === 0;
}
