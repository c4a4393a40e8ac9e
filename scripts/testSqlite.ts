/**
 * `npm run test:sqlite`: the tests that need a Node with SQLite (`*.sqlite.test.ts`), with such a Node. What follows
 * `--` goes to jest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { nodeWithSqlite } from './n8n/nodeWithSqlite';

async function main(): Promise<void> {
	const node = await nodeWithSqlite(console.log);
	const jest = spawn(
		node,
		[require.resolve('jest/bin/jest'), '--config=jest.sqlite.config.js', ...process.argv.slice(2)],
		{ cwd: join(__dirname, '..'), stdio: 'inherit' },
	);
	// It gets a Ctrl-C from the terminal as well, and ends what it has started.
	process.once('SIGINT', () => undefined);
	const [code] = (await once(jest, 'exit')) as [number | null];
	process.exitCode = code ?? 1;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
